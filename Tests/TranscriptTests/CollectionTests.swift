import Testing
import Transcripts

/// The transcripts of the collection, each a test of its own.
@Suite struct CollectionTests {
  static let folder = Shipped.root + "/Transcripts"
  static let paths = (try? TranscriptLoader.paths(in: [folder])) ?? []

  @Test func thereAreSome() {
    #expect(Self.paths.count > 4)
  }

  @Test("What a transcript says holds", arguments: paths)
  func holds(path: String) throws {
    let shipped = try Shipped.shared.get()
    let known = KnownFailures.parse(
      try FileSystem.read(Self.folder + "/known-failures.txt"), path: "known-failures.txt")
    let result = try #require(
      shipped.runner.run(
        [path], loader: TranscriptLoader(vocabulary: shipped.vocabulary), known: known.list
      ).first)
    guard result.status != .known else { return }
    for finding in Finding.all(in: result) { finding.record() }
  }

  @Test func aFindingStandsAtItsLine() throws {
    let findings = Finding.all(
      in: try Shipped.shared.get().run(
        "# Ice\n\n    > should I ice it\n    ...\n    @ topic: rest\n"))
    let location = try #require(findings.first?.location)
    #expect(findings.count == 1)
    #expect(location.line == 5)
    #expect(location.fileName == "case.md")
    #expect(findings.first?.text.contains("got: ice") == true)
  }

  @Test func anErrorOfFormStandsAtItsLineAndColumn() throws {
    let findings = Finding.all(
      in: try Shipped.shared.get().run("    > ice\n    ...\n    @ topic: icee\n"))
    #expect(findings.map(\.location.line) == [3])
    #expect(findings.map(\.location.column) == [5])
    #expect(findings.first?.text.contains("did you mean 'ice'") == true)
  }
}

/// Something that does not hold, at the line of the transcript.
struct Finding {
  var location: SourceLocation
  var text: String

  private init(_ place: Place, _ text: String) {
    let name = place.path.split(separator: "/").last.map(String.init) ?? place.path
    location = SourceLocation(
      fileID: "Transcripts/\(name)", filePath: place.path, line: place.line, column: place.column)
    self.text = text
  }

  func record() { Issue.record(Comment(rawValue: text), sourceLocation: location) }

  static func all(in result: TranscriptResult) -> [Finding] {
    if result.status == .fixed {
      return [
        Finding(
          Place(path: result.path, line: 1), "passes now; take it off the list of known failures")
      ]
    }
    return result.problems.map { Finding($0.place, $0.description) }
      + result.failures.map { failure in
        Finding(
          failure.firstPlace, RunReport.lines(of: failure, in: result).joined(separator: "\n"))
      }
  }
}
