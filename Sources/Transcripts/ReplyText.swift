/// The text of a reply in the pieces that a person compares: blocks, and lines of one sentence.
enum ReplyText {
  /// Pieces between blank lines.
  static func blocks(of text: String) -> [String] {
    var blocks: [String] = []
    var block: [String] = []
    for line in SourceLines.split(text) {
      if line.isBlank {
        if !block.isEmpty { blocks.append(block.joined(separator: "\n")) }
        block = []
      } else {
        block.append(line)
      }
    }
    if !block.isEmpty { blocks.append(block.joined(separator: "\n")) }
    return blocks
  }

  /// A sentence and whether it begins a line of its own: the first of a block, a point of a list.
  struct Sentence: Hashable {
    var text: String
    var opensBlock: Bool
    var opensLine: Bool
  }

  static func sentences(of text: String) -> [Sentence] {
    var all: [Sentence] = []
    for block in blocks(of: text) {
      var opensBlock = true
      for line in block.split(separator: "\n") {
        for (place, sentence) in split(line).enumerated() {
          all.append(
            Sentence(text: sentence, opensBlock: opensBlock, opensLine: opensBlock || place == 0))
          opensBlock = false
        }
      }
    }
    return all
  }

  /// A line cut after each word that ends in `.`, `?` or `!`, before a capital, a figure or a mark.
  static func split(_ line: Substring) -> [String] {
    var sentences: [String] = []
    var words: [Substring] = []
    let all = line.words
    for (place, word) in all.enumerated() {
      words.append(word)
      let bare = word.drop { $0 == "(" || $0 == "\"" }
      let closed = bare.reversed().drop { ")\"\u{201D}\u{2019}'".contains($0) }.first
      guard let closed, ".?!".contains(closed), place + 1 < all.count else { continue }
      let next = all[place + 1].first
      let opens =
        next.map { $0.isUppercase || $0.isNumber || "\"\u{201C}[".contains($0) } ?? false
      let isCount = bare.count <= 3 && bare.dropLast().allSatisfy(\.isNumber)
      if opens, !isCount {
        sentences.append(words.joined(separator: " "))
        words = []
      }
    }
    if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
    return sentences
  }

  /// Text as lines of at most `width` columns; points of lists keep a hanging indent.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for (place, block) in blocks(of: text).enumerated() {
      if place > 0 { lines.append("") }
      for line in block.split(separator: "\n") {
        lines += wrappedLine(line, width: width, hanging: hanging(line))
      }
    }
    return lines
  }

  private static func hanging(_ line: Substring) -> String {
    let number = line.prefix(while: \.isNumber)
    if line.hasPrefix("- ") { return "  " }
    if !number.isEmpty, line.dropFirst(number.count).hasPrefix(" ") {
      return String(repeating: " ", count: number.count + 1)
    }
    return ""
  }

  static func wrappedLine(_ line: Substring, width: Int, hanging: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in line.words {
      if current.isEmpty {
        current = String(word)
      } else if current.count + 1 + word.count <= width {
        current += " " + word
      } else {
        lines.append(current)
        current = hanging + word
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines
  }
}
