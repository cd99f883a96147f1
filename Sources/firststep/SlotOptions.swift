import ArgumentParser
import Knowledge

/// One option a slot of the triage table; the value is its number, its word, or `unknown`.
struct SlotOptions: ParsableArguments {
  @Option(help: .slot, completion: .slot) var onset: String?
  @Option(help: .slot, completion: .slot) var weight: String?
  @Option(help: .slot, completion: .slot) var look: String?
  @Option(help: .slot, completion: .slot) var circulation: String?
  @Option(help: .slot, completion: .slot) var calf: String?
  @Option(help: .slot, completion: .slot) var nerve: String?
  @Option(help: .slot, completion: .slot) var skin: String?
  @Option(help: .slot, completion: .slot) var fever: String?
  @Option(help: .slot, completion: .slot) var diabetes: String?
  @Option(help: .slot, completion: .slot) var rest: String?
  @Option(help: .slot, completion: .slot) var general: String?
  @Option(help: .slot, completion: .slot) var inflam: String?
  @Option(help: .slot, completion: .slot) var bone: String?
  @Option(help: .slot, completion: .slot) var bonerisk: String?
  @Option(help: .slot, completion: .slot) var injection: String?
  @Option(help: .slot, completion: .slot) var fluoro: String?
  @Option(help: .slot, completion: .slot) var pregnant: String?
  @Option(help: .slot, completion: .slot) var age: String?
  @Option(help: .slot, completion: .slot) var run: String?
  @Option(help: .slot, completion: .slot) var walk: String?
  @Option(help: .slot, completion: .slot) var level: String?
  @Option(help: .slot, completion: .slot) var nextday: String?
  @Option(help: .slot, completion: .slot) var duration: String?
  @Option(help: .slot, completion: .slot) var plan: String?
  @Option(help: .slot, completion: .slot) var rehab: String?
  @Option(help: .slot, completion: .slot) var site: String?
  @Option(help: .slot, completion: .slot) var returning: String?

  /// What was given, in the order of the table.
  var given: [(slot: String, value: String)] {
    let values: [(Slot, String?)] = [
      (.onset, onset), (.weight, weight), (.look, look), (.circulation, circulation),
      (.calf, calf), (.nerve, nerve), (.skin, skin), (.fever, fever), (.diabetes, diabetes),
      (.rest, rest), (.general, general), (.inflam, inflam), (.bone, bone),
      (.bonerisk, bonerisk), (.injection, injection), (.fluoro, fluoro), (.pregnant, pregnant),
      (.age, age), (.run, run), (.walk, walk), (.level, level), (.nextday, nextday),
      (.duration, duration), (.plan, plan), (.rehab, rehab), (.site, site),
      (.returning, returning),
    ]
    return values.compactMap { slot, value in value.map { (slot.id, $0) } }
  }
}

extension ArgumentHelp {
  /// All slot options take the same kind of value.
  fileprivate static var slot: ArgumentHelp {
    ArgumentHelp("Number or word of the answer, or 'unknown'.", valueName: "value")
  }
}
