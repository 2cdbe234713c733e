// swift-tools-version: 6.2
import PackageDescription

/// What every target is held to: Swift 6 with explicit imports and every warning an error.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

/// A room of the house; `uses` are its arrows (docs/architecture.md), which ArchitectureTests checks.
func room(_ name: String, uses: [String] = []) -> Target {
  .target(name: name, dependencies: uses.map { .byName(name: $0) }, swiftSettings: strict)
}

/// The tests of one room; test code may use Foundation and need not mark memory-unsafe calls.
func tests(of name: String, uses: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name, "TestSupport"] + uses).map { .byName(name: $0) },
    swiftSettings: testSettings)
}

let testSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
]

/// The programs carry the Swift runtime inside: half the start-up time, and one file to install.
/// (`--static-swift-stdlib` would also ask it of the tests, whose library exists only as a shared one.)
let staticRuntime: [LinkerSetting] = [.unsafeFlags(["-static-stdlib"])]

let package = Package(
  name: "board",
  targets: [
    // Leaves: they import nothing of ours.
    room("BoardModel"),
    room("InertText"),
    room("JSONText"),
    room("SystemCalls"),
    room("Commands"),

    // The sample papers, embedded, so that an installed program has them too.
    .target(
      name: "SampleData", path: "sample-data",
      exclude: ["README.md", "expected", "layouts", "no-items-decisions-of-a-committee.txt"],
      resources: [
        .embedInCode("crime-data-2018-headings-stated-statuses.md"),
        .embedInCode("custody-2019-causes-updates-comments.txt"),
        .embedInCode("stalking-2019-cut-sentence-restarting-numbers.txt"),
      ],
      swiftSettings: strict),

    // Rooms on top of the leaves.
    room("BoardStore", uses: ["BoardModel", "InertText", "JSONText", "SystemCalls"]),
    room("Interchange", uses: ["BoardModel", "InertText", "JSONText", "SystemCalls"]),
    room(
      "BoardCLI",
      uses: [
        "BoardModel", "BoardStore", "Commands", "InertText", "Interchange", "JSONText", "SampleData", "SystemCalls",
      ]),
    room("ScreenGrid", uses: ["InertText"]),
    room("BoardTUI", uses: ["BoardModel", "Commands", "InertText", "ScreenGrid"]),

    // Curses stays in one box.
    .systemLibrary(name: "CNcurses"),
    room("CursesTerminal", uses: ["CNcurses", "InertText", "ScreenGrid"]),

    // The programs.
    .executableTarget(
      name: "board",
      dependencies: [
        "BoardCLI", "BoardModel", "BoardStore", "BoardTUI", "Commands", "CursesTerminal", "InertText", "Interchange",
        "ScreenGrid", "SystemCalls",
      ],
      swiftSettings: strict,
      linkerSettings: staticRuntime),
    .executableTarget(
      name: "board-bench",
      dependencies: ["BoardModel", "BoardStore", "InertText", "SystemCalls"],
      swiftSettings: strict,
      linkerSettings: staticRuntime),

    // Tests: one folder a room, then the whole.
    .testTarget(
      name: "TestSupport", dependencies: ["BoardModel", "InertText", "ScreenGrid", "SystemCalls"],
      swiftSettings: testSettings),
    tests(of: "BoardModel"),
    tests(of: "InertText"),
    tests(of: "JSONText"),
    tests(of: "SystemCalls"),
    tests(of: "Commands"),
    tests(of: "BoardStore", uses: ["BoardModel", "JSONText", "SystemCalls"]),
    tests(of: "Interchange", uses: ["BoardModel", "JSONText", "InertText", "SystemCalls"]),
    tests(of: "BoardCLI", uses: ["BoardModel", "BoardStore", "Commands", "Interchange", "JSONText", "SystemCalls"]),
    tests(of: "ScreenGrid"),
    tests(of: "BoardTUI", uses: ["BoardModel", "Commands", "ScreenGrid"]),
    tests(of: "CursesTerminal", uses: ["ScreenGrid"]),
    .testTarget(name: "EndToEndTests", dependencies: ["TestSupport", "Commands"], swiftSettings: testSettings),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport", "Commands"], swiftSettings: testSettings),
  ]
)

// Only for `make fuzz`: the readers behind libFuzzer, whose own `main` drives them, in the place of the tests.
if Context.environment["BOARD_FUZZ"] != nil {
  package.targets.removeAll { $0.type == .test }
  package.targets.append(
    .target(
      name: "BoardFuzz",
      dependencies: [
        "BoardModel", "BoardStore", "CursesTerminal", "InertText", "Interchange", "JSONText", "ScreenGrid",
        "SystemCalls",
      ],
      path: "Tests",
      sources: [
        "BoardFuzz/FuzzEntry.swift", "BoardFuzz/FuzzTargets.swift", "TestSupport/FaultPlan.swift",
        "TestSupport/MemoryDisk.swift",
        "TestSupport/MemoryDiskState.swift", "TestSupport/MemoryProcess.swift",
        "TestSupport/MemoryProcess+Files.swift", "TestSupport/MemoryProcess+Host.swift",
        "TestSupport/MemoryProcess+Names.swift",
      ],
      swiftSettings: testSettings))
}
