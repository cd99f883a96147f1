/// Scores of a matcher on labelled questions.
package struct EvaluationReport: Sendable {
  /// A share with what it was counted from.
  package struct Share: Hashable, Sendable {
    package var count: Int
    package var total: Int

    /// 0 to 1; 1 where nothing was to be counted.
    package var value: Double { total == 0 ? 1 : Double(count) / Double(total) }
  }

  /// Figures of one topic.
  package struct TopicScore: Hashable, Sendable {
    package var topic: String
    /// Rows labelled with it that were answered with a fitting topic.
    package var right: Share
    /// Of the answers on it, those that fitted.
    package var precision: Share
  }

  /// A topic answered for another, with the questions.
  package struct Confusion: Hashable, Sendable {
    package var expected: String
    /// Nil where the message was declined.
    package var got: String?
    package var cost: Double
    package var examples: [String]
  }

  /// Answers of about one confidence, and how many of them were right.
  package struct Bin: Hashable, Sendable {
    package var range: ClosedRange<Double>
    package var meanConfidence: Double
    package var right: Share
  }

  /// Figures of one group of rows.
  package struct GroupScore: Hashable, Sendable {
    package var group: String
    /// Rows in scope answered with a fitting topic, rows out of scope declined.
    package var right: Share
    /// The same, and rows met with a question that offers what fits, or that answers nothing.
    package var rightOrAsked: Share
  }

  package var rows: Int
  /// In-scope rows whose first answered topic fits.
  package var right: Share
  /// In-scope rows answered with a fitting topic or asked back with one among the choices.
  package var rightOrOffered: Share
  /// In-scope rows answered with a topic that does not fit.
  package var wrong: Share
  /// In-scope rows that were declined.
  package var declinedInside: Share
  /// In-scope rows whose likeliest topic fits, whatever the thresholds.
  package var firstFits: Share
  /// The same among the three likeliest.
  package var firstThreeFit: Share
  /// Out-of-scope rows that were declined.
  package var outsideDeclined: Share
  /// Out-of-scope rows that were declined or met with a question.
  package var outsideDeclinedOrAsked: Share
  /// Declined rows that are out of scope.
  package var declinePrecision: Share
  /// In-scope rows with one request that were taken for two.
  package var parted: Share
  /// Rows with two requests for which both topics were answered, in any order.
  package var multiBoth: Share
  /// Red-flag rows that the danger scan recognised.
  package var redFlags: Share
  /// Mean of the costs of all rows, in questions back.
  package var cost: Double
  /// Expected calibration error of the confidence of the likeliest topic, ten bins.
  package var calibrationError: Double
  /// Area under the curve of in-scope against out-of-scope rows by the probability of being outside.
  package var areaUnderCurve: Double
  package var groups: [GroupScore]
  package var topics: [TopicScore]
  /// Dearest first.
  package var confusions: [Confusion]
  package var reliability: [Bin]
}
