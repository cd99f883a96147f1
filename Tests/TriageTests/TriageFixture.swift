import Knowledge
import KnowledgeReader
import Triage

/// The shipped table, read from `Knowledge/triage.yaml` of this checkout.
let shippedTable: TriageTable = {
  let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  guard let files = try? KnowledgeFolder(readingFrom: "/" + folder + "/Knowledge") else {
    return TriageTable()
  }
  let only = KnowledgeFolder(
    path: "Knowledge", files: files.files.filter { $0.name == "triage.yaml" })
  return read(only).table
}()

/// A table from YAML, with what was found wrong while reading it.
func read(_ folder: KnowledgeFolder) -> (table: TriageTable, problems: [String]) {
  let readers = FileReader.all.filter { $0.reads("triage.yaml") }
  let result = KnowledgeReader.read(
    folder, options: CheckOptions(today: "2026-11-21"), readers: readers, rules: [])
  return (result.draft.triage?.table ?? TriageTable(), result.diagnostics.map(\.description))
}

func readTable(_ yaml: String) -> (table: TriageTable, problems: [String]) {
  read(KnowledgeFolder(path: "test", files: [.init(name: "triage.yaml", text: yaml)]))
}

/// "run=1 walk=2" as values.
func values(_ text: some StringProtocol) -> SlotValues {
  var values = SlotValues()
  for part in text.split(separator: " ") {
    let sides = part.split(separator: "=")
    guard sides.count == 2, let slot = Slot(id: String(sides[0])) else { continue }
    values[slot] = Int(sides[1]).map { .value($0) } ?? .unknown
  }
  return values
}

/// "2+a" as a verdict.
func verdict(_ text: some StringProtocol) -> Verdict {
  let level = text.first?.wholeNumberValue ?? 0
  return Verdict(Outcome(rawValue: level) ?? .emergency, appointment: text.hasSuffix("+a"))
}
