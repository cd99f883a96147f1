import Foundation
import Knowledge
import KnowledgeReader
import Triage

/// The shipped lexicon of signs, read from `Knowledge/signs.yaml` of this checkout.
let shippedSigns: SignLexicon = {
  let log = DiagnosticLog()
  guard let text = knowledgeFile("signs.yaml"),
    let root = YAMLFile.parse(text, path: "signs.yaml", log: log),
    let lexicon = SignLexicon.read(root), log.sorted.isEmpty
  else { return SignLexicon() }
  return lexicon
}()

let shippedReader: SlotReader = {
  var writer = BlobWriter()
  writer.addSection(SignLexicon.section, shippedSigns.sectionBytes)
  let bytes = writer.finish()
  // Never freed: the reader uses it as long as tests run.
  let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
  copy.copyBytes(from: bytes)
  guard let blob = try? Blob(bytes: UnsafeRawBufferPointer(copy)),
    let reader = try? SlotReader(blob, table: shippedTable)
  else { preconditionFailure("the compiled signs cannot be read") }
  return reader
}()

/// The text of a file of `Knowledge`.
func knowledgeFile(_ name: String) -> String? {
  knowledgeFolder?.files.first { $0.name == name }?.text
}

let knowledgeFolder: KnowledgeFolder? = {
  let folder = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  return try? KnowledgeFolder(readingFrom: "/" + folder + "/Knowledge")
}()

/// A message with what it says about the slots.
struct LabelledMessage: CustomStringConvertible {
  var text: String
  /// Values that must be read.
  var values: [Slot: Int] = [:]
  /// Values that may be read; nil allows any.
  var allowed: [Slot: Int?] = [:]
  /// Whether something alarming outside of the table must be read.
  var isAlarm = false
  /// Whether signs are dangerous that are not by themselves.
  var isDangerous = false

  var description: String { text }

  /// From a line "MESSAGE => slot=value ~slot=value !alarm".
  init?(_ line: Substring) {
    guard let arrow = line.range(of: " => ") else { return nil }
    text = String(line[..<arrow.lowerBound])
    for item in line[arrow.upperBound...].split(separator: " ") where item != "none" {
      if item == "!alarm" {
        isAlarm = true
        continue
      }
      if item == "!danger" {
        isDangerous = true
        continue
      }
      let isAllowed = item.hasPrefix("~")
      let parts = item.drop { $0 == "~" }.split(separator: "=")
      guard let name = parts.first, let slot = Slot(id: String(name)) else { return nil }
      let value = parts.count > 1 ? Int(parts[1]) : nil
      if isAllowed {
        allowed.updateValue(value, forKey: slot)
      } else {
        values[slot] = value
      }
    }
  }

  func isDanger(_ slot: Slot, _ value: Int) -> Bool {
    guard let from = shippedTable.definition(of: slot)?.dangerFrom else { return false }
    return value >= from
  }

  /// Whether a danger sign must be read, or none may.
  var hasDanger: Bool {
    isAlarm || isDangerous || values.contains { isDanger($0.key, $0.value) }
  }
  var mayHaveDanger: Bool {
    hasDanger || allowed.contains { isDanger($0.key, $0.value ?? Int.max) }
  }
}

/// How well messages are read.
struct ReadingFigures {
  var missed: [String] = []
  var falseAlarms: [String] = []
  var withoutDanger = 0
  var wrong: [String] = []
  var right = 0

  init(_ messages: [LabelledMessage]) {
    for message in messages { add(message) }
  }

  var falseAlarmShare: Double { Double(falseAlarms.count) / Double(max(1, withoutDanger)) }
  var rightShare: Double { Double(right) / Double(max(1, right + wrong.count)) }

  private mutating func add(_ message: LabelledMessage) {
    let reading = shippedReader.read(message.text)
    for (slot, value) in message.values where message.isDanger(slot, value) {
      let read = reading.value(of: slot) ?? 0
      if !message.isDanger(slot, read) { missed.append("\(slot.id) in: \(message)") }
    }
    if message.isDangerous, !reading.isAlarming { missed.append("danger in: \(message)") }
    if message.isAlarm, reading.alarms.isEmpty { missed.append("alarm in: \(message)") }
    if !message.mayHaveDanger {
      withoutDanger += 1
      if reading.isAlarming { falseAlarms.append(message.text) }
    }
    for slot in Slot.allCases {
      let read = reading.value(of: slot)
      if let wanted = message.values[slot] {
        if read == wanted { right += 1 } else { wrong.append("\(slot.id) in: \(message)") }
      } else if let read {
        // A message that names the heel says where it hurts.
        if slot == .site, read == 0 { continue }
        if let allowed = message.allowed[slot], allowed == nil || allowed == read { continue }
        wrong.append("\(slot.id)=\(read) in: \(message)")
      }
    }
  }
}

/// The labelled messages of a file in `Messages`.
func labelledMessages(_ name: String) -> [LabelledMessage] {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Messages/\(name).txt")
  guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
    LabelledMessage($0)
  }
}
