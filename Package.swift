// swift-tools-version: 6.1
import PackageDescription

/// Settings shared by every Swift target of the package.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The Swift libraries as part of the program; the Makefile asks for it where the toolchain has them.
let isStatic = Context.environment["FIRSTSTEP_STATIC"].map { !$0.isEmpty } ?? false
let standalone: [LinkerSetting] =
  isStatic
  ? [
    .unsafeFlags(["-static-stdlib", "-use-ld=lld"]), .linkedLibrary("_FoundationCollections"),
    .linkedLibrary("_FoundationCShims"),
  ] : []

let package = Package(
  name: "firststep",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "firststep", targets: ["firststep"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // What the assistant knows, as plain values; no file, no clock, no terminal.
    .target(name: "Knowledge", swiftSettings: strict),
    // Words: normalising, tokens, spelling, quantities, negation.
    .target(name: "Language", swiftSettings: strict),
    // Text in, unit vector out; knows nothing of feet.
    .target(
      name: "CSentenceEncoder",
      exclude: ["Weights"],
      cSettings: [.unsafeFlags(["-std=gnu2x", "-O3", "-ffp-contract=off"])]
    ),
    .target(name: "SentenceEncoder", dependencies: ["CSentenceEncoder"], swiftSettings: strict),
    .target(
      name: "Matching", dependencies: ["Knowledge", "Language", "SentenceEncoder"],
      swiftSettings: strict),
    .target(name: "Triage", dependencies: ["Knowledge", "Language"], swiftSettings: strict),
    .target(
      name: "Dialogue", dependencies: ["Knowledge", "Language", "Matching", "Triage"],
      swiftSettings: strict),
    .target(
      name: "Transcripts", dependencies: ["Dialogue", "Knowledge", "Language", "Triage"],
      swiftSettings: strict),

    // YAML to a checked model. Linked into the compiler only: Yams brings the whole of Foundation.
    .target(
      name: "KnowledgeReader",
      dependencies: ["Knowledge", "Language", "Triage", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .executableTarget(
      name: "knowledge-compiler", dependencies: ["KnowledgeReader", "Knowledge", "Matching"],
      swiftSettings: strict),
    .plugin(
      name: "CompileKnowledge", capability: .buildTool(), dependencies: ["knowledge-compiler"]),
    .target(
      name: "CompiledKnowledge", dependencies: ["Knowledge"], path: "Knowledge",
      swiftSettings: strict,
      plugins: ["CompileKnowledge"]),

    .target(name: "CLineEditor", linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "Terminal", dependencies: ["CLineEditor"], swiftSettings: strict),
    // A reply as lines for a terminal or a pipe.
    .target(
      name: "Presentation", dependencies: ["Dialogue", "Knowledge", "Terminal"],
      swiftSettings: strict),
    .executableTarget(
      name: "firststep",
      dependencies: [
        "CompiledKnowledge", "Dialogue", "Knowledge", "Matching", "Presentation", "Terminal",
        "Transcripts", "Triage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: standalone),

    .target(
      name: "TestSupport", dependencies: ["Knowledge"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "KnowledgeTests", dependencies: ["Knowledge", "CompiledKnowledge", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "KnowledgeReaderTests", dependencies: ["KnowledgeReader", "Knowledge", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SentenceEncoderTests", dependencies: ["SentenceEncoder", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "MatchingTests",
      dependencies: [
        "Matching", "Knowledge", "CompiledKnowledge", "SentenceEncoder", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TriageTests",
      dependencies: [
        "Triage", "Knowledge", "KnowledgeReader", "CompiledKnowledge", "TestSupport",
      ],
      exclude: ["Reading/Messages"], swiftSettings: strict),
    .testTarget(
      name: "DialogueTests",
      dependencies: [
        "Dialogue", "Knowledge", "CompiledKnowledge", "Matching", "SentenceEncoder", "TestSupport",
        "Triage",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PresentationTests", dependencies: ["Presentation", "Dialogue", "Terminal"],
      swiftSettings: strict),
    // A small program on a real pseudo-terminal, for the tests of the editor.
    .executableTarget(
      name: "line-editor-probe", dependencies: ["Terminal"], path: "Tests/LineEditorProbe",
      swiftSettings: strict),
    // A Swift program that does next to nothing, to measure the start of ours against.
    .executableTarget(name: "empty-program", path: "Tests/EmptyProgram", swiftSettings: strict),
    .target(
      name: "CPseudoTerminal", path: "Tests/CPseudoTerminal",
      linkerSettings: [.linkedLibrary("edit")]),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "Terminal", "CPseudoTerminal", "TestSupport", "line-editor-probe", "empty-program",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TranscriptTests",
      dependencies: [
        "Transcripts", "Dialogue", "Knowledge", "CompiledKnowledge", "Matching", "Triage",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ]
)
