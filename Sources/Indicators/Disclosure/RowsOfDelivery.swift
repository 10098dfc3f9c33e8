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
    let read = RowsOfDelivery.publishable(delivery.rowsRead, of: delivery.dataset)
    self.read = delivery.concernsPersons ? max(read, delivery.rowsRefused) : read
    refused = delivery.rowsRefused
  }

  /// A number of rows, rounded to five where each is about a person: a few are never told as none.
  static func publishable(_ rows: Int, of dataset: String) -> Int {
    FactTable.concernsPersons(dataset) && rows > 0
      ? max(5, ProviderProfile.rounded(rows)) : rows
  }
}

extension DeliveryRecord {
  /// True where a row of it is about a person.
  public var concernsPersons: Bool { FactTable.concernsPersons(dataset) }

  /// Some of its rows, as many as may be told.
  public func told(rows: Int) -> Int { RowsOfDelivery.publishable(rows, of: dataset) }
}

extension FactTable {
  static func concernsPersons(_ dataset: String) -> Bool {
    allCases.contains { $0.dataset == dataset && $0.concernsPersons }
  }
}
