/// Words that carry little of what a message is about.
enum FunctionWords {
  static func contains(_ word: String) -> Bool {
    word.utf8.count <= 1 || all.contains(word)
  }

  private static let all: Set<String> = Set(
    """
    a about after again all also am an and any are as at be because been before being but by can \
    can't could did didn't do does doesn't doing don't down for from further get give go got had \
    has have haven't having he her here hers him his how i i'm i've if in into is isn't it it's its \
    just let's like me more most much my no nor not now of off ok on once one only or other our out \
    over own please really same she should shouldn't so some still such tell than thanks that \
    that's the their them then there these they thing this those through to too under until up us \
    very was wasn't we were what what's when where which while who whom why will with won't would \
    yes yet you you're your hi hello hey
    """.split(separator: " ").map(String.init))
}
