import Warehouse

/// How each column writes its dates and numbers, decided on the whole column before any cell is read.
///
/// What `source.json` declares is taken; what it does not is proved by the column itself in a pass of
/// its own, and what nothing proves is said in a finding.
struct Conventions {
  private var dateOrders: [String: DateOrder] = [:]
  private var numberConventions: [String: NumberConvention] = [:]
  private(set) var evidence: [(field: String, header: String, decision: String, because: String)] =
    []
  private(set) var findings: [Finding] = []

  init(table: DeliveredTable, settings: SourceSettings) throws {
    let slots = try table.slots(filledBy: [])
    let declaredOrder: DateOrder? =
      switch settings.dateFormat {
      case "gg/mm/aaaa": .dayFirst
      case "mm/gg/aaaa": .monthFirst
      case "aaaa-mm-gg": .iso
      default: nil
      }
    let declaredNumbers: NumberConvention? =
      switch settings.numberFormat {
      case "italiani": .italian
      case "internazionali": .international
      default: nil
      }
    var dates: [(slot: Layout.Slot, evidence: DateOrderEvidence)] = []
    var numbers: [(slot: Layout.Slot, evidence: NumberConventionEvidence)] = []
    for slot in slots where slot.constant == nil {
      switch slot.field.kind {
      case .date:
        if let declaredOrder {
          dateOrders[slot.field.name] = declaredOrder
        } else {
          dates.append((slot, DateOrderEvidence()))
        }
      case .integer, .decimal, .euro, .quantity:
        if let declaredNumbers {
          numberConventions[slot.field.name] = declaredNumbers
        } else {
          numbers.append((slot, NumberConventionEvidence()))
        }
      default: break
      }
    }
    guard !dates.isEmpty || !numbers.isEmpty else { return }
    try Conventions.observe(try table.reopened(), &dates, &numbers)
    for (slot, proof) in dates { decide(slot, proof) }
    for (slot, proof) in numbers { decide(slot, proof) }
  }

  private static func observe(
    _ table: DeliveredTable, _ dates: inout [(slot: Layout.Slot, evidence: DateOrderEvidence)],
    _ numbers: inout [(slot: Layout.Slot, evidence: NumberConventionEvidence)]
  ) throws {
    let batch = RawBatch()
    while try table.next(into: batch) {
      for i in dates.indices {
        RawColumn.with(batch, column: table.place(of: dates[i].slot)) { column in
          for row in 0..<column.count where column[row].kind == .text {
            dates[i].evidence.add(column[row].bytes)
          }
        }
      }
      for i in numbers.indices {
        RawColumn.with(batch, column: table.place(of: numbers[i].slot)) { column in
          for row in 0..<column.count where column[row].kind == .text {
            numbers[i].evidence.add(column[row].bytes)
          }
        }
      }
    }
  }

  private mutating func decide(_ slot: Layout.Slot, _ proof: DateOrderEvidence) {
    dateOrders[slot.field.name] = proof.decision ?? .dayFirst
    evidence.append(
      (slot.field.name, slot.header, (proof.decision ?? .dayFirst).label, proof.because))
    if proof.decision == nil, proof.isAmbiguous {
      findings.append(FindingKind.finding(.undecidedDates, line: 0, header: slot.header))
    }
  }

  private mutating func decide(_ slot: Layout.Slot, _ proof: NumberConventionEvidence) {
    numberConventions[slot.field.name] = proof.decision ?? .italian
    evidence.append(
      (slot.field.name, slot.header, (proof.decision ?? .italian).label, proof.because))
    if proof.decision == nil, proof.isAmbiguous {
      findings.append(FindingKind.finding(.undecidedNumbers, line: 0, header: slot.header))
    }
  }

  func dates(of field: Field) -> DateOrder { dateOrders[field.name] ?? .dayFirst }
  func numbers(of field: Field) -> NumberConvention { numberConventions[field.name] ?? .italian }
}

extension DeliveredTable {
  /// Where a slot's cells are now: a JSON key may have been met since the slot was made.
  func place(of slot: Layout.Slot) -> Int {
    guard let column = slot.rawColumn, column == Layout.notYetMet else {
      return slot.rawColumn ?? Layout.notYetMet
    }
    return opened.reader.columnNames.firstIndex {
      Folding.fold($0) == Folding.fold(slot.header)
    } ?? Layout.notYetMet
  }

  /// The same delivery from its first row again.
  func reopened() throws -> DeliveredTable { try DeliveredTable(file: file, folder: folder) }
}

extension DateOrder {
  /// In the words of `source.json`.
  var label: String {
    switch self {
    case .dayFirst: "gg/mm/aaaa"
    case .monthFirst: "mm/gg/aaaa"
    case .iso: "aaaa-mm-gg"
    }
  }
}

extension NumberConvention {
  var label: String {
    switch self {
    case .italian: "italiani (1.234,56)"
    case .international: "internazionali (1,234.56)"
    case .plain: "solo cifre"
    }
  }
}
