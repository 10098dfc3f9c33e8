import Indicators
import Ingest
import Testing
import Warehouse

/// The catalogue calls datasets what the contracts call them.
@Test(arguments: Contract.all.map(\.dataset)) func everyDatasetHasOneName(_ dataset: String) throws
{
  let contract = try #require(Contract.named(dataset))
  let table = try #require(FactTable.named(contract.table), "\(contract.table)")
  #expect(table.dataset == dataset)
}
