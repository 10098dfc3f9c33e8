import Ingest
import Testing

@testable import Warehouse

/// Every fault the sample injected is found on its line, and every total is right.
@Suite struct AnswerKeyTests {
  let sample: LoadedSample

  init() throws { sample = try LoadedSample.shared.get() }

  @Test func everyDeliveryIsReadKeptAndRefusedAsTheKeySays() throws {
    let loaded = try sample.workspace.store.deliveries()
    var compared = 0
    for source in sample.key.fonti {
      for delivery in source.consegne {
        let record = try #require(
          loaded.first {
            $0.publisher == source.editore && $0.dataset == source.dataset
              && $0.delivery == delivery.file
          }, "\(source.editore)/\(source.dataset)/\(delivery.file)")
        #expect(
          [record.rowsRead, record.rowsKept, record.rowsRefused]
            == [delivery.lette, delivery.tenute, delivery.scartate],
          "\(source.editore)/\(source.dataset)/\(delivery.file)")
        compared += 1
      }
    }
    #expect(compared == loaded.count)
  }

  @Test func everyFindingIsOnItsLineAndThereAreNoOthers() throws {
    var codes: Set<String> = []
    for source in sample.key.fonti {
      for delivery in source.consegne {
        // What is said of a column or of the descriptor is about no line.
        let found = try sample.workspace.findings(source.editore, source.dataset, delivery.file)
          .filter { !["mappa-inutilizzata", "colonna-personale"].contains($0.key) }
        let expected = try delivery.rilievi.mapValues { try #require($0.righe).sorted() }
        #expect(found == expected, "\(source.editore)/\(source.dataset)/\(delivery.file)")
        codes.formUnion(expected.keys)
      }
    }
    // The sample of this size holds every kind of fault it knows.
    #expect(codes.count == 15)
  }

  @Test func currentRowsAreThoseLeftByPolicyVersionsAndOrigin() throws {
    let store = sample.workspace.store
    let names = try store.deliveryNames()
    var counts: [String: Int] = [:]
    for dataset in Set(sample.key.fonti.map(\.dataset)) {
      let table = try #require(Contract.named(dataset).flatMap { FactTable.named($0.table) })
      try store.forEachCurrent(table, reading: []) { fact in
        let delivery = names[fact.key >> 32] ?? ""
        counts[delivery.split(separator: "/").prefix(2).joined(separator: "/"), default: 0] += 1
      }
    }
    #expect(
      counts
        == Dictionary(
          uniqueKeysWithValues: sample.key.fonti.map {
            ("\($0.editore)/\($0.dataset)", $0.correnti)
          }
        ))
  }

  @Test func requestsAndPersonsAddUpToTheKey() throws {
    struct Count: Equatable {
      var requests = 0
      var started = 0
      var people: Set<UInt64> = []
      var numbers: [Int] { [requests, started, people.count] }
    }
    let codes = Set(sample.key.yearPlaces.map(\.comune))
    let names = Dictionary(uniqueKeysWithValues: codes.map { (PackedCode($0), $0) })
    var all = Count()
    var years: [Int: Count] = [:]
    var places: [String: Count] = [:]
    try sample.workspace.store.forEachCurrentRequest { request in
      func add(_ count: inout Count) {
        count.requests += 1
        if request.startedOn != nil { count.started += 1 }
        if let person = request.person { count.people.insert(person) }
      }
      let year = request.requestedOn.year
      add(&all)
      add(&years[year, default: Count()])
      add(&places["\(year) \(names[request.comune] ?? "?")", default: Count()])
    }
    let key = sample.key
    #expect(all.numbers == [key.totali.richieste, key.totali.attivate, key.totali.persone])
    #expect(
      years.mapValues(\.numbers)
        == Dictionary(
          uniqueKeysWithValues: key.totali.perAnno.righe.map {
            ($0[0].number, [$0[1].number, $0[2].number, $0[4].number])
          }))
    #expect(
      places.mapValues(\.numbers)
        == Dictionary(
          uniqueKeysWithValues: key.yearPlaces.map {
            ("\($0.year) \($0.comune)", [$0.requests, $0.started, $0.persons])
          }))
  }
}
