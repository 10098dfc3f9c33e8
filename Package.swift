// swift-tools-version: 6.2
import PackageDescription

/// Every target of the project is held to the same strict language settings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The sources are optimised in debug builds too: the tests take a fifth of the time, and a build from nothing
/// takes longer. Leave it out to step through them in a debugger.
let optimised: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "tavolo",
  products: [
    .executable(name: "tavolo", targets: ["tavolo"])
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // System libraries: each is imported by exactly one Swift file.
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),

    // What a fact is, and the one door to where facts are kept.
    .target(
      name: "Warehouse",
      dependencies: [
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: optimised),
    // A delivered file -> facts + findings.
    .target(
      name: "Ingest",
      dependencies: [
        "Warehouse", "Spreadsheet", "CZip", "CZlib", "CExpat",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: optimised),
    // Facts -> observations.
    .target(name: "Indicators", dependencies: ["Warehouse"], swiftSettings: optimised),
    // The one place where workbooks are written.
    .target(name: "Spreadsheet", dependencies: ["CXLSXWriter"], swiftSettings: optimised),
    // Observations -> documents.
    .target(
      name: "Reports",
      dependencies: [
        "Indicators", "Spreadsheet", .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [
        .embedInCode("Templates/page.mustache"), .embedInCode("Templates/page.css"),
        .embedInCode("Templates/page.js"), .embedInCode("Templates/tables.js"),
        .embedInCode("Templates/charts.js"), .embedInCode("Templates/finder.js"),
      ],
      swiftSettings: optimised),
    // Synthetic deliveries with an answer key.
    .target(name: "Sample", dependencies: ["Warehouse", "Spreadsheet"], swiftSettings: optimised),
    .executableTarget(
      name: "tavolo",
      dependencies: [
        "Ingest", "Indicators", "Reports", "Sample", "Spreadsheet",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: optimised,
      // Without its debugging tables: whoever computes or publishes digests the whole program first.
      linkerSettings: [.unsafeFlags(["-Xlinker", "-S"], .when(configuration: .release))]),

    .target(
      name: "TestSupport", dependencies: [], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "WarehouseTests",
      dependencies: ["Warehouse", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(
      name: "IngestTests", dependencies: ["Ingest", "Spreadsheet", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "IndicatorsTests", dependencies: ["Indicators", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Spreadsheet", "Ingest", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SampleTests", dependencies: ["Sample", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["Ingest", "Indicators", "Reports", "Sample", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ]
)
