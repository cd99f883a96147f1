import Testing

@Suite struct TranscriptSuite {}
