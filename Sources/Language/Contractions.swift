/// Contractions: putting a missing apostrophe back, and writing them out.
package enum Contractions {
  /// The contraction that a word without apostrophe stands for ("dont": "don't"), where it can
  /// hardly be another word; "ill", "well", "were", "shell", "id" and "its" stay as they are.
  package static func restored(_ word: String) -> String? {
    let length = word.utf8.count
    guard length >= 2, length <= 9 else { return nil }
    return withoutApostrophe[word]
  }

  /// The two words of a contraction: "don't" is "do", "not". A possessive ("doctor's") is none.
  package static func expanded(_ word: String) -> (String, String)? {
    guard word.utf8.contains(UInt8(ascii: "'")) else { return nil }
    if let pair = irregular[word] { return pair }
    for (ending, second) in endings where word.hasSuffix(ending) {
      return (String(word.dropLast(ending.utf8.count)), second)
    }
    return nil
  }

  /// Longest endings first.
  private static let endings = [
    ("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"),
    ("'m", "am"),
  ]

  private static let irregular: [String: (String, String)] = [
    "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"),
    "ain't": ("is", "not"), "let's": ("let", "us"), "it's": ("it", "is"),
    "that's": ("that", "is"), "what's": ("what", "is"), "there's": ("there", "is"),
    "where's": ("where", "is"), "how's": ("how", "is"), "who's": ("who", "is"),
    "here's": ("here", "is"), "he's": ("he", "is"), "she's": ("she", "is"),
    "when's": ("when", "is"), "why's": ("why", "is"), "y'all": ("you", "all"),
  ]

  private static let withoutApostrophe: [String: String] = {
    let contractions = [
      "don't", "can't", "won't", "isn't", "aren't", "wasn't", "weren't", "doesn't", "didn't",
      "hasn't", "haven't", "hadn't", "couldn't", "shouldn't", "wouldn't", "mustn't", "needn't",
      "ain't", "shan't", "i'm", "i've", "you're", "you've", "you'll", "they're", "they've",
      "they'll", "we've", "that's", "what's", "how's", "where's", "who's", "there's", "here's",
      "he's", "she's", "it'll", "when's", "could've", "should've", "would've", "y'all",
    ]
    var table: [String: String] = ["cannot": "can't"]
    for contraction in contractions {
      table[contraction.filter { $0 != "'" }] = contraction
    }
    return table
  }()
}
