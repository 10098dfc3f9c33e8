import Warehouse

extension Fact {
  /// A date that has come by the as-of date.
  func happened(_ field: FactField, by asOf: Day) -> Day? {
    day(field).flatMap { $0 <= asOf ? $0 : nil }
  }

  /// Something equal for equal values: a person's token, or a text's fingerprint.
  func identity(_ field: FactField) -> UInt64? {
    field.isToken ? token(field) : text(field).map(fingerprint)
  }
}

/// Fields of all the facts of a slice at once: what a description asks of millions of them.
extension FactSlice {
  /// In a column: nothing was there.
  static let none = Int64.min

  /// By row, what is made of the field's text: made once for each different text.
  func map<T>(_ field: FactField, _ make: (String?) -> T) -> [T] {
    guard let texts = texts(field) else {
      var all = [T](repeating: make(nil), count: count)
      eachFact { all[$0.place] = make($0.text(field)) }
      return all
    }
    let missing = make(nil)
    let made = texts.map { make($0) }
    return cells(field).map { $0 == FactSlice.none ? missing : made[Int($0)] }
  }

  /// By row, something of the code a breakdown publishes.
  func map<T>(_ breakdown: Counting.Breakdown, _ make: (String) -> T) -> [T] {
    let none = FactSlice.none
    switch breakdown.coding {
    case .text, .firstLetter: return map(breakdown.field) { make(breakdown.code(of: $0)) }
    case .weekday:
      let missing = make(breakdown.code(of: nil))
      let made = (1...7).map { make(String($0)) }
      return cells(breakdown.field).map {
        $0 == none ? missing : made[Day(number: Int32($0)).weekday - 1]
      }
    case .age(let day, let from):
      let missing = make(breakdown.code(of: nil))
      let (younger, older) = (make("0-\(from - 1)"), make("\(from)-130"))
      return zip(cells(breakdown.field), cells(day)).map { born, day in
        if born == none || day == none { return missing }
        return Day(number: Int32(day)).year - Int(born) < from ? younger : older
      }
    }
  }

  /// By row, days that have come by a day; `none` for the others.
  func days(_ field: FactField, by last: Day) -> [Int64] {
    let last = Int64(last.number)
    return cells(field).map { $0 <= last ? $0 : FactSlice.none }
  }

  /// By row, something equal for equal values; `none` where there is none.
  func identities(_ field: FactField) -> [Int64] {
    if field.isToken { return Array(cells(field)) }
    return map(field) { $0.map { Int64(bitPattern: fingerprint($0)) } ?? FactSlice.none }
  }

  /// By row, what a fact carries in the unit it is published in; not a number where there is nothing.
  func amounts(_ quantity: Quantity) -> [Double] {
    var values = reals(quantity.field)
    if quantity.factor != 1 { values = values.map { $0 * quantity.factor } }
    guard quantity.isTime else { return values }
    return zip(values, map(.unit) { $0 == "minuti" ? 1.0 / 60 : 1 }).map { $0 * $1 }
  }

  /// By row, a number; not a number where there is none.
  func reals(_ field: FactField) -> [Double] {
    if texts(field) != nil { return map(field) { $0.flatMap { Double($0) } ?? .nan } }
    let isReal = isReal(field)
    return cells(field).map {
      if $0 == FactSlice.none { return .nan }
      return isReal ? Double(bitPattern: UInt64(bitPattern: $0)) : Double($0)
    }
  }
}
