/// What each outcome costs, in units of one question back that leads on.
///
/// The figures are stated once, here; the thresholds follow from them by cross-validation.
package struct Costs: Hashable, Sendable {
  /// An answer on a topic that was not meant: 4, but 7 of 50 such answers fit after all
  /// (`CrossValidation.fit`).
  package var wrongAnswer = 4.0 * 43 / 50
  /// An answer that was not meant but that names the right topic as worth seeing: half of such
  /// answers fit after all (`CrossValidation.fit`), the others lead on like a question back.
  package var neighbouringAnswer = 0.5
  /// An answer that was not meant, to a message whose own topic names this one as worth seeing: half
  /// of these fit as well.
  package var relatedAnswer = 2.0
  /// An answer to what is out of scope.
  package var answerOutOfScope = 6.0
  /// A question that offers what was meant.
  package var question = 1.0
  /// A question that does not offer what was meant, as none does to a message out of scope.
  package var questionThatMisses = 2.0
  /// A message that could have been answered is declined: no better than a wrong answer.
  package var declinedInScope = 4.0

  package init() {}

  package static let stated = Costs()
}

/// Where answering ends and declining begins; chosen from `Costs` by cross-validation.
package struct Thresholds: Hashable, Sendable {
  /// Answer from this confidence on.
  package var answer: Double
  /// Below it, decline from this probability of being out of scope on; ask otherwise.
  package var decline: Double
  /// A topic is offered in a question if it has at least this part of the first one's probability.
  package var offer: Double

  package init(answer: Double, decline: Double, offer: Double) {
    self.answer = answer
    self.decline = decline
    self.offer = offer
  }
}
