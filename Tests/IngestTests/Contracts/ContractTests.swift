import Testing
import Warehouse

@testable import Ingest

/// A contract, its decoders and its table agree, and its examples are what it says they are.
@Suite struct ContractTests {
  @Test func everyContractHasItsTable() {
    #expect(Set(Contract.all.map(\.table)) == Set(FactTable.allCases.map(\.name)))
    #expect(Contract.all.count == FactTable.allCases.count)
    for contract in Contract.all {
      #expect(Set(contract.fields.map(\.name)).count == contract.fields.count)
      if let identity = contract.identity { #expect(contract.field(identity)?.isRequired == true) }
    }
  }

  @Test(arguments: Contract.all.map(\.dataset)) func everyFieldSaysWhatItIs(_ dataset: String) {
    for field in Contract.named(dataset)!.fields {
      #expect(!field.example.isEmpty, "\(field.name)")
      #expect(field.meaning.hasSuffix("."), "\(field.name)")
    }
  }

  /// Every field as its example shows it, then the required ones alone: both rows are kept without a
  /// finding, and the table holds what was delivered and nothing else.
  @Test(arguments: Contract.all.map(\.dataset)) func examplesAreKept(_ dataset: String) throws {
    let contract = Contract.named(dataset)!
    var required = contract.fields.filter(\.isRequired)
    // One column is no table.
    if required.count == 1 { required = Array(contract.fields.prefix(2)) }
    // What is required in one of several fields.
    for case let rule as AtLeastOne in contract.rules {
      required.append(contract.field(rule.names[0])!)
    }
    for fields in [contract.fields, required] {
      let text = """
        \(fields.map(\.name).joined(separator: ";"))
        \(fields.map { $0.isPersonal ? "P1-\($0.name)" : $0.example }.joined(separator: ";"))

        """
      // Words of the sender's own list are kept once it says what they stand for.
      let own = fields.compactMap { field -> String? in
        guard case .ownWord = field.kind else { return nil }
        return "\(field.name),\(field.example),esempio,\n"
      }
      let loaded = try LoadedText(
        text, as: dataset,
        values: own.isEmpty ? nil : "campo,valore,codice,motivo\n" + own.joined())
      #expect(loaded.counts == [:])
      #expect(try present(contract, in: loaded.store) == [columns(of: fields, in: contract)])
    }
  }

  /// Columns that hold something, of each current fact.
  private func present(_ contract: Contract, in store: Store) throws -> [Set<String>] {
    let table = try #require(FactTable.allCases.first { $0.name == contract.table })
    var facts: [Set<String>] = []
    try store.forEachCurrent(table) { fact in
      facts.append(
        Set(FactField.allCases.filter { fact.has($0) && !fact.isMissing($0) }.map(\.name)))
    }
    return facts
  }

  private func columns(of fields: [Field], in contract: Contract) -> Set<String> {
    var columns = Set(fields.map(\.column))
    for field in fields {
      if case .ageBand(let column2?) = field.kind { columns.insert(column2) }
    }
    return columns
  }
}
