import KnowledgeReader
import Testing

@Suite struct YAMLCursorTests {
  private func read<Value>(
    _ text: String, _ body: (YAMLCursor) -> Value?
  ) -> (value: Value?, findings: [String]) {
    let log = DiagnosticLog()
    let value = YAMLFile.parse(text, path: "f.yaml", log: log).flatMap(body)
    return (value, log.sorted.map(\.description))
  }

  @Test func placesAreExact() {
    let text = "a: 1\nlist:\n  - x: 2\n    wärme: 3\n"
    let read = read(text) { root in
      root.mapping("file", keys: ["a", "list"])?.list("list").first?.mapping("item", keys: ["x"])
    }
    #expect(read.findings == ["f.yaml:4:5: error: unknown key 'wärme' in a item [K105]"])
  }

  @Test func scalarsAreReadLeniently() {
    let read = read("figures: [10, \"15\", 6-8, true]\n") {
      $0.mapping("claim", keys: ["figures"])?.strings("figures")
    }
    #expect(read.value == ["10", "15", "6-8", "true"])
    #expect(read.findings == [])
  }

  @Test func whatIsMissingIsReportedAndReadingGoesOn() {
    let read = read("a: null\nb: []\nc: x\nd: maybe\n") { root -> String? in
      let file = root.mapping("file", keys: ["a", "b", "c", "d", "e"])
      _ = file?.string("a")
      _ = file?.requiredList("b")
      _ = file?.int("c")
      _ = file?.bool("d", default: false)
      return file?.string("e")
    }
    #expect(read.value == "")
    #expect(
      read.findings == [
        "f.yaml:1:1: error: a file needs 'e' [K104]",
        "f.yaml:1:4: error: a file needs 'a' [K104]",
        "f.yaml:2:4: error: 'b' of a file is empty [K104]",
        "f.yaml:3:4: error: expected a whole number, found 'x' [K103]",
        "f.yaml:4:4: error: expected true or false, found 'maybe' [K103]",
      ])
  }

  @Test(arguments: [
    ("a: [1\nb: 2\n", "f.yaml:2:2"), ("a: 1\na: 2\n", "f.yaml:1:1"), ("a: \"x\n", "f.yaml:2:1"),
    ("a: b: c\n", "f.yaml:1:5"), ("", "f.yaml"), ("a: 1\n\tb: 2\n", "f.yaml:2:1"),
  ])
  func brokenFilesAreOneFinding(text: String, place: String) {
    let read = read(text) { $0.mapping("file", keys: ["a", "b"]) }
    #expect(read.findings.count == 1)
    #expect(read.findings.allSatisfy { $0.hasPrefix(place + ": error:") && $0.hasSuffix("[K102]") })
  }
}
