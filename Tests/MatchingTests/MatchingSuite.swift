import Testing

@Suite struct MatchingSuite {}
