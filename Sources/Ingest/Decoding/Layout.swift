import Warehouse

/// How the columns of one delivery meet the fields of its contract and the columns of its facts.
public final class Layout {
  /// A field that the delivery carries, or that a rule fills in.
  struct Slot {
    let field: Field
    /// Place among the delivered cells; nil for a field only a rule fills in.
    var rawColumn: Int?
    /// Header as delivered, for findings.
    let header: String
    /// What every row says in the field, when the descriptor says it and no column does.
    var constant: String?
    /// The header says that the column names persons, whatever field it was taken for.
    var namesPersons = false
  }

  private(set) var slots: [Slot]
  private var namesMet = 0
  private let slotByName: [String: Int]
  /// Places of the slots' columns in a `FactBatch`, in slot order (an age band takes two).
  private(set) var factIndex: [Int] = []
  private(set) var factColumns: [(name: String, kind: ColumnKind, dictionary: CodeDictionary?)] = []
  /// Number of columns under the header; cells beyond it shift the row.
  let width: Int
  /// For each index of the service dictionary, the only user area the service serves, if any.
  public internal(set) var singleArea: [Int64?] = []

  init(slots: [Slot], width: Int, dictionary: (CodeListName?) -> CodeDictionary) {
    self.slots = slots
    self.width = width
    slotByName = Dictionary(
      uniqueKeysWithValues: slots.enumerated().map { ($1.field.name, $0) })
    for slot in slots {
      factIndex.append(factColumns.count)
      let column = slot.field.column
      switch slot.field.kind {
      case .text, .ownWord, .identifier, .organisation, .organisations, .cup, .codes, .comuni,
        .ageBand(column2: nil):
        factColumns.append((column, .text, nil))
      case .code(let list, _): factColumns.append((column, .code, dictionary(list)))
      case .comune, .place: factColumns.append((column, .code, dictionary(nil)))
      case .date, .month, .integer, .euro, .yesNo: factColumns.append((column, .integer, nil))
      case .decimal, .quantity: factColumns.append((column, .real, nil))
      case .person: factColumns.append((column, .token, nil))
      case .ageBand(let column2?):
        factColumns.append((column, .integer, nil))
        factColumns.append((column2, .integer, nil))
      }
    }
  }

  /// A field of days is read from the same column.
  func readsDates(inColumnOf slot: Int) -> Bool {
    slots.contains { other in
      guard case .date = other.field.kind else { return false }
      return other.rawColumn == slots[slot].rawColumn
    }
  }

  func makeBatch() -> FactBatch {
    FactBatch(
      columns: factColumns.map {
        FactColumn(
          name: $0.name, kind: $0.kind, capacity: RawBatch.capacity, dictionary: $0.dictionary)
      }, capacity: RawBatch.capacity)
  }

  /// A column no row has shown yet: beyond the end of every row, where cells are empty.
  static let notYetMet = 1 << 20

  /// Finds the columns that were not met before, now that the format has named more.
  func meet(_ columnNames: [String]) {
    guard columnNames.count != namesMet else { return }
    namesMet = columnNames.count
    let places = Dictionary(
      columnNames.enumerated().map { (Folding.fold($1), $0) }, uniquingKeysWith: { a, _ in a })
    for i in slots.indices where slots[i].rawColumn == Layout.notYetMet && slots[i].constant == nil
    {
      if let place = places[Folding.fold(slots[i].header)] { slots[i].rawColumn = place }
    }
  }

  func slot(_ name: String) -> Int? { slotByName[name] }
  public func field(_ name: String) -> Field? { slotByName[name].map { slots[$0].field } }
}
