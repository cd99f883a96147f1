/// Finds where the knowledge defines a name, by looking at the text of its files.
package struct DefinitionFinder: Sendable {
  private struct Line {
    var key: String
    var value: String
    var place: Place
  }

  private var lines: [Line] = []

  package init() {}

  /// Reads the YAML files below a folder, and the commands and moves of the check from the folder of
  /// the program's sources; what cannot be read is left out.
  package init(folder: String, program: String = "Sources/Dialogue") {
    for name in ["ConversationCommand.swift", "TurnRecord.swift"] {
      let path = program + "/" + name
      if let text = try? FileSystem.read(path) { addCases(of: text, path: path) }
    }
    let paths = try? FileSystem.files(under: folder) { $0.hasSuffix(".yaml") }
    for path in paths ?? [] {
      guard let text = try? FileSystem.read(path) else { continue }
      add(text, path: path)
    }
  }

  /// Takes the lines of one file that define something: `id:`, `reason:` and `word:`.
  package mutating func add(_ text: String, path: String) {
    for (index, line) in SourceLines.split(text).enumerated() {
      let content = line.drop { $0 == " " || $0 == "-" }
      guard let colon = content.firstIndex(of: ":") else { continue }
      let key = String(content[..<colon])
      guard ["id", "reason", "word", "topic", "slots", "declines", "guards"].contains(key) else {
        continue
      }
      let value = content[content.index(after: colon)...].filter { $0 != " " && $0 != "\"" }
      lines.append(Line(key: key, value: value, place: Place(path: path, line: index + 1)))
    }
  }

  /// Takes the raw values that the cases of an enumeration list: "case help, more", "case a = \"b\"".
  private mutating func addCases(of text: String, path: String) {
    for (index, line) in SourceLines.split(text).enumerated() {
      let words = line.split { $0 == " " || $0 == "," || $0 == "\"" || $0 == "=" }
      guard words.first == "case" else { continue }
      lines += words.dropFirst().map { word in
        Line(key: "case", value: String(word), place: Place(path: path, line: index + 1))
      }
    }
  }

  /// Where a name of a column stands; nil where no file has it.
  package func place(of id: String, in column: Coverage.Column) -> Place? {
    switch column {
    case .topics: find("id", id, in: "topics/\(id).yaml") ?? find("id", id, in: "smalltalk.yaml")
    case .claims: find("id", id, in: "claims/")
    case .rules, .guards: find("id", id, in: "triage.yaml")
    case .declines:
      find("reason", id, in: "smalltalk.yaml") ?? find("id", id, in: "near-misses.yaml")
    case .moves: find("id", id, in: "acts.yaml") ?? find("case", id, in: "TurnRecord.swift")
    case .slotValues: slotValue(id)
    case .commands: find("case", id, in: "ConversationCommand.swift")
    }
  }

  private func find(_ key: String, _ value: String, in path: String) -> Place? {
    lines.first { $0.key == key && $0.value == value && $0.place.path.contains(path) }?.place
  }

  /// The n-th `word:` after the slot's `id:`.
  private func slotValue(_ id: String) -> Place? {
    let sides = id.split(separator: "=")
    guard sides.count == 2, let number = Int(sides[1]),
      let start = lines.firstIndex(where: {
        $0.key == "id" && $0.value == sides[0] && $0.place.path.contains("triage.yaml")
      })
    else { return nil }
    let words = lines[(start + 1)...].prefix { $0.key == "word" }
    return words.dropFirst(number).first?.place
  }
}
