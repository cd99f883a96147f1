/// Everything the assistant knows, checked: ids are unique and every reference resolves.
package struct KnowledgeBase: Hashable, Sendable {
  package var sources: [Source] = []
  package var speakers: [Speaker] = []
  package var claims: [Claim] = []
  package var topics: [Topic] = []
  package var differences: [Difference] = []
  package var gaps: [Gap] = []
  package var smallTalk: [SmallTalk] = []
  package var nearMisses: [NearMiss] = []
  package var declines: [Decline] = []
  package var phrasings: [PhrasingSet] = []
  /// Used in training only; empty in compiled knowledge.
  package var lexicon = Lexicon()
  package var acts: [DialogueAct] = []
  package var aspects: [AspectWording] = []
  /// Words that may stand at either end of a message without meaning.
  package var fillers: [String] = []
  /// Words that carry no topic of their own.
  package var functionWords: [String] = []

  package init() {}
}
