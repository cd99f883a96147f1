import KnowledgeReader

/// A complete knowledge folder in memory in which the checks find nothing, for tests to spoil.
struct FolderFixture {
  var files: [String: String]

  init() {
    files = [
      "sources.yaml": Self.sources,
      "claims/blog.yaml": Self.claims,
      "differences.yaml": Self.differences,
      "gaps.yaml": Self.gaps,
      "smalltalk.yaml": Self.smallTalk,
      "near-misses.yaml": Self.nearMisses,
      "phrasings/none.yaml": "topic: none\ngroups:\n  food:\n    - how do I bake bread\n",
    ]
    for id in TopicList.condition {
      files["topics/\(id).yaml"] = Self.topic(id)
      files["phrasings/\(id).yaml"] = Self.phrasings(id, count: 20)
    }
    for id in TopicList.conversational {
      files["phrasings/\(id).yaml"] = Self.phrasings(id, count: 15)
    }
  }

  /// Replaces a text in a file; the fixture is wrong where it is not there.
  mutating func replace(_ old: String, with new: String, in name: String) {
    let text = files[name] ?? ""
    precondition(text.contains(old), "'\(old)' is not in \(name)")
    files[name] = text.replacing(old, with: new)
  }

  /// Puts a sentence into the answer of the topic `ice`: YAML of one list item, from "say" on.
  mutating func addSentence(_ yaml: String) {
    files["topics/ice.yaml", default: ""] +=
      "parts:\n  - id: extra\n    title: Extra\n    say:\n      - \(yaml)\n"
  }

  mutating func addClaim(_ yaml: String) {
    files["claims/blog.yaml", default: ""] += "  - {\(yaml), source: blog, locator: end}\n"
  }

  var folder: KnowledgeFolder {
    KnowledgeFolder(
      path: "K", files: files.map { KnowledgeFolder.File(name: $0.key, text: $0.value) })
  }

  /// The readers of the files that the fixture has; the others have tests of their own.
  static let readers = FileReader.all.filter { reader in
    !["acts.yaml", "lexicon.yaml", "signs.yaml", "triage.yaml"].contains { reader.reads($0) }
  }

  func read(today: String = "2026-11-21", allowsStale: Bool = false) -> KnowledgeReader.Result {
    KnowledgeReader.read(
      folder, options: CheckOptions(today: today, allowsStaleSources: allowsStale),
      readers: Self.readers)
  }

  /// Every finding as `path:line:column: severity: message [code]`.
  var findings: [String] { read().diagnostics.map(\.description) }
  /// The codes of all findings, in the order of their places.
  var codes: [DiagnosticCode] { read().diagnostics.map(\.code) }

  static let sources = """
    sources:
      - id: blog
        title: null
        publisher: A coach
        short: Coach's blog
        address: https://example.org/blog
        date: not stated
        grade: SEED
        review-by: "2027-11-21"
      - id: paper
        publisher: A journal
        short: Smith and others, 2014
        address: null
        doi: 10.1000/1
        date: "2014"
        grade: READ-C
        reported-by: A bibliography
        review-by: "2027-11-21"
    speakers:
      - id: coach
        name: the coach
        credentials: null

    """

  static let claims = """
    claims:
      - id: B001
        source: blog
        locator: Start
        speaker: coach
        says: Ice for 10 to 15 minutes.
        figures: ["10", "15", "10-15"]
      - id: B002
        source: blog
        locator: Start
        says: Rest may help many runners.
        hedges: [may, many]
      - id: P1
        source: paper
        locator: abstract
        says: Half of 48 people got better in twelve weeks.

    """

  static let answer =
    "Yes, for 10 to 15 minutes on the sole after a run, once you have cooled down and have "
    + "stretched the calf and the foot a little."

  static func topic(_ id: String) -> String {
    """
    id: \(id)
    title: About it
    answer:
      - say: \(answer)
        claims: [B001]
    differs: [D1]
    see-also: [rolling]
    follow-ups: ["What else?"]

    """
  }

  static func phrasings(_ id: String, count: Int) -> String {
    let name = id.replacing("-", with: " ")
    let items = (0..<count).map { "  - tell me of \(name) number \($0)\n" }
    return "topic: \(id)\nphrasings:\n" + items.joined()
  }

  static let differences = """
    differences:
      - id: D1
        question: rest or load
        asked: ["rest or load"]
        blog:
          - say: Rest might help.
            claims: [B002]
        healthline:
          - say: Rest can help.
            claims: [B002]
        meanwhile:
          - say: Reportedly half got better.
            claims: [P1]
        topics: [rest]

    """

  static let gaps = """
    gaps:
      - id: L1
        missing: the six exercises
        asked: ["which six exercises"]
        say:
          - say: My sources do not name the six exercises.
            gaps: [L1]
        topics: [exercises]

    """

  static let smallTalk =
    "smalltalk:\n"
    + TopicList.conversational.map { "  - id: \($0)\n    replies: [Hello.]\n" }.joined()
    + "declines:\n  - reason: off-topic\n    replies: [My sources do not say.]\n"

  static let nearMisses = """
    near-misses:
      - id: achilles
        name: Achilles tendon trouble
        say:
          - say: This may be another thing.
            editorial: Names no advice.
        phrasings: ["the back of my heel hurts"]

    """
}
