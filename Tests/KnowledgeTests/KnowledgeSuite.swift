import Testing

@Suite struct KnowledgeSuite {}
