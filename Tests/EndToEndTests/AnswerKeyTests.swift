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
    #expect(codes.count == 17)
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

  /// All there are: a total of the key that nothing here works out is a failure.
  @Test func everyTotalAddsUpToTheKey() throws {
    let found = try CountedRequests(in: sample.workspace)
    for (name, total) in sample.key.totali {
      switch total {
      case .number(let number): #expect(found.number(name) == number, "\(name)")
      case .table(let table):
        #expect(!table.righe.isEmpty, "\(name)")
        #expect(try found.rows(name, table.colonne) == table.byGroup, "\(name)")
      }
    }
    #expect(sample.key.totali.count == 14)
  }
}
