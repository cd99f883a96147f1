import Testing

@Suite struct LanguageSuite {}
