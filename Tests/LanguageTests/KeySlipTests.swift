import Language
import Testing

@Suite struct KeySlipTests {
  @Test(arguments: [
    ("sotre", "store", true), ("thans", "thanks", true), ("heell", "heel", true),
    ("hsel", "heel", false), ("hwel", "heel", true), ("hede", "heel", false),
    ("thans", "than", false), ("sotre", "sore", false), ("burst", "burns", false),
    ("bursn", "burns", true), ("heel", "heel", false), ("", "a", true), ("", "", false),
    ("he", "heel", false),
  ])
  func onlySlipsOfFingersAreLikely(written: String, meant: String, isLikely: Bool) {
    let written = Array(written.utf8)
    let meant = Array(meant.utf8)
    let found = written.withUnsafeBufferPointer { written in
      meant.withUnsafeBufferPointer { KeySlip.isLikely(written, for: $0) }
    }
    #expect(found == isLikely)
  }
}
