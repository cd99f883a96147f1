import Testing

@Suite struct SentenceEncoderSuite {}
