internal import GRDB

/// A current fact of any table: what indicators read.
///
/// It is valid inside the body it is given to. Asking for a column the table does not have, or that was
/// not said to be read, is our bug and stops the program.
public struct Fact {
  let row: FactRow
  /// Place of every field in the row, -1 where it is not.
  let places: UnsafeBufferPointer<Int>
  let meanings: UnsafeBufferPointer<FactShape.Meaning>

  /// `snapshot << 32 | line`.
  public var key: Int64 { row.key }

  public func has(_ field: FactField) -> Bool { places[field.rawValue] >= 0 }

  public func isMissing(_ field: FactField) -> Bool { row.number(place(field)) == nil }
  /// A code, or `.none` where nothing was there.
  public func code(_ field: FactField) -> PackedCode {
    let place = place(field)
    if case .code = meanings[place] { return row.code(place) }
    return text(field).map { PackedCode($0) } ?? .none
  }
  public func day(_ field: FactField) -> Day? { row.day(place(field)) }
  public func flag(_ field: FactField) -> Bool? { row.flag(place(field)) }
  /// A whole number, cents included.
  public func integer(_ field: FactField) -> Int64? {
    let place = place(field)
    if case .number = meanings[place] { return row.number(place) }
    return real(field).map { Int64($0) }
  }
  public func real(_ field: FactField) -> Double? {
    let place = place(field)
    switch meanings[place] {
    case .number: return row.number(place).map { Double($0) }
    case .real: return row.number(place).map { Double(bitPattern: UInt64(bitPattern: $0)) }
    case .code: return row.text(place).flatMap { Double($0) }
    case .token: return nil
    }
  }
  /// A text or code as it is kept; a list has its codes joined with `|`.
  public func text(_ field: FactField) -> String? {
    let place = place(field)
    switch meanings[place] {
    case .code: return row.text(place)
    case .number: return row.number(place).map { "\($0)" }
    case .real: return real(field).map { "\($0)" }
    case .token: return nil
    }
  }
  /// Its place in the slice.
  public var place: Int { row.row }
  /// Half of a keyed token; nil when the person was not identified.
  public func token(_ field: FactField) -> UInt64? { row.token(place(field)) }

  @inline(__always) private func place(_ field: FactField) -> Int {
    let place = places[field.rawValue]
    precondition(place >= 0, "the table has no \(field.name)")
    return place
  }
}

extension Store {
  /// Every current fact of a table, in loading order, one at a time: memory does not depend on how
  /// many.
  ///
  /// - Parameter fields: all that the body reads of a fact; nil: anything. Facts of which only packed
  ///   columns are read come ten times as fast.
  public func forEachCurrent(
    _ table: FactTable, reading fields: [FactField]? = nil, _ body: (Fact) throws -> Void
  ) throws {
    try forEachSlice(table, reading: fields) { try $0.eachFact(body) }
  }

  /// The same, some facts of one delivery at a time.
  public func forEachSlice(
    _ table: FactTable, reading fields: [FactField]? = nil, _ body: (FactSlice) throws -> Void
  ) throws {
    try queue.read { db in
      let shape = try FactShape.of(table, reading: fields, on: db)
      try FactFeed(shape, on: db).forEachSlice(FactSlice(shape, reading: fields), body)
    }
  }
}
