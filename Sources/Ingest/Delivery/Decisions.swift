import Foundation
import Warehouse

/// The whole-file decisions, with their evidence, as the warehouse and the receipt keep them.
enum Decisions {
  /// Label, what was decided, and why.
  static func list(
    table: DeliveredTable, conventions: Conventions
  ) -> [(label: String, value: String, because: String)] {
    let survey = table.opened.survey
    var list: [(label: String, value: String, because: String)] = [
      ("Formato", survey.kind.value.rawValue, survey.kind.evidence)
    ]
    if let encoding = survey.encoding {
      list.append(("Codifica dei caratteri", encoding.value.rawValue, encoding.evidence))
    }
    if let delimiter = survey.delimiter {
      list.append(
        (
          "Separatore", DialectName.name(of: delimiter.value), delimiter.evidence
        ))
    }
    if let sheet = table.opened.sheet {
      list.append(("Foglio", sheet, "di \(table.opened.sheetNames.count)"))
    }
    if let line = table.headerLine {
      list.append(("Intestazione", "riga \(line)", "\(table.headers.count) colonne"))
    }
    for column in conventions.evidence {
      list.append(("Colonna «\(column.header)»", column.decision, column.because))
    }
    return list
  }

  static func json(table: DeliveredTable, conventions: Conventions) throws -> String {
    let object = list(table: table, conventions: conventions).map {
      ["decisione": $0.label, "valore": $0.value, "prova": $0.because]
    }
    let data = try JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }
}

/// A reader's name for a delimiter.
enum DialectName {
  static func name(of delimiter: UInt8) -> String {
    switch delimiter {
    case UInt8(ascii: ";"): "punto e virgola"
    case UInt8(ascii: ","): "virgola"
    case UInt8(ascii: "\t"): "tabulazione"
    case UInt8(ascii: "|"): "barra verticale"
    default: "«\(Character(UnicodeScalar(delimiter)))»"
    }
  }
}
