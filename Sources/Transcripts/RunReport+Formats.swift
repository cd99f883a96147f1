extension RunReport {
  /// Test Anything Protocol, version 14: one point a transcript, the failures as its diagnostics.
  package var tap: String {
    var lines = ["TAP version 14", "1..\(results.count)"]
    for (place, result) in results.enumerated() {
      let number = place + 1
      let name = result.path.replacing("#", with: "\\#")
      switch result.status {
      case .passed: lines.append("ok \(number) - \(name)")
      case .known:
        lines.append("not ok \(number) - \(name) # TODO \(result.knownFailure ?? "")")
      case .fixed: lines.append("not ok \(number) - \(name)")
      case .failed: lines.append("not ok \(number) - \(name)")
      }
      let details = Self.details(of: result)
      guard !details.isEmpty else { continue }
      lines += ["  ---", "  message: |"]
      lines += details.map { $0.isEmpty ? "" : "    " + $0 }
      lines.append("  ...")
    }
    lines += listProblems.map { "# \($0)" }
    lines.append("# " + summary)
    return lines.joined(separator: "\n") + "\n"
  }

  /// JUnit XML: a suite a theme, a case a transcript.
  package var junit: String {
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    let failed = results.count { !$0.isAccepted }
    lines.append(
      "<testsuites name=\"transcripts\" tests=\"\(results.count)\" failures=\"\(failed)\">")
    var themes: [String] = []
    for result in results where !themes.contains(result.theme) { themes.append(result.theme) }
    for theme in themes {
      let members = results.filter { $0.theme == theme }
      lines.append(
        "  <testsuite name=\"\(Self.escaped(theme))\" tests=\"\(members.count)\" failures=\""
          + "\(members.count { !$0.isAccepted })\" skipped=\""
          + "\(members.count { $0.status == .known })\">")
      for member in members { lines += Self.testCase(member) }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func testCase(_ result: TranscriptResult) -> [String] {
    let line = result.problems.first?.place.line ?? result.failures.first?.place.line ?? 1
    let opening =
      "    <testcase classname=\"\(escaped(result.theme))\" name=\"\(escaped(name(of: result)))\" "
      + "file=\"\(escaped(result.path))\" line=\"\(line)\""
    let details = escaped(details(of: result).joined(separator: "\n"))
    switch result.status {
    case .passed: return [opening + "/>"]
    case .known:
      let reason = escaped(result.knownFailure ?? "")
      return [opening + ">", "      <skipped message=\"\(reason)\"/>", "    </testcase>"]
    case .failed, .fixed:
      let message = escaped(headline(of: result))
      return [
        opening + ">", "      <failure message=\"\(message)\">\(details)</failure>",
        "    </testcase>",
      ]
    }
  }

  private static func name(of result: TranscriptResult) -> String { result.title ?? result.path }

  private static func headline(of result: TranscriptResult) -> String {
    if result.status == .fixed { return "passes now; take it off the list of known failures" }
    if let problem = result.problems.first { return problem.problem.wording }
    guard let failure = result.failures.first else { return "" }
    return "\(failure.place.lineOnly): the reply is not as expected"
  }

  /// Everything that is wrong, as lines.
  package static func details(of result: TranscriptResult) -> [String] {
    guard result.status != .fixed else { return [headline(of: result)] }
    return result.problems.map(\.description)
      + result.failures.flatMap { lines(of: $0, in: result) }
  }

  /// Text for XML, without the control characters that it cannot hold.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case let control where control.value < 0x20: escaped += "?"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
