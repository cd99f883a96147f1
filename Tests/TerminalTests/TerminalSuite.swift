import Testing

@Suite struct TerminalSuite {}
