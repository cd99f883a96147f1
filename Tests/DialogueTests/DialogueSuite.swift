import Testing

@Suite struct DialogueSuite {}
