import TestSupport
import Testing
import Warehouse

@testable import Indicators

/// Tallies against plain counting, on random cases; and however many threads count, the sums are one.
@Suite struct TallyTests {
  static let world = try! RandomWarehouse(seed: 4, requests: 3000)

  private func frame() throws -> Frame {
    let store = Self.world.store
    return Frame(
      comuni: try store.comuni(), ats: try store.ambiti(), services: try store.codes("servizio"),
      areas: try store.codes("area_utenza"), channels: try store.codes("canale"),
      asOf: RandomWarehouse.asOf, years: Engine.years)
  }

  @Test func durationsAddUpWhoeverCountsThem() throws {
    let frame = try frame()
    var random = SplitMix(seed: 11)
    var parts = (0..<3).map { _ in DurationTally(frame: frame) }
    var plain: [UInt64: UInt32] = [:]
    for i in 0..<20_000 {
      let comune = Int.random(in: 0...frame.comuni.count, using: &random)
      let quarter = Int.random(in: frame.quarters.indices, using: &random)
      let places: [UInt8] = [1, 5, 9].map { $0 + UInt8.random(in: 0..<3, using: &random) }
      let days = Int.random(in: -3...60, using: &random) + (i % 100 == 0 ? 5000 : 0)
      let cause = Int.random(in: 0...2, using: &random)
      parts[i % 3].add(
        comune: comune, quarter: quarter, area: places[0], service: places[1], channel: places[2],
        days: days, cause: cause)
      let day = UInt64(min(max(days, 0), DurationTally.longest))
      for modality in [0] + places.map(Int.init) {
        let cell = frame.baseCell(comune: comune, quarter: quarter, modality: modality)
        plain[UInt64(cell) << 16 | day << 2 | UInt64(cause), default: 0] += 1
      }
      if i % 5000 == 0 { parts[i % 3].compact() }
    }
    var sum = parts[0]
    sum.merge(parts[1])
    sum.merge(parts[2])
    #expect(sum.runs.map(\.key) == plain.keys.sorted())
    #expect(sum.runs.allSatisfy { plain[$0.key] == $0.count })
  }

  @Test func distinctPersonsAgreeWithSets() throws {
    let frame = try frame()
    var random = SplitMix(seed: 12)
    var parts = (0..<2).map { _ in PersonTally() }
    var plain = [Set<UInt64>](repeating: [], count: frame.cells)
    var marked = plain
    // Enough for several pieces and groups; tokens, and keys of nobody that differ in their low bits; who
    // occurs once, twice and many times.
    for i in 0..<70_000 {
      let number = UInt64.random(in: 1...(i % 4 < 2 ? 300 : 40_000), using: &random)
      let entry = PersonTally.Entry(
        person: i % 2 == 0 ? number &* 0x9E37_79B9_7F4A_7C15 : 1 << 32 | number,
        comune: UInt16.random(in: 0...UInt16(frame.comuni.count), using: &random),
        quarter: UInt8.random(in: 0..<UInt8(frame.quarters.count), using: &random),
        area: UInt8.random(in: 1...3, using: &random),
        service: UInt8.random(in: 5...7, using: &random),
        channel: i % 3 == 0 ? PersonTally.noChannel : 9, marks: UInt16(i % 4))
      parts[i < 67_000 ? 0 : 1].add(entry)
      for unit in frame.unitsOfComune[Int(entry.comune)] {
        for period in frame.periodsOfQuarter[Int(entry.quarter)] {
          for modality in [0, entry.area, entry.service, entry.channel]
          where modality != PersonTally.noChannel {
            let cell = frame.cell(unit: unit, period: period, modality: Int(modality))
            plain[cell].insert(entry.person)
            if entry.marks & 1 == 1 { marked[cell].insert(entry.person) }
          }
        }
      }
    }
    parts[0].merge(parts[1])
    #expect(parts[0].count == 70_000)
    let persons = PersonGroups(parts[0])
    #expect(CellCounts(persons, frame: frame).numerators == plain.map(\.count))
    #expect(
      CellCounts(persons, frame: frame, mark: 1).numerators == marked.map(\.count))
    let nobody = PersonGroups(PersonTally())
    #expect(CellCounts(nobody, frame: frame).numerators.allSatisfy { $0 == 0 })
  }

  @Test func aPassIsTheSameOnAnyNumberOfThreads() throws {
    let frame = try frame()
    let passes = try [1, 2, 7].map {
      try Pass(frame: frame, store: Self.world.store, asOf: RandomWarehouse.asOf, threads: $0)
    }
    for pass in passes.dropFirst() {
      for i in pass.indicators.indices {
        #expect(pass.counts[i]?.units == passes[0].counts[i]?.units)
        #expect(pass.counts[i]?.numerators == passes[0].counts[i]?.numerators)
        let (a, b) = (passes[0].durations[i], pass.durations[i])
        guard let a, let b else { continue }
        #expect(!a.runs.isEmpty && a.runs.elementsEqual(b.runs) { $0 == $1 })
      }
      for (a, b) in [(passes[0].asking, pass.asking), (passes[0].reached, pass.reached)] {
        #expect(a.entries(of: 0..<a.count).count > 1000)
        #expect(CellCounts(a, frame: frame).numerators == CellCounts(b, frame: frame).numerators)
      }
    }
  }

  @Test func codesFindTheirPlaces() {
    let codes = (0..<300).map { PackedCode("\(800_000 + $0)") }
    let index = CodeIndex(codes.enumerated().map { ($1, $0) }, otherwise: -1)
    #expect(codes.map { index[$0] } == Array(0..<300))
    #expect([PackedCode("ND"), .none, PackedCode("800300")].map { index[$0] } == [-1, -1, -1])
    #expect(CodeIndex([], otherwise: 4)[codes[0]] == 4)
  }

  @Test func manyObservationsAreInTheOrderOfTwo() {
    let sorted = EngineTests.observations
    #expect(sorted == sorted.sorted(by: Observation.inPublicationOrder))
    var random = SplitMix(seed: 13)
    #expect(Observation.inPublicationOrder(sorted.shuffled(using: &random)) == sorted)
  }

  @Test func keysAreSorted() {
    var random = SplitMix(seed: 14)
    var keys = (0..<5000).map { _ in
      UInt64.random(in: 0...UInt64.max, using: &random) >> UInt64.random(in: 0...40, using: &random)
    }
    let wanted = keys.sorted()
    RadixSort.sort(&keys)
    #expect(keys == wanted)
  }
}
