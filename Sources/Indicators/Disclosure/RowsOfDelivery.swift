public import Warehouse

/// How many rows a delivery has, as it may be published.
///
/// Where a row is about a person they are a count of persons: a comune's own export of six requests is a
/// count that the tables withhold. The rows read are then rounded to five; those refused are faults, say
/// nothing of anybody, and stay exact; those kept are the difference.
struct RowsOfDelivery {
  let read: Int
  let refused: Int
  var kept: Int { read - refused }

  init(_ delivery: DeliveryRecord) {
    let exact = delivery.rowsRead
    let rounded = exact == 0 ? 0 : max(5, ProviderProfile.rounded(exact))
    read = delivery.concernsPersons ? max(rounded, delivery.rowsRefused) : exact
    refused = delivery.rowsRefused
  }
}

extension DeliveryRecord {
  /// True where a row of it is about a person.
  public var concernsPersons: Bool {
    FactTable.allCases.contains { $0.dataset == dataset && $0.concernsPersons }
  }
}
