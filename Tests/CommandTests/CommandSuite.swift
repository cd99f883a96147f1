import Testing

@Suite struct CommandSuite {}
