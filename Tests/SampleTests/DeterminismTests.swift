import Foundation
import Testing

@testable import Sample

@Suite struct DeterminismTests {
  @Test func sameSeedSameBytes() throws {
    let fixture = try Fixture()
    let first = try fixture.write("a", requests: 1500).everything()
    let second = try fixture.write("b", requests: 1500).everything()
    #expect(first.count > 4)
    #expect(first == second)
  }

  @Test func anotherSeedOtherBytes() throws {
    let fixture = try Fixture()
    let first = try fixture.write("a", requests: 500, only: [.comune]).everything()
    let second = try fixture.write("b", seed: 8, requests: 500, only: [.comune]).everything()
    let file = "/fonti/comune-sintetico/richieste/deliveries/2026-06-30.csv"
    #expect(try #require(first[file]) != #require(second[file]))
  }

  @Test func anEarlierSampleLeavesNothingBehind() throws {
    let fixture = try Fixture()
    let stale = fixture.root.appending(path: "a/fonti/comune-sintetico/richieste")
    let deliveries = stale.appending(path: "deliveries")
    try FileManager.default.createDirectory(at: deliveries, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: deliveries.appending(path: "2020-01-01.csv"))
    try Data("x".utf8).write(to: stale.appending(path: "corrections.csv"))
    let again = try fixture.write("a", requests: 300, only: [.comune]).everything()
    let fresh = try fixture.write("b", requests: 300, only: [.comune]).everything()
    #expect(again == fresh)
  }

  @Test func nonsenseIsRefused() throws {
    let fixture = try Fixture()
    #expect(throws: SampleError.self) { try fixture.generator(requests: 0) }
    #expect(throws: SampleError.self) { try SamplePart.parts(named: "comuni") }
    #expect(throws: SampleError.self) {
      try SampleGenerator(
        reference: fixture.root.path, seed: 1, requests: 10, asOf: Fixture.asOf)
    }
    #expect(throws: SampleError.self) { try fixture.generator().write(to: "/dev/null/x") }
  }
}
