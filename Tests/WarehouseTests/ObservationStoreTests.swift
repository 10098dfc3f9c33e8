import GRDB
import Testing

@testable import Warehouse

@Suite struct ObservationStoreTests {
  private let june = Day.of("2026-06-30")

  private func record(_ territory: String, value: Double?, status: String) -> ObservationRecord {
    ObservationRecord(
      indicator: "copertura-bisogni", territoryKind: "comune", territory: territory,
      period: "2026-S1", dimension: "totale", modality: "totale", value: value, lower: value,
      upper: value, numerator: value.map { _ in 12 }, denominator: value.map { _ in 40 },
      status: status, note: value == nil ? "riservato" : nil)
  }

  @Test func observationsComeBackAsTheyWereWritten() throws {
    let store = try Store()
    let all = [
      record("080001", value: 0.3, status: "pubblicato"),
      record("080002", value: nil, status: "soppresso"),
      record("080003", value: 1 / 3, status: "provvisorio"),
      record("080004", value: nil, status: "non_pervenuto"),
      record("080005", value: nil, status: "non_applicabile"),
      record("080006", value: nil, status: "non_applicabile"),
    ]
    let changes = try store.write {
      try $0.replaceObservations(all, asOf: june, inputs: "abc", toolVersion: "0.1.0")
    }
    #expect(changes == nil)
    #expect(try store.observations(asOf: june) { $0 } == all)
    #expect(try store.comuniObserved(asOf: june) == 2)
    #expect(try store.computedInputs(asOf: june) == "abc")
    let counts = try store.observationCounts(asOf: june)
    #expect([counts.published, counts.suppressed] == [2, 1])
    #expect([counts.notReceived, counts.notApplicable, counts.all] == [1, 2, 6])
    let run = try store.queue.read {
      try Row.fetchOne($0, sql: "SELECT published, suppressed FROM run")
    }
    #expect(run == ["published": 2, "suppressed": 1])
  }

  @Test func computingAgainReplacesThatDateAlone() throws {
    let store = try Store()
    let july = Day.of("2026-07-31")
    for (day, inputs) in [(june, "first"), (july, "other"), (june, "second")] {
      _ = try store.write {
        try $0.replaceObservations(
          [record("080001", value: 0.5, status: "pubblicato")], asOf: day, inputs: inputs,
          toolVersion: "0.1.0")
      }
    }
    #expect(try store.computedInputs(asOf: june) == "second")
    #expect(try store.computedInputs(asOf: july) == "other")
    #expect(try store.count("observation") == 2)
    #expect(try store.count("run") == 2)
    #expect(try store.computedInputs(asOf: .of("2026-01-01")) == nil)
  }

  @Test func whatChangedSinceTheLastComputationIsTold() throws {
    let store = try Store()
    func compute(_ all: [ObservationRecord]) throws -> ObservationChanges? {
      try store.write {
        try $0.replaceObservations(all, asOf: june, inputs: "", toolVersion: "")
      }
    }
    let first = record("080001", value: 0.3, status: "pubblicato")
    let second = record("080002", value: 0.4, status: "pubblicato")
    let third = record("080003", value: 0.5, status: "pubblicato")
    #expect(try compute([first, second]) == nil)
    var hidden = second
    (hidden.value, hidden.lower, hidden.upper) = (nil, nil, nil)
    (hidden.numerator, hidden.denominator, hidden.status) = (nil, nil, "soppresso")
    var expected = ObservationChanges()
    expected.added = 1
    expected.changed = 1
    expected.removed = 1
    #expect(try compute([hidden, third]) == expected)
    #expect(try compute([hidden, third]) == ObservationChanges())
  }
}
