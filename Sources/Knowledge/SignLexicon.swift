/// How runners say what the triage table asks: patterns over words, compiled to numbers.
///
/// Words, sets of words and patterns are shared and referred to by their index. The patterns of a
/// rule are tried one by one; a rule holds where one of them fits and none of its guards objects.
package struct SignLexicon: Hashable, Sendable {
  /// Every word of every pattern, sorted.
  package var words: [String] = []
  /// Common words that lie one typo from a word of a pattern and yet are words of their own.
  package var ordinaryWords: [String] = []
  package var elements: [SignElement] = []
  package var rules: [SignRule] = []
  package var combinations: [SignCombination] = []
  /// Index of the element that accepts the words of the foot; nil if there is none.
  package var foot: Int?

  package init() {}
}

/// What one place of a pattern accepts.
package enum SignElement: Hashable, Sendable {
  /// One of these words, by index, sorted.
  case words([Int])
  /// A bare number in figures or words, both ends included.
  case number(lower: Double, upper: Double)
  /// A quantity whose greater end lies in the range, both ends included.
  case quantity(SignMeasure, lower: Double, upper: Double)
}

/// What a quantity is measured in.
package enum SignMeasure: String, CaseIterable, Hashable, Sendable {
  case days, minutes, km, percent
  /// Out of ten, on the scale of pain.
  case scale
}

/// One element of a pattern and how it follows the one before.
package struct SignStep: Hashable, Sendable {
  /// Index into the elements of the lexicon.
  package var element: Int
  /// How many other tokens may stand before it.
  package var gap: Int
  package var isOptional: Bool

  package init(element: Int, gap: Int = 0, isOptional: Bool = false) {
    self.element = element
    self.gap = gap
    self.isOptional = isOptional
  }
}

/// Steps to be found one after the other in a sentence; never empty, never optional at its ends.
package struct SignPattern: Hashable, Sendable {
  package var steps: [SignStep]

  package init(steps: [SignStep]) {
    self.steps = steps
  }
}

/// Words that must, or must not, stand near a hit.
package struct SignGuard: Hashable, Sendable {
  package enum Side: String, CaseIterable, Hashable, Sendable {
    case before = "<"
    case after = ">"
    case around = ""
  }

  package var patterns: [SignPattern]
  package var side: Side
  /// How many tokens may lie between the hit and the words.
  package var reach: Int
  /// Whether it gives way where a word of the foot stands as near.
  package var isWeak: Bool

  package init(patterns: [SignPattern], side: Side, reach: Int, isWeak: Bool = false) {
    self.patterns = patterns
    self.side = side
    self.reach = reach
    self.isWeak = isWeak
  }
}

/// Patterns that mean the same.
package struct SignRule: Hashable, Sendable {
  package enum Meaning: Hashable, Sendable {
    /// A value of a slot of the triage table.
    case value(Slot, Int)
    /// Something alarming that the table knows nothing of.
    case alarm(String)
    /// Counts only together with another sign.
    case companion(String)
    /// A way of speaking; what lies inside is not read.
    case idiom
    case cue(SignCue)
  }

  /// What a hit says when it speaks of former times.
  package enum Past: Hashable, Sendable {
    case drop
    case keep
    case value(Int)
  }

  /// Which other hits for its slot it takes the place of.
  package enum Override: String, CaseIterable, Hashable, Sendable {
    case none, overlapping, sentence
  }

  package var meaning: Meaning
  package var patterns: [SignPattern]
  package var needs: [SignGuard] = []
  package var unless: [SignGuard] = []
  /// Value of the slot when the hit is negated; nil says nothing.
  package var negated: Int? = 0
  package var past = Past.drop
  /// Whether it counts whoever is spoken of.
  package var isAnyone = false
  package var override = Override.none

  package init(meaning: Meaning, patterns: [SignPattern]) {
    self.meaning = meaning
    self.patterns = patterns
  }
}

/// Words that change how a sign is meant, after NegEx (Chapman et al. 2001,
/// doi:10.1006/jbin.2001.1029) and ConText (Harkema et al. 2009, doi:10.1016/j.jbi.2009.05.002).
package enum SignCue: String, CaseIterable, Hashable, Sendable {
  /// "no numbness or swelling": negates the nouns that follow.
  case no
  /// "isn't numb": negates what follows in its clause.
  case not
  /// "no wonder", "doesn't stop": looks like a negation and is none.
  case notNegation = "not-negation"
  /// "but", "since": ends the scope of what stands before it.
  case end
  /// Begins a new clause when it follows a comma or "and".
  case clause
  /// A sign that is no noun, so that "no pain and numb" does not negate it.
  case adjective
  /// "swelling: none".
  case noAfter = "no-after"
  case unsure
  case past
  case pastPseudo = "past-pseudo"
  /// "went away": over, when it follows the sign.
  case resolved
  /// Words that may stand between a sign and "went away".
  case filler
  /// Present tense or the present day, which keeps "last year" from reaching over.
  case present
  /// Days gone by that are too near to be former times.
  case recent
  case otherAdult = "other-adult"
  case otherChild = "other-child"
  case own = "self"
  case ownBody = "own-body"
  case aboutThem = "about-them"
  case whatIf = "what-if"
  case condition = "if"
  /// Begins a question.
  case asks
  /// Words that may stand before one.
  case opener
  /// Speaks of causes and risks in general.
  case topic
  case personal
  case correction
  /// "should I worry about": asks about what follows, where nothing more is said of it.
  case asksAbout = "asks-about"
  /// Everyday words that a typo of one letter brings near to a sign.
  case everyday
}

/// A slot has a worse value when another sign is there too.
package struct SignCombination: Hashable, Sendable {
  package var slot: Slot
  /// Least value of the slot for which it holds.
  package var from: Int
  /// Names of alarms and companions, or "walk=2" for a slot with at least that value; one of them
  /// must be there.
  package var with: [String]
  package var value: Int

  package init(slot: Slot, from: Int, with: [String], value: Int) {
    self.slot = slot
    self.from = from
    self.with = with
    self.value = value
  }
}
