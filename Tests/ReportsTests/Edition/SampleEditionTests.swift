import Foundation
import Indicators
import Testing
import Warehouse

@testable import Reports

/// `reports/sample` is an edition of the tests' own invented evidence, small enough to keep in the
/// repository: what the program writes can be opened before anything is built, and a change of a page
/// is seen as a change of a file. `make sample-edition` writes it anew.
@Suite struct SampleEditionTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../reports/sample").standardizedFileURL

  /// Three comuni are enough.
  static func evidence() -> Evidence {
    let whole = SampleEvidence.make()
    let kept: Set<String> = ["080001", "080002", "080009"]
    var territory = whole.territory
    territory.comuni.removeAll { !kept.contains("\($0.code)") }
    var evidence = Evidence(
      asOf: whole.asOf, territory: territory, definitions: whole.definitions,
      observations: whole.observations.filter {
        $0.territory.kind != .comune || kept.contains($0.territory.code)
      },
      programmes: whole.programmes, sources: whole.sources, findings: whole.findings,
      services: whole.services, userAreas: whole.userAreas, channels: whole.channels)
    evidence.providers = whole.providers
    evidence.decisions = whole.decisions
    return evidence
  }

  @Test func theSampleIsWhatTheProgramWrites() throws {
    let scratch = try Scratch()
    let outputs = try EditionWriter(
      toolVersion: "esempio", allowedOrganisations: Set(SampleProviders.codes)
    ).write(
      Self.evidence(), tables: [SampleEvidence.brief], to: scratch.path("e"))
    let written = URL(filePath: scratch.path("e"))
    if ProcessInfo.processInfo.environment["TAVOLO_RECORD"] != nil {
      try? FileManager.default.removeItem(at: Self.folder)
      try FileManager.default.createDirectory(
        at: Self.folder.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: written, to: Self.folder)
      return
    }
    let kept = FileManager.default.enumerator(atPath: Self.folder.path)?.compactMap { item in
      (item as? String).flatMap { $0.contains(".") ? $0 : nil }
    }
    #expect(
      Set(kept ?? []) == Set(outputs.map(\.path)),
      "reports/sample is not up to date: make sample-edition")
    for output in outputs {
      let old = try? Data(contentsOf: Self.folder.appending(path: output.path))
      let new = try Data(contentsOf: written.appending(path: output.path))
      let isSame = old == new
      #expect(isSame, "reports/sample/\(output.path) is not up to date: make sample-edition")
    }
  }

  /// Small: a repository is not an archive of editions.
  @Test func theSampleIsSmall() throws {
    let files = FileManager.default.enumerator(
      at: Self.folder, includingPropertiesForKeys: [.fileSizeKey])
    var bytes = 0
    while let file = files?.nextObject() as? URL {
      bytes += try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    }
    #expect(bytes > 0 && bytes < 1_500_000)
  }
}
