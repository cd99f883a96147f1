import Dialogue
import Knowledge
import Presentation

/// All that is known of one source, and what is taken from it.
struct SourcePage {
  let source: Source
  let claims: [Claim]

  init(_ source: Source, of knowledge: KnowledgeBase) {
    self.source = source
    claims = knowledge.claims.filter { $0.source == source.id }
  }

  /// As a reply: facts under their labels, then the claims under their ids.
  var reply: Reply {
    var reply = Reply(kind: .smalltalk)
    reply.topics = ["sources"]
    reply.blocks = [
      .labelled(facts.map { LabelledLine(label: $0.label, text: $0.text) }),
      .labelled(claims.map { LabelledLine(label: $0.id, text: "\($0.says) (\($0.locator))") }),
    ]
    return reply
  }

  private var facts: [(label: String, text: String)] {
    let grade = source.grade.meaning + (source.reportedBy.map { " (\($0))" } ?? "")
    let all: [(String, String?)] = [
      ("Source", source.title ?? source.publisher),
      ("Publisher", source.title == nil ? nil : source.publisher),
      ("Address", source.link), ("DOI", source.doi), ("PubMed", source.pubmed),
      ("Date", source.date), ("Read", grade), ("Interests", source.interests),
      ("Review by", source.reviewBy),
    ]
    return all.compactMap { label, text in text.map { (label, $0) } }
  }
}

extension EvidenceGrade {
  /// How far the publication was read, in words.
  var meaning: String {
    switch self {
    case .seed: "one of the two documents this assistant is built on"
    case .read: "read on the publisher's own page or in the official record"
    case .reprint: "read in a reprint, archive or mirror"
    case .reported: "read only as reported by somebody else"
    }
  }
}
