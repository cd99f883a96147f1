import KnowledgeReader
import Testing

/// Every rule finds what it is there for, and nothing in a sound folder.
@Suite struct RuleTests {
  private static let claimOfNoUse = "  - {id: B9, source: blog, locator: a, says: b}\n"

  @Test func aSoundFolderHasNoFindings() {
    #expect(FolderFixture().findings == [])
  }

  /// One change to a sound folder, and what must be found.
  struct Change: CustomTestStringConvertible, Sendable {
    var file: String
    var old: String
    var new: String
    var code: DiagnosticCode
    var testDescription: String { "\(file): \(old) -> \(new)" }

    init(_ file: String, _ old: String, _ new: String, _ code: DiagnosticCode) {
      (self.file, self.old, self.new, self.code) = (file, old, new, code)
    }
  }

  @Test(arguments: [
    // Form.
    Change("gaps.yaml", "say: My", "say: [My", .brokenYAML),
    Change("gaps.yaml", "missing: the six exercises", "missing: {a: b}", .wrongKind),
    Change("gaps.yaml", "missing: the six exercises", "missing: null", .missingKey),
    Change("gaps.yaml", "missing:", "mising:", .unknownKey),
    Change("sources.yaml", "grade: SEED", "grade: SED", .badValue),
    Change("sources.yaml", "\"2027-11-21\"", "soon", .badValue),
    Change("topics/ice.yaml", "id: ice", "id: rolling", .badValue),
    // Names.
    Change("claims/blog.yaml", "id: B002", "id: B001", .duplicateID),
    Change("sources.yaml", "id: paper", "id: blog", .duplicateID),
    Change(
      "sources.yaml", "  - id: coach", "  - id: coach\n    name: c\n  - id: coach", .duplicateID),
    Change("topics/ice.yaml", "id: ice", "id: rest", .duplicateID),
    Change("claims/blog.yaml", "source: blog", "source: blok", .unknownID),
    Change("claims/blog.yaml", "speaker: coach", "speaker: couch", .unknownID),
    Change("topics/ice.yaml", "claims: [B001]", "claims: [B001, B009]", .unknownID),
    Change("topics/ice.yaml", "differs: [D1]", "differs: [D9]", .unknownID),
    Change("topics/ice.yaml", "see-also: [rolling]", "see-also: [roling]", .unknownID),
    Change("gaps.yaml", "gaps: [L1]", "gaps: [L9]", .unknownID),
    Change("smalltalk.yaml", "id: greeting", "id: greting", .unknownID),
    // Sentences.
    Change("topics/ice.yaml", "    claims: [B001]\n", "", .unsupported),
    Change("claims/blog.yaml", "id: P1", "id: R10-10", .unverified),
    Change("topics/ice.yaml", "claims: [B001]", "claims: [B001, E9-6]", .unverified),
    Change("sources.yaml", "grade: READ-C", "grade: UNVERIFIED", .unverified),
    Change("differences.yaml", "Reportedly half", "Half", .reported),
    Change(
      "gaps.yaml", "say: My sources", "say: Surely you are fine, and my sources", .forbiddenPhrase),
    Change("smalltalk.yaml", "[Hello.]", "[You have plantar fasciitis.]", .forbiddenPhrase),
    Change("smalltalk.yaml", "[Hello.]", "[Hello!]", .tone),
    Change("smalltalk.yaml", "[Hello.]", "[Hello 👋]", .tone),
    Change("topics/ice.yaml", "title: About it", "title: Ice!", .tone),
    // Completeness.
    Change("smalltalk.yaml", "  - id: why\n    replies: [Hello.]\n", "", .missingTopic),
    Change(
      "topics/ice.yaml", FolderFixture.answer, "Yes, for 10 to 15 minutes.", .shortAnswerLength),
    Change("phrasings/ice.yaml", "  - tell me of ice number 3\n", "", .fewPhrasings),
    Change("phrasings/why.yaml", "  - tell me of why number 3\n", "", .fewPhrasings),
    Change("phrasings/ice.yaml", "ice number 3", "RESt, number 3?", .sharedPhrasing),
    Change("phrasings/ice.yaml", "topic: ice", "topic: rest", .badValue),
    Change(
      "claims/blog.yaml", "claims:\n", "claims:\n" + claimOfNoUse,
      .unusedClaim),
    Change("claims/blog.yaml", "says: Half", "unused: Not needed.\n    says: Half", .unusedClaim),
    Change("sources.yaml", "    doi: 10.1000/1\n", "", .sourceAddress),
    Change("sources.yaml", "https://", "www.", .sourceAddress),
    Change("sources.yaml", "2027-11-21", "2026-11-20", .reviewDate),
  ])
  func aChangeIsFound(_ change: Change) {
    var fixture = FolderFixture()
    fixture.replace(change.old, with: change.new, in: change.file)
    #expect(fixture.codes.contains(change.code), "found only \(fixture.findings)")
  }

  @Test func aRepeatedPhrasingIsAWarning() {
    var fixture = FolderFixture()
    fixture.files["phrasings/ice.yaml", default: ""] += "  - Tell me of ice, number 3\n"
    let found = fixture.read().diagnostics
    #expect(found.map(\.code) == [.repeatedPhrasing])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test func aStaleSourceIsAWarningWhereItIsAllowed() {
    let fixture = FolderFixture()
    #expect(fixture.read(today: "2027-11-21").diagnostics.isEmpty)
    #expect(fixture.read(today: "2027-11-22").diagnostics.map(\.severity) == [.error, .error])
    let allowed = fixture.read(today: "2027-11-22", allowsStale: true)
    #expect(allowed.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(!allowed.hasErrors)
  }

  @Test func missingAndUnknownFilesAreFound() {
    var fixture = FolderFixture()
    fixture.files["gaps.yaml"] = nil
    fixture.files["topics/ice.yaml"] = nil
    fixture.files["gap.yaml"] = FolderFixture.gaps
    let found = fixture.read().diagnostics
    #expect(found.contains { $0.code == .missingFile && $0.message.contains("gaps.yaml") })
    #expect(found.contains { $0.code == .missingTopic && $0.message.contains("'ice'") })
    #expect(
      found.contains { $0.code == .unknownFile && $0.hint == "did you mean 'gaps.yaml'?" })
  }

  @Test func aFileThatIsNotUTF8IsFound() {
    let folder = KnowledgeFolder(path: "K", files: [.init(name: "gaps.yaml", text: nil)])
    let found = KnowledgeReader.read(folder, options: CheckOptions(today: "2026-11-21"))
    #expect(found.diagnostics.contains { $0.code == .unreadable && $0.place.path == "K/gaps.yaml" })
  }

  @Test func everyMistakeIsShownInOneRun() {
    var fixture = FolderFixture()
    fixture.replace("say: My", with: "say: [My", in: "gaps.yaml")
    fixture.replace("B001]", with: "B003]", in: "topics/ice.yaml")
    fixture.replace("grade: SEED", with: "grade: SED", in: "sources.yaml")
    fixture.replace("title:", with: "titel:", in: "topics/rest.yaml")
    let codes = Set(fixture.codes)
    #expect(codes.isSuperset(of: [.brokenYAML, .unknownID, .badValue, .unknownKey, .missingKey]))
  }
}
