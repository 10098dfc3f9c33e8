public import Warehouse

extension [Programme.Statement] {
  /// What holds of a fund on a day: the statement made last by then; where all came later, the first of
  /// them, because funding is described after it is granted (decision 9). In order of their days.
  public func stated(_ fund: String, by day: Day) -> Programme.Statement? {
    let ofFund = filter { $0.fund == fund }
    return ofFund.last { $0.date <= day } ?? ofFund.first
  }
}
