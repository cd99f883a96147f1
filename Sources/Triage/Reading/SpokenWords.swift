/// Dialect and texting put into the words that the patterns use: "cannae" is "cant", "ma" is "my".
///
/// Only what can stand for nothing else in a message about a foot; a word of the lexicon that is
/// written so stays as it is.
enum SpokenWords {
  /// The plain word for one that is spoken or texted; the word itself for any other.
  static func plain(_ word: String) -> String { words[word] ?? word }

  private static let words: [String: String] = [
    "cannae": "cant", "canna": "cant", "cannot": "cant", "cnt": "cant", "carnt": "cant",
    "caint": "cant", "kant": "cant", "couldnae": "couldnt", "couldna": "couldnt",
    "cudnt": "couldnt", "couldn": "couldnt", "dinnae": "dont",
    "dinna": "dont", "doan": "dont", "didnae": "didnt", "didna": "didnt",
    "doesnae": "doesnt", "disnae": "doesnt", "dosnt": "doesnt",
    "isnae": "isnt", "wasnae": "wasnt", "hasnae": "hasnt", "hadnae": "hadnt", "havenae": "havent",
    "wouldnae": "wouldnt", "wullnae": "wont", "willnae": "wont", "winnae": "wont",
    "arenae": "arent",
    "calfs": "calf", "foots": "foot", "archs": "arch", "ma": "my", "mah": "my", "doon": "down",
    "aboot": "about", "efter": "after", "frae": "from", "wi": "with",
    "wiz": "was", "wur": "were", "sair": "sore", "gonnae": "going", "gonny": "going",
    "aw": "all", "hae": "have", "hiv": "have", "roon": "round", "staun": "stand",
    "stauns": "stands", "walkin": "walking", "runnin": "running", "hirtin": "hurting",
    "hurtin": "hurting", "burnin": "burning", "tinglin": "tingling", "swellin": "swelling",
    "limpin": "limping", "throbbin": "throbbing", "achin": "aching", "standin": "standing",
    "sleepin": "sleeping", "feelin": "feeling", "comin": "coming", "goin": "going",
    "gettin": "getting", "puttin": "putting", "lyin": "lying", "sittin": "sitting",
    "settin": "setting", "hopin": "hoping", "wakin": "waking", "spreadin": "spreading",
    "oozin": "oozing", "shakin": "shaking", "breathin": "breathing", "coughin": "coughing",
    "summat": "something", "summit": "something", "smth": "something", "sumthing": "something",
    "somethin": "something", "sumthin": "something", "smthing": "something", "nowt": "nothing",
    "nuthin": "nothing", "nothin": "nothing", "nuffin": "nothing", "cuz": "because",
    "cus": "because", "coz": "because", "cos": "because", "bc": "because", "bcos": "because",
    "u": "you", "ur": "your", "b4": "before", "2day": "today", "2moro": "tomorrow",
    "tmrw": "tomorrow", "tmr": "tomorrow", "tonite": "tonight", "2nite": "tonight",
    "yday": "yesterday", "rn": "now", "gd": "good", "wot": "what",
    "thru": "through", "nite": "night", "wk": "week", "wks": "weeks", "frm": "from",
    "shud": "should", "cud": "could", "wud": "would", "strait": "straight",
    "shold": "should", "shoud": "should", "shuld": "should", "sould": "should",
    "shoudl": "should", "coud": "could", "culd": "could", "cuold": "could", "coudl": "could",
    "woud": "would", "wold": "would", "wuld": "would", "wolud": "would", "woudl": "would",
    "wich": "which", "wuz": "was",
    "wght": "weight", "wt": "weight", "brth": "breath", "swoln": "swollen",
    "oan": "on", "ane": "one", "twa": "two", "heid": "head", "wrang": "wrong", "aff": "off",
    "jist": "just", "yin": "one", "deid": "dead",
  ]
}
