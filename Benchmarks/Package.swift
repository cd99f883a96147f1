// swift-tools-version: 6.1
import PackageDescription

/// Benchmarks of the matcher. A package of its own, so that nobody who builds the program pays for
/// it; the modules are links into `../Sources`, because their API has `package` access.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "firststep-benchmarks",
  targets: [
    .target(name: "Knowledge", swiftSettings: strict),
    .target(name: "Language", swiftSettings: strict),
    .target(
      name: "CSentenceEncoder",
      exclude: ["Weights"],
      cSettings: [.unsafeFlags(["-std=gnu2x", "-O3", "-ffp-contract=off"])]
    ),
    .target(name: "SentenceEncoder", dependencies: ["CSentenceEncoder"], swiftSettings: strict),
    .target(
      name: "Matching", dependencies: ["Knowledge", "Language", "SentenceEncoder"],
      swiftSettings: strict),
    .target(name: "BenchmarkSupport", swiftSettings: strict),
    .executableTarget(
      name: "intent-bench", dependencies: ["BenchmarkSupport", "Matching", "SentenceEncoder"],
      swiftSettings: strict),
    // Counts what asks for memory, in place of the C library's own functions.
    .target(name: "CAllocationCount"),
    .executableTarget(name: "empty-program", swiftSettings: strict),
    .executableTarget(
      name: "latency-bench",
      dependencies: [
        "BenchmarkSupport", "CAllocationCount", "Knowledge", "Matching", "SentenceEncoder",
      ], swiftSettings: strict),
  ]
)
