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

  /// The word of `numeri` in `source.json`.
  static let declared = "ore.minuti"

  private var columns: [Column] = []
  private var readings: [String: Reading] = [:]
  /// Columns whose writing the source declares.
  private(set) var told: [Layout.Slot] = []

  init(_ slots: [Layout.Slot], settings: SourceSettings) {
    let unit = slots.first { $0.field.name == Field.unitOfQuantity }
    for slot in slots where slot.field.mayCountHours {
      if settings.countsMinutes(slot.field.name) {
        readings[slot.field.name] = .minutes
        told.append(slot)
      } else if settings.numberConvention(of: slot.field.name) == nil {
        columns.append(Column(slot: slot, unit: slot.field.kind.isQuantity ? unit : nil))
      }
    }
  }

  mutating func observe(_ batch: RawBatch, of table: DeliveredTable) {
    for i in columns.indices {
      let (slot, unit) = (columns[i].slot, columns[i].unit)
      RawColumn.with(batch, column: table.place(of: slot)) { cells in
        RawColumn.with(batch, column: unit.map(table.place) ?? Layout.notYetMet) { units in
          for row in 0..<cells.count {
            let cell = cells[row]
            guard cell.bytes.contains(where: { $0 == 0x2C || $0 == 0x2E || $0 == 0x3A }),
              unit == nil || HourColumns.isHours(units[row].bytes)
            else { continue }
            columns[i].evidence.add(cell.bytes, isText: cell.kind == .text)
          }
        }
      }
    }
  }

  /// `ore`, `Ora`, `h`.
  private static func isHours(_ unit: CellBytes) -> Bool {
    guard let first = unit.blankTrimmed.first else { return false }
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
}

extension Field.Kind {
  fileprivate var isQuantity: Bool {
    if case .quantity = self { return true }
    return false
  }
}

extension SourceSettings {
  /// The decimals of the field are minutes, and the descriptor knows it.
  fileprivate func countsMinutes(_ field: String) -> Bool {
    numberFormats[field] == HourColumns.declared
  }
}
