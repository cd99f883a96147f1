/// The ids that the interface promises; none is renamed, more may be added in the folder.
package enum TopicList {
  /// About the condition: each has a file of its own.
  package static let condition = [
    "what-is-it", "symptoms", "morning-pain", "causes", "keep-running", "mild-pain",
    "persistent-pain", "severe-pain", "running-through-it", "modify-running", "mileage-increase",
    "return-to-running", "rest", "racing", "cross-training", "keep-fitness", "walking-pain",
    "rehab-plan", "exercises", "calf-raises", "hip-core", "stretching", "calf-tightness",
    "ankle-mobility", "warm-up", "ice", "rolling", "taping", "shoes", "orthotics",
    "night-splint", "pain-medication", "nutrition-recovery", "masters", "menopause",
    "recovery-time", "not-improving", "surgery", "other-treatments", "see-professional",
    "red-flags", "prevention", "coaching",
  ]

  /// Not about the condition, but understood: each has replies in `smalltalk.yaml`.
  package static let conversational = [
    "greeting", "thanks", "goodbye", "help", "about", "sources", "why", "more", "triage",
  ]
}
