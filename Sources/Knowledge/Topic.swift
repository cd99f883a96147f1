/// One sentence of an answer and what it stands on.
package struct Sentence: Hashable, Sendable {
  package var text: String
  /// Ids of the claims that carry it.
  package var claims: [String]
  /// Ids of the gaps (`L1` …) that it states.
  package var gaps: [String]
  /// Why it may stand without a claim ("no source says ...; our own caution"); nil when it has one.
  package var editorial: String?

  package init(text: String, claims: [String], gaps: [String] = [], editorial: String? = nil) {
    self.text = text
    self.claims = claims
    self.gaps = gaps
    self.editorial = editorial
  }
}

/// What a question wants to know of its topic.
package enum Aspect: String, CaseIterable, Codable, Hashable, Sendable {
  case what, how, why, which
  case place = "where"
  case who, when
  case howLong = "how-long"
  case howOften = "how-often"
  case howMuch = "how-much"
  case howSoon = "how-soon"
  case safe, evidence, cost, difference
  case noHelp = "no-help"
  case atNight = "at-night"
  case bothFeet = "both-feet"
  case morning, age, menopause, race, pregnancy
  case beforeRun = "before-run"
  case afterRun = "after-run"
  case instead, stop
}

/// A piece of a topic beyond its short answer, found by an aspect or by its own questions.
package struct Part: Hashable, Sendable {
  /// Unique within the topic.
  package var id: String
  package var title: String
  package var aspects: [Aspect]
  /// Questions, as people put them, that this part answers on its own.
  package var asked: [String]
  package var sentences: [Sentence]

  package init(
    id: String, title: String, aspects: [Aspect], asked: [String], sentences: [Sentence]
  ) {
    self.id = id
    self.title = title
    self.aspects = aspects
    self.asked = asked
    self.sentences = sentences
  }
}

/// Something a runner wants to know, with its answer.
package struct Topic: Hashable, Sendable {
  package var id: String
  package var title: String
  /// Short answer: 20 to 80 words that stand alone and answer in the first sentence.
  package var answer: [Sentence]
  package var parts: [Part]
  /// Ids of the differences (`D1` …) between the two documents that bear on the topic.
  package var differs: [String]
  package var seeAlso: [String]
  /// Questions that a runner is likely to ask next.
  package var followUps: [String]
  /// Whether the reply may end with the offer of the check before a run.
  package var offersTriage: Bool

  package init(
    id: String, title: String, answer: [Sentence], parts: [Part], differs: [String],
    seeAlso: [String], followUps: [String], offersTriage: Bool
  ) {
    self.id = id
    self.title = title
    self.answer = answer
    self.parts = parts
    self.differs = differs
    self.seeAlso = seeAlso
    self.followUps = followUps
    self.offersTriage = offersTriage
  }
}

/// A point on which the two documents differ.
package struct Difference: Hashable, Sendable {
  package var id: String
  /// The question on which they differ, as a noun phrase: "rest or load".
  package var question: String
  package var asked: [String]
  package var blog: [Sentence]
  package var healthline: [Sentence]
  /// What to do meanwhile.
  package var meanwhile: [Sentence]
  package var topics: [String]

  package init(
    id: String, question: String, asked: [String], blog: [Sentence], healthline: [Sentence],
    meanwhile: [Sentence], topics: [String]
  ) {
    self.id = id
    self.question = question
    self.asked = asked
    self.blog = blog
    self.healthline = healthline
    self.meanwhile = meanwhile
    self.topics = topics
  }
}

/// Something the documents lost or never said.
package struct Gap: Hashable, Sendable {
  package var id: String
  /// What is missing, as a noun phrase: "the six home exercises".
  package var missing: String
  package var asked: [String]
  /// That it is missing, then what the sources do give.
  package var says: [Sentence]
  package var topics: [String]

  package init(
    id: String, missing: String, asked: [String], says: [Sentence], topics: [String]
  ) {
    self.id = id
    self.missing = missing
    self.asked = asked
    self.says = says
    self.topics = topics
  }
}
