import Warehouse

/// The columns of hours of one delivery, and whether their decimals are minutes: told by the source, or
/// decided on the whole column.
struct HourColumns {
  typealias Reading = HourMinuteEvidence.Reading

  private struct Column {
    let slot: Layout.Slot
    /// Where the unit of each quantity is; nil where all of them are hours.
    let unit: Layout.Slot?
    var evidence = HourMinuteEvidence()
  }

  /// The words of `numeri` in `source.json` that only hours have.
  static let declared = "ore.minuti"
  static let declaredMinutes = "minuti"

  private var columns: [Column] = []
  private var readings: [String: Reading] = [:]
  /// Columns whose writing the source declares, with its word.
  private(set) var told: [(slot: Layout.Slot, word: String)] = []

  /// - Throws: `DescriptorError` for a column that says minutes where hours are read.
  init(_ slots: [Layout.Slot], of table: DeliveredTable, settings: SourceSettings) throws {
    let unit = slots.first { $0.field.name == Field.unitOfQuantity && $0.constant == nil }
    let constant = slots.first { $0.field.name == Field.unitOfQuantity }?.constant
    for slot in slots where slot.field.countsMinutes && slot.constant == nil {
      let isDeclared = settings.numberFormats[slot.field.name] == HourColumns.declared
      if isDeclared { told.append((slot, HourColumns.declared)) }
      // The header may say it: `Durata (hh:mm)`.
      if isDeclared || slot.header.lowercased().contains("h:mm") {
        readings[slot.field.name] = .minutes
      }
    }
    for slot in slots where slot.field.mayCountHours && slot.constant == nil {
      let word = settings.numberFormats[slot.field.name]
      if word == HourColumns.declared || word == HourColumns.declaredMinutes {
        readings[slot.field.name] = word == HourColumns.declared ? .minutes : .minutesAlone
        told.append((slot, word!))
        continue
      }
      try HourColumns.check(slot, constant, word, table)
      guard settings.numberConvention(of: slot.field.name) == nil else { continue }
      let told = slot.field.kind.isQuantity ? unit : nil
      if slot.field.kind.isQuantity, let constant, !HourColumns.isHours(Array(constant.utf8)) {
        continue
      }
      columns.append(Column(slot: slot, unit: told))
    }
  }

  private static func check(
    _ slot: Layout.Slot, _ unit: String?, _ word: String?, _ table: DeliveredTable
  ) throws {
    let words = Folding.fold(slot.header).split(separator: " ")
    guard words.contains("MINUTI") || words.contains("MIN"),
      !words.contains(where: { $0.hasPrefix("OR") || $0 == "H" }),
      slot.field.countsHours ? word == nil : unit.map({ isHours(Array($0.utf8)) }) ?? false
    else { return }
    let what =
      "l'intestazione «\(slot.header)» dice minuti, e «\(slot.field.name)» è letta in ore: "
    throw slot.field.countsHours
      ? DescriptorError(
        file: table.folder.path + "/source.json",
        message: what + "aggiungere \"numeri\": {\"\(slot.field.name)\": \"\(declaredMinutes)\"}"
          + " («italiani» o «internazionali» se sono davvero ore)")
      : DescriptorError(
        file: table.folder.path + "/columns.csv",
        message: what + "scrivere =minuti per il campo «\(Field.unitOfQuantity)»")
  }

  mutating func observe(_ batch: RawBatch, of table: DeliveredTable) {
    for i in columns.indices {
      let (slot, unit) = (columns[i].slot, columns[i].unit)
      RawColumn.with(batch, column: table.place(of: slot)) { cells in
        RawColumn.with(batch, column: unit.map(table.place) ?? Layout.notYetMet) { units in
          for row in 0..<cells.count {
            let cell = cells[row]
            guard cell.bytes.contains(where: { $0 == 0x2C || $0 == 0x2E || $0 == 0x3A }),
              unit == nil || HourColumns.isHours(units[row].bytes.blankTrimmed)
            else { continue }
            columns[i].evidence.add(cell.bytes, isText: cell.kind == .text)
          }
        }
      }
    }
  }

  /// `ore`, `Ora`, `h`.
  private static func isHours(_ unit: some Collection<UInt8>) -> Bool {
    guard let first = unit.first else { return false }
    return first | 0x20 == UInt8(ascii: "o") || first | 0x20 == UInt8(ascii: "h")
  }

  /// Columns whose decimals are not plainly decimals, with why.
  mutating func conclude() -> [(slot: Layout.Slot, reading: Reading, because: String)] {
    columns.compactMap { column in
      let reading = column.evidence.reading
      readings[column.slot.field.name] = reading
      return reading == .decimals ? nil : (column.slot, reading, column.evidence.because)
    }
  }

  func reading(of field: Field) -> Reading { readings[field.name] ?? .decimals }
}

extension Field {
  /// Column of the unit of a quantity.
  static let unitOfQuantity = "unita"

  /// Numbers of hours, always or where their unit says so.
  var mayCountHours: Bool { countsHours || kind.isQuantity }

  var countsHours: Bool { column == "hours" || column.hasSuffix("_hours") }

  var countsMinutes: Bool { column == "minutes" || column.hasSuffix("_minutes") }

  /// Fields of whose cells a source may say that they are hours and minutes.
  var mayHoldClocks: Bool { mayCountHours || countsMinutes }
}

extension Field.Kind {
  fileprivate var isQuantity: Bool {
    if case .quantity = self { return true }
    return false
  }
}
