import Foundation
import TestSupport
import Testing

@testable import Sample

/// The synthetic deliveries the project keeps are those the program writes (`make sample`).
@Suite struct CommittedSampleTests {
  @Test func theyAreWhatTheProgramWrites() throws {
    let folder = try TemporaryFolder()
    let datasets = PackageFolder.path + "/datasets"
    try SampleGenerator(
      reference: datasets + "/reference", seed: 1, requests: 12_000,
      asOf: Fixture.asOf
    ).write(to: folder.path + "/sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    var compared = 0
    // The bytes of a workbook are also those of the library that packs it.
    for name in names where !name.hasSuffix(".xlsx") {
      guard let written = FileManager.default.contents(atPath: "\(folder.path)/\(name)") else {
        continue
      }
      let kept = FileManager.default.contents(atPath: "\(datasets)/\(name)")
      #expect(kept == written, "datasets/\(name): make sample")
      compared += 1
    }
    #expect(compared > 90)
  }
}
