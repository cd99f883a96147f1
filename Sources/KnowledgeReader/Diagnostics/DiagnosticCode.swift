/// The kinds of finding, with the codes by which documentation and tests name them.
///
/// K1 the form of files, K2 names, K3 sentences, K4 completeness, K5 triage, K6 lexicon.
package enum DiagnosticCode: String, CaseIterable, Sendable {
  // The form of files.
  case unreadable = "K101"
  case brokenYAML = "K102"
  case wrongKind = "K103"
  case missingKey = "K104"
  case unknownKey = "K105"
  case badValue = "K106"
  case unknownFile = "K107"
  case missingFile = "K108"

  // Names.
  case duplicateID = "K201"
  case unknownID = "K202"

  // Sentences.
  case unsupported = "K301"
  case figure = "K302"
  case hedge = "K303"
  case reported = "K304"
  case forbiddenPhrase = "K305"
  case tone = "K306"
  case unverified = "K307"

  // Completeness.
  case missingTopic = "K401"
  case shortAnswerLength = "K402"
  case fewPhrasings = "K403"
  case sharedPhrasing = "K404"
  case repeatedPhrasing = "K405"
  case unusedClaim = "K406"
  case sourceAddress = "K407"
  case reviewDate = "K408"

  // Triage: the owners of triage.yaml and signs.yaml add theirs here.
  case triage = "K501"

  // Lexicon.
  case lexicon = "K601"
}
