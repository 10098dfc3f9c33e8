import Foundation
import Warehouse

/// The whole-file decisions, with their evidence, as the warehouse and the receipt keep them.
enum Decisions {
  /// One thing decided about the file.
  struct Item {
    var label: String
    var value: String
    var because: String
    /// From 0 (not decided) to 1 (certain, or declared); nil for what is only counted.
    var confidence: Double?

    init(_ label: String, _ value: String, _ because: String, _ confidence: Double? = nil) {
      self.label = label
      self.value = value
      self.because = because
      self.confidence = confidence
    }

    /// `99 %`, for a reader.
    var certainty: String { confidence.map { "\(Int(($0 * 100).rounded())) %" } ?? "" }
  }

  static func list(table: DeliveredTable, conventions: Conventions) -> [Item] {
    var list = file(table.opened.survey)
    if let path = table.opened.recordPath {
      list.append(
        Item(
          "Riga", DeliveredTable.withoutPersons(path.value.joined(separator: "/")), path.evidence,
          path.confidence))
    }
    if let sheet = table.opened.sheet {
      let sheets = table.parts.compactMap(\.opened.sheet)
      list.append(
        Item(
          "Foglio",
          (sheets.isEmpty ? [sheet] : sheets).map(DeliveredTable.withoutPersons).joined(
            separator: ", "),
          "di \(table.opened.sheetNames.count)"))
    }
    if let line = table.headerLine {
      let depth = table.headerCells.count
      list.append(
        Item(
          "Intestazione", depth == 1 ? "riga \(line)" : "\(depth) righe, dalla \(line)",
          "\(table.headers.count) colonne"))
      if table.preambleRows > 0 {
        list.append(
          Item("Righe sopra l'intestazione", "\(table.preambleRows)", "titoli o note, non caricati")
        )
      }
      let nameless = table.headers.count { $0.isEmpty }
      if nameless > 0 { list.append(Item("Colonne senza nome", "\(nameless)", "non lette")) }
    }
    if table.blankRowCount > 0 {
      list.append(Item("Righe vuote", "\(table.blankRowCount)", "saltate"))
    }
    for column in conventions.evidence {
      list.append(
        Item("Colonna «\(column.header)»", column.decision, column.because, column.confidence))
    }
    return list
  }

  static func file(_ survey: FileSurvey) -> [Item] {
    var list: [Item] = []
    if let container = survey.container {
      list.append(Item("Compresso", container.kind, "dentro c'è «\(container.name)»"))
    }
    list.append(
      Item("Formato", survey.kind.value.rawValue, survey.kind.evidence, survey.kind.confidence))
    if let encoding = survey.encoding {
      list.append(
        Item(
          "Codifica dei caratteri", encoding.value.rawValue, encoding.evidence, encoding.confidence)
      )
    }
    if let delimiter = survey.delimiter {
      list.append(
        Item(
          "Separatore", DialectName.name(of: delimiter.value), delimiter.evidence,
          delimiter.confidence))
    }
    if let quote = survey.quote {
      list.append(
        Item(
          "Virgolette", quote.value.map(DialectName.name) ?? "nessuna", quote.evidence,
          quote.confidence))
    }
    if let escape = survey.escape, let byte = escape.value {
      list.append(
        Item("Carattere di escape", DialectName.name(of: byte), escape.evidence, escape.confidence))
    }
    if let skips = survey.skipsBlanks {
      list.append(
        Item(
          "Spazi fra separatore e virgolette", skips.value ? "ignorati" : "tenuti", skips.evidence,
          skips.confidence))
    }
    if let newline = survey.newline {
      list.append(Item("Fine riga", newline.rawValue, "contate nel file"))
    }
    return list
  }

  static func json(table: DeliveredTable, conventions: Conventions) throws -> String {
    let object = list(table: table, conventions: conventions).map { item in
      var entry: [String: Any] = [
        "decisione": item.label, "valore": item.value, "prova": item.because,
      ]
      if let confidence = item.confidence { entry["certezza"] = confidence }
      return entry
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
    case UInt8(ascii: " "): "spazio"
    default: "«\(Character(UnicodeScalar(delimiter)))»"
    }
  }
}
