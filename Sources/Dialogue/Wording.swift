internal import Knowledge

/// The words that join what comes from the knowledge; nothing here is advice.
enum Wording {
  static let note =
    "I am a program, not a clinician: this is no diagnosis and no medical advice."
  static let asBefore = "As before:"
  static let sameAgain = "I can only say it again."
  static let moreOffer = "Say \u{201C}more\u{201D} for the rest."
  static let inShort = "In short:"
  static let again = "Once more:"
  static let notKnown = "My sources do not cover that, so I do not know."
  static let whichDoYouMean = "Which do you mean?"
  static let chooseByNumber = "A number or your own words."
  static let nearTopics = "Nearest to it, I can tell you about:"
  static let everything = "I can talk about these; name one:"
  static let behindLast = "The last reply stands on these:"
  static let restsOn = "It rests on:"

  static let chestAlarm = [
    Sentence(
      text: "Chest pain, breathlessness, coughing blood or fainting: call an ambulance now.",
      claims: ["R9-3"]),
    Sentence(
      text: "Do not run, and do not wait to see whether it passes.", claims: [],
      editorial: "our own precaution"),
  ]

  static let unlistedAlarm = Sentence(
    text:
      "That is outside my sources, and it sounds alarming: get medical help today, and do not run.",
    claims: [], editorial: "our own precaution for signs that no source here covers")

  static let unlistedEmergency = Sentence(
    text:
      "That is outside my sources, and it sounds like an emergency: call your local emergency number now, and do not run.",
    claims: [], editorial: "our own precaution for signs that no source here covers")

  static func sourcesDiffer(_ question: String) -> String {
    "Where the sources differ: \(question)"
  }
  static let stepByStep = "One point at a time:"
  static func asSure(as names: [String]) -> String {
    "I am as sure of it as my sources are, and no surer: \(list(names))."
  }
  static let clinicianFirst =
    "Where a clinician who has examined your foot says something else, go by that: I have only read."
  static let clinicianPlan =
    "Healthline, too, sends you to a doctor or physical therapist to find the cause and build a plan."
  static let nobodyWinsAgain = "As I said, I do not rank the two."
  static func origin(isFrom: Bool, _ names: [String]) -> String {
    guard isFrom else { return "No; it is from \(list(names))." }
    return names.count > 1 ? "Yes, in part: it is from \(list(names))." : "Yes, from there alone."
  }
  static let ownReading =
    "No; that was my own reading of what both say, and not the words of a source."
  static let noHarm = "No harm done. What would you like to know about the heel?"
  static let askOn = "Good. Ask on when you like."
  static func orAbout(_ title: String) -> String { "Or did you mean this: \(lowered(title))?" }
  static let nameTheQuestion =
    "Name the question, such as rest or load, ice or shoes, and I give you both sides."
  static let askedWhich = "I asked because your message fits each of these; a number will do."
  static let putAnotherWay = "Then put it another way: what would you like to know?"

  /// "Rolling, then."
  static func then(_ what: String) -> String {
    what.prefix(1).uppercased() + what.dropFirst() + ", then."
  }

  /// A text without the words that said why it came, so that they are not piled up.
  static func withoutLead(_ text: String) -> String {
    for lead in [inShort, asBefore, again, sameAgain] where text.hasPrefix(lead + " ") {
      return withoutLead(String(text.dropFirst(lead.count + 1)))
    }
    return text
  }

  static let nobodyWins = "I do not rank the two. This is each of them:"
  static let asYouLike = "As you like. What would you like to know?"
  static let backToCheck = "Back to the check."
  static let offerToGoOn = "Shall we go on with the check?"
  static let restsOnAnswers = "This rests on what you told me."
  static let notAdvice = "I am a program: no diagnosis, not medical advice."

  static let anyDanger =
    "a danger sign such as a pop, a limp, swelling, a wound, numbness, pain at night, a swollen calf or fever"
  static let anyBackground =
    "a background such as diabetes, bone trouble, an injection, certain antibiotics or pregnancy"

  /// What must not apply, and what was not asked, in the words of the slots.
  static func provisional(ruledOut: [String], open: [String]) -> String {
    var text = "Provisional: it rests on what you told me"
    if !ruledOut.isEmpty { text += ", and holds only without " + list(ruledOut, joint: "or") }
    text += "."
    if !open.isEmpty { text += " Not asked: \(list(open))." }
    return text
  }

  static let untilSeen = Sentence(
    text: "Neither stretching nor strength work until you have been seen; that is my own caution.",
    claims: [], editorial: "whoever is to be seen today does not load before")
  static let numbersAbove = "The numbers from the list above will do."
  static let offerCheck = "Shall we do the check before a run?"
  static let nothingOpen =
    "Nothing is open that this would answer. Ask me something about the heel, or say \u{201C}check\u{201D}."
  static let stillLost = [
    "Still nothing that my sources cover. \u{201C}help\u{201D} shows what they do.",
    "Not that either. \u{201C}help\u{201D} shows what I can talk about.",
    "That is not in my sources. Try \u{201C}help\u{201D}, or ask about the heel.",
  ]

  static func noted(_ items: [String]) -> String { "Noted: " + items.joined(separator: "; ") + "." }

  /// What became known of the runner, one phrase each.
  static func facts(_ facts: Facts, since before: Facts) -> [String] {
    var items: [String] = []
    if let age = facts.age, age != before.age { items.append("you are \(age)") }
    if facts.menopause, !before.menopause { items.append("menopause plays a part") }
    if let side = facts.side, side != before.side { items.append("the side: \(side.rawValue)") }
    if let weeks = facts.painWeeks, weeks != before.painWeeks {
      items.append("it has hurt for \(span(weeks))")
    }
    if facts.needsMedicineCaution, !before.needsMedicineCaution {
      items.append("a reason to ask before any anti-inflammatory")
    }
    if let race = facts.race, race != before.race {
      items.append("\(race.name)" + (race.when.map { " \($0)" } ?? ""))
    }
    return items
  }

  static let sorryWhich = "Sorry. Did you mean one of these?"
  static let knowsNothing = "Nothing yet: you have not told me anything about yourself."
  static let youToldMe = "This is what you have told me:"
  static let forgetOffer = "Say \u{201C}forget everything\u{201D} and it is gone."
  static let forgottenAll = "Forgotten, all of it. We start afresh."
  static let forgottenLast = "Forgotten."
  static let dropped = "Dropped. Ask me something else."
  static let nothingToForget = "I have nothing of that kind from you."

  static func notCovered(_ aspect: String) -> String {
    "My sources do not say \(aspect). What they do say:"
  }

  /// Words that no sentence on the topic has; none where there is nothing to name.
  static func silentOn(_ words: [String]) -> String {
    guard !words.isEmpty else {
      return "My sources do not answer just that. What they do say:"
    }
    let names = list(words.map { "\u{201C}\($0)\u{201D}" }, joint: "or")
    return "My sources say nothing of \(names) here. What they do say:"
  }

  static func theyDiffer(_ question: String) -> String {
    "My two main sources differ on this: \(lowered(question)). Ask \u{201C}who is right\u{201D} for both."
  }

  static func noDifference(_ title: String) -> String {
    "On \(lowered(title)) my sources do not contradict each other."
  }

  static func sideSilent(isBlog: Bool, _ title: String) -> String {
    "\(isBlog ? "The coach" : "Healthline") says nothing on \(lowered(title)) in what I have read."
  }

  /// "3 weeks", "2 months": a span as people say it.
  static func span(_ weeks: Double) -> String {
    func count(_ number: Double, _ unit: String) -> String {
      let whole = Int(number.rounded())
      return "\(whole) \(unit)" + (whole == 1 ? "" : "s")
    }
    if weeks < 2 { return count(weeks * 7, "day") }
    return weeks < 9 ? count(weeks, "week") : count(weeks * 7 / 30.4, "month")
  }

  /// What an aspect asks, as part of a sentence: "how long".
  static func question(_ aspect: Aspect) -> String {
    switch aspect {
    case .what: "what it is"
    case .how: "how to do it"
    case .why: "why"
    case .which: "which"
    case .place: "where"
    case .who: "who"
    case .when: "when"
    case .howLong: "how long"
    case .howOften: "how often"
    case .howMuch: "how much"
    case .howSoon: "how soon"
    case .safe: "whether it is safe"
    case .evidence: "how good the evidence is"
    case .cost: "what it costs"
    case .difference: "how they compare"
    case .noHelp: "what to do if it does not help"
    case .atNight: "anything about the night"
    case .morning: "anything about the morning"
    case .bothFeet: "anything about both feet"
    case .age: "anything about age"
    case .menopause: "anything about menopause"
    case .race: "anything about races"
    case .pregnancy: "anything about pregnancy"
    case .beforeRun: "anything about before a run"
    case .afterRun: "anything about after a run"
    case .instead: "what to do instead"
    case .stop: "when to stop"
    }
  }

  static func nothingMore(_ title: String) -> String {
    "That is all my sources give on \(lowered(title))."
  }

  static func noTopic(_ id: String, nearest: String?) -> String {
    "There is no topic \u{201C}\(shortened(id))\u{201D}."
      + (nearest.map { " Did you mean \u{201C}\($0)\u{201D}?" } ?? " /topics lists them.")
  }

  static func noCommand(_ name: String, nearest: String?) -> String {
    "There is no command /\(shortened(name))."
      + (nearest.map { " Did you mean /\($0)?" } ?? " /help lists them.")
  }

  static func left(_ titles: [String]) -> String {
    "You also asked about \(list(titles.map(lowered))); ask me again and I will take it next."
  }

  static func understood(_ message: String, as titles: [String]) -> String {
    "I took \u{201C}\(shortened(message))\u{201D} as a question about \(list(titles.map(lowered)))."
  }

  /// How sure the match was, in words, and what came second.
  static func sureness(_ confidence: Double, runnerUp: String?) -> String {
    let next = runnerUp.map { "; the next best guess was \(lowered($0))." } ?? "."
    switch confidence {
    case 0.8...: return "I am fairly sure that I understood you" + next
    case 0.5...: return "I am not quite sure that I understood you" + next
    default: return "It was a guess at what you meant" + next
    }
  }

  static func theme(_ name: String, _ titles: [String]) -> String {
    "\(name): " + titles.map(lowered).joined(separator: ", ")
  }

  /// Titles of the conversational intents, as choices.
  static let titles = [
    "greeting": "Say hello", "thanks": "Say thanks", "goodbye": "Leave",
    "help": "What I can do", "about": "What I am", "sources": "Where this comes from",
    "why": "Why I said that", "more": "More on the last answer",
    "triage": "The check before a run",
  ]

  /// "a", "a and b", "a, b and c".
  static func list(_ items: [String], joint: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(joint) " + last
  }

  /// A title inside a sentence: its first letter small, unless it opens with an abbreviation.
  static func lowered(_ title: String) -> String {
    guard let first = title.first, title.dropFirst().first?.isUppercase != true else {
      return title
    }
    return first.lowercased() + title.dropFirst()
  }

  /// At most sixty characters of what was typed, on one line.
  private static func shortened(_ message: String) -> String {
    let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 60 ? line : line.prefix(57) + "\u{2026}"
  }
}
