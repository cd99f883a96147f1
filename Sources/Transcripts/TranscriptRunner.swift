internal import Dialogue

/// Plays transcripts against a subject and compares every reply.
package struct TranscriptRunner: Sendable {
  package var subject: TranscriptSubject
  package var slotWords: SlotWords

  package init(_ subject: TranscriptSubject, slotWords: SlotWords = SlotWords()) {
    self.subject = subject
    self.slotWords = slotWords
  }

  /// Runs the files on all cores and gives the results in the order of the paths.
  package func run(
    _ paths: [String], loader: TranscriptLoader, known: KnownFailures = KnownFailures(),
    workers: Int = Workers.cores
  ) -> [TranscriptResult] {
    Workers.map(paths, workers: workers) { path in
      let (transcript, problems) = loader.load(path)
      var result = run(transcript, problems: problems)
      result.knownFailure = known.reason(for: path)
      return result
    }
  }

  /// Runs one transcript, once for every phrasing of its messages.
  package func run(_ transcript: Transcript, problems: [SyntaxError] = []) -> TranscriptResult {
    var result = TranscriptResult(
      path: transcript.path, title: transcript.title, theme: transcript.theme)
    result.problems = problems
    guard problems.isEmpty else { return result }
    play(transcript, swapping: nil, into: &result)
    for (place, turn) in transcript.turns.enumerated() {
      for phrasing in turn.phrasings {
        play(transcript, swapping: (place, phrasing), into: &result)
      }
    }
    return result
  }

  /// One conversation; with a phrasing, only what follows from it on is compared.
  private func play(
    _ transcript: Transcript, swapping swap: (turn: Int, phrasing: TranscriptTurn.Phrasing)?,
    into result: inout TranscriptResult
  ) {
    let session = subject.begin()
    var count = 0
    for step in transcript.steps {
      switch step {
      case .include: continue
      case .given(let given, let place):
        for item in given {
          if let reason = session.give(item) {
            result.problems.append(
              SyntaxError(.notAccepted(what: item.description, reason: reason), at: place))
          }
        }
      case .date(let day, let place):
        if let reason = session.setDate(day) {
          result.problems.append(SyntaxError(.notAccepted(what: day, reason: reason), at: place))
        }
      case .turn(let turn):
        let isSwapped = swap?.turn == count
        let message = isSwapped ? swap?.phrasing.text ?? turn.message : turn.message
        let place = isSwapped ? swap?.phrasing.place ?? turn.place : turn.place
        let answer = session.respond(message)
        let isCompared = swap.map { $0.turn <= count } ?? true
        if swap == nil {
          result.played.append(PlayedTurn(place: place, message: message, answer: answer))
        }
        if isCompared {
          result.turnCount += 1
          if var failure = failure(of: turn, answer, message: message, at: place) {
            failure.why = session.why()
            result.failures.append(failure)
          }
        }
        count += 1
      }
    }
  }

  /// What differs from the file; nil where nothing does.
  func failure(
    of turn: TranscriptTurn, _ answer: TranscriptSubject.Answer, message: String, at place: Place
  ) -> TurnFailure? {
    var failure = TurnFailure(place: place, message: message, reply: answer.reply)
    guard turn.expectsSomething else {
      failure.isUnrecorded = true
      failure.grade = .new
      return failure
    }
    let text = answer.reply.text
    if !turn.reply.accepts(text) { failure.diff = DiffLine.compare(turn.reply, with: text) }
    for line in turn.meaning {
      if let got = line.difference(from: answer, words: slotWords) {
        failure.meaning.append(
          .init(place: line.place, expected: line.source, got: got, key: line.key))
      }
    }
    guard !failure.diff.isEmpty || !failure.meaning.isEmpty else { return nil }
    failure.grade = RecordingGrade(failure, of: turn)
    return failure
  }
}

extension Given {
  package var description: String {
    switch self {
    case .slot(let slot, let number): "\(slot)=\(number.map(String.init) ?? "unknown")"
    case .slotWord(let slot, let word): "\(slot)=\(word)"
    case .fact(let name, let value): "\(name) \(value)"
    }
  }
}
