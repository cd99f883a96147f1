/// A labelled question, in the form of a line of a question file.
package struct EvaluationRow: Hashable, Sendable {
  package var id: String
  package var text: String
  /// What it is about; `none` alone is out of scope.
  package var topics: [String]
  /// Other topics that fit as well.
  package var alsoFitting: [String]
  /// Whether all of `topics` are asked for.
  package var isMulti: Bool
  /// Whether it must be answered by the triage first.
  package var isRedFlag: Bool
  /// A kind of question that is scored on its own too, or nil.
  package var group: String?

  package init(
    id: String, text: String, topics: [String], alsoFitting: [String], isMulti: Bool,
    isRedFlag: Bool, group: String? = nil
  ) {
    self.id = id
    self.text = text
    self.topics = topics
    self.alsoFitting = alsoFitting
    self.isMulti = isMulti
    self.isRedFlag = isRedFlag
    self.group = group
  }

  package var isOutside: Bool { topics == [Intent.outsideLabel] }

  func fits(_ topic: String) -> Bool {
    topics.contains(topic) || alsoFitting.contains(topic)
  }
}
