import Testing

@Suite struct KnowledgeReaderSuite {}
