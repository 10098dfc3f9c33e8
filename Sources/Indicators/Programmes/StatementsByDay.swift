public import Warehouse

extension [Programme.Statement] {
  /// What holds of a fund on a day: the statement made last by then; where all came later, the first of
  /// them, because funding is described after it is granted (decision 9). In order of their days.
  public func stated(_ fund: String, by day: Day) -> Programme.Statement? {
    let ofFund = filter { $0.fund == fund }
    return ofFund.last { $0.date <= day } ?? ofFund.first
  }

  /// What is stated more than once of a fund by one who states it: first and last, in order of their days, by fund and
  /// teller.
  var restated: [(key: String, first: Programme.Statement, last: Programme.Statement)] {
    Dictionary(grouping: self) { $0.fund + ":" + $0.teller }.sorted { $0.key < $1.key }
      .compactMap { key, statements in
        statements.count > 1 ? (key, statements[0], statements[statements.count - 1]) : nil
      }
  }
}
