import Language
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("roling", "rolling"), ("B01", "B001"), ("strecthing", "stretching"), ("xyz", nil),
  ])
  func theNearestNameIsFound(name: String, nearest: String?) {
    #expect(NearestName.of(name, in: ["rolling", "stretching", "B001", "ice"]) == nearest)
  }

  @Test func aHintListsWhatIsValidWhereNothingIsNear() {
    #expect(NearestName.hint(for: "icee", in: ["ice", "rest"]) == "did you mean 'ice'?")
    #expect(NearestName.hint(for: "xyz", in: ["rest", "ice"]) == "valid: ice, rest")
    #expect(NearestName.hint(for: "xyz", in: [String]()) == nil)
  }
}
