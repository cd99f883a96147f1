import Testing

@Suite struct TriageSuite {}
