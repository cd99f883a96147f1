import Knowledge

/// Every topic has enough phrasings, and no phrasing stands for two topics.
struct PhrasingRule: CheckRule {
  static let fewestOfTopic = 20
  static let fewestOfConversational = 15

  func check(_ draft: KnowledgeDraft, _ options: CheckOptions, _ log: DiagnosticLog) {
    checkNumbers(draft, log)
    var first: [String: KnowledgeDraft.PlacedPhrasing] = [:]
    var counted: Set<[String]> = []
    for phrasing in draft.phrasings where !phrasing.topics.isEmpty {
      let text = Self.normalised(phrasing.text)
      if phrasing.isCounted, !counted.insert(phrasing.topics + [text]).inserted {
        log.warning(
          .repeatedPhrasing, at: phrasing.place,
          "'\(phrasing.text)' is already a phrasing of \(phrasing.topics.joined(separator: ", "))")
      }
      guard let other = first[text] else {
        first[text] = phrasing
        continue
      }
      if Set(other.topics).isDisjoint(with: phrasing.topics) {
        log.error(
          .sharedPhrasing, at: phrasing.place,
          "'\(phrasing.text)' stands for \(phrasing.topics.joined(separator: ", ")) and for "
            + other.topics.joined(separator: ", "), hint: "the other one is at \(other.place)")
      }
    }
  }

  private func checkNumbers(_ draft: KnowledgeDraft, _ log: DiagnosticLog) {
    var numbers: [String: Int] = [:]
    var places: [String: Place] = [:]
    for phrasing in draft.phrasings where phrasing.isCounted {
      for topic in phrasing.topics {
        numbers[topic, default: 0] += 1
        if places[topic] == nil { places[topic] = phrasing.place }
      }
    }
    let topics = draft.knowledge.topics.map(\.id).filter { !TopicList.condition.contains($0) }
    let wanted =
      (TopicList.condition + topics).map { ($0, Self.fewestOfTopic) }
      + TopicList.conversational.map { ($0, Self.fewestOfConversational) }
    for (topic, fewest) in wanted where numbers[topic, default: 0] < fewest {
      log.error(
        .fewPhrasings, at: places[topic] ?? Place(path: draft.folderPath),
        "'\(topic)' has \(numbers[topic, default: 0]) phrasings, at least \(fewest) are needed",
        hint: "add to phrasings/\(topic).yaml")
    }
  }

  /// Lower case, letters and digits only, single blanks: two phrasings are the same when this is.
  /// What has neither letters nor digits ("?!") stays as it is.
  static func normalised(_ text: String) -> String {
    let words = Words(text).words.map { $0.filter { $0 != "'" } }
    return words.isEmpty ? text : words.joined(separator: " ")
  }
}
