import Warehouse

/// `values.csv`: what a word of theirs means in our code, why, and who decided it.
///
/// The header is `campo,valore,codice,motivo`, and `deciso_da,deciso_il` after it where an office
/// keeps track of who decided and when. A row without a code is a question still open: it is as if it
/// were not there. Rows that begin with `#` are comments.
public struct ValueMap: Sendable {
  /// A row of the file.
  struct Entry: Sendable {
    let line: Int
    let field: String
    let word: String
    /// Empty while nobody has decided.
    let code: String
  }

  static let header = ["campo", "valore", "codice", "motivo"]

  let file: String
  let entries: [Entry]
  /// Field → folded word → place of its entry.
  private let places: [String: [String: Int]]

  init() {
    file = ""
    entries = []
    places = [:]
  }

  init(file: String, contract: Contract) throws {
    self.file = file
    guard let table = try SmallTable(optional: file) else {
      entries = []
      places = [:]
      return
    }
    let decisions = try DecisionColumns(table, after: ValueMap.header)
    var entries: [Entry] = []
    var places: [String: [String: Int]] = [:]
    for row in table.rows {
      try decisions.check(row)
      let entry = Entry(
        line: row.line, field: row.cells[0], word: row.cells[1], code: row.cells[2])
      guard let field = contract.field(entry.field) else {
        throw DescriptorError(
          file: file, line: row.line,
          message: contract.complaint(aboutField: entry.field))
      }
      guard field.kind.hasWords else {
        throw DescriptorError(
          file: file, line: row.line,
          message: "il campo «\(entry.field)» non ha voci da tradurre (\(field.kind.label)): "
            + "un valore sbagliato si corregge in corrections.csv")
      }
      let word = ValueMap.key(entry.word)
      if let known = places[entry.field]?[word], entries[known].code != entry.code {
        throw DescriptorError(
          file: file, line: row.line,
          message: "«\(entry.word)» ha già un altro codice, «\(entries[known].code)», per il campo "
            + "«\(entry.field)» (riga \(entries[known].line))")
      }
      places[entry.field, default: [:]][word] = entries.count
      entries.append(entry)
    }
    self.entries = entries
    self.places = places
  }

  func place(of word: String, field: String) -> Int? { places[field]?[ValueMap.key(word)] }

  /// Words are told apart once folded; what only a sign tells from a number (`>65`, `<65`) keeps it.
  private static func key(_ word: String) -> String {
    let folded = Folding.fold(word)
    guard word.contains(where: { "<>≤≥+".contains($0) }), folded.utf8.allSatisfy(ByteText.isDigit)
    else { return folded }
    return word.filter { !$0.isWhitespace }
  }

  /// Stops at a code that is in none of the lists: read as it is, it would be an unknown word in every
  /// row that needs it.
  func check(contract: Contract, reference: ReferenceFolder) throws {
    for entry in entries where !entry.code.isEmpty && entry.code != "ND" {
      guard let field = contract.field(entry.field),
        let complaint = field.kind.complaint(about: entry.code, reference: reference)
      else { continue }
      throw DescriptorError(
        file: file, line: entry.line, message: "«\(entry.code)» \(complaint)")
    }
  }
}

/// `deciso_da` and `deciso_il`, which may follow the columns of a map.
struct DecisionColumns {
  static let names = ["deciso_da", "deciso_il"]

  private let day: Int?
  private let file: String

  /// - Throws: `DescriptorError` when the header is neither `names` nor these with both columns after.
  init(_ table: SmallTable, after names: [String]) throws {
    file = table.file
    day = table.header.count > names.count ? names.count + 1 : nil
    guard table.header == names || table.header == names + DecisionColumns.names else {
      throw DescriptorError(
        file: table.file, line: 1,
        message:
          "l'intestazione deve essere \(names.joined(separator: ",")), con in più, se serve, "
          + DecisionColumns.names.joined(separator: ","))
    }
  }

  func check(_ row: SmallTable.Row) throws {
    guard let day, !row.cells[day].isEmpty, SmallTable.day(row.cells[day]) == nil else { return }
    throw DescriptorError(
      file: file, line: row.line,
      message: "«\(row.cells[day])» in deciso_il non è una data come 2026-03-12")
  }
}

extension Field.Kind {
  /// True for fields whose cells are words that a map can translate.
  var hasWords: Bool {
    switch self {
    case .code, .codes, .comune, .comuni, .yesNo, .ageBand, .ownWord: true
    default: false
    }
  }

  /// What is wrong with a code that a map gives for this kind of field; nil when nothing is.
  fileprivate func complaint(about code: String, reference: ReferenceFolder) -> String? {
    switch self {
    case .code(let name, _), .codes(let name):
      guard let list = reference.lists[name], list.resolve(code) == nil else { return nil }
      return "non è un codice dell'elenco «\(name.rawValue)»"
        + Nearest.hint(to: code, in: list.entries.map(\.code))
    case .comune, .comuni:
      switch reference.resolver.resolve(code) {
      case .resolved, .special: return nil
      case .unresolved(let suggestion):
        return "non è un comune" + (suggestion.map { " (forse «\($0)»?)" } ?? "")
      case .empty, .postcode: return "non è un comune: scrivere il codice ISTAT o il nome"
      }
    case .yesNo: return YesNo.parse(code) == nil ? "non è «si» o «no»" : nil
    case .ownWord:
      let isShort =
        code.utf8.count <= 40 && !Masking.holdsPersonalData(code)
        && code.utf8.allSatisfy {
          ByteText.isDigit($0) || (0x61...0x7A).contains($0) || $0 == 0x5F || $0 == 0x2D
        }
      return isShort
        ? nil : "non è un codice breve: fino a 40 lettere minuscole senza accenti, cifre, «_» e «-»"
    case .ageBand:
      return AgeBand.parse(code) == nil ? "non è un'età, né una fascia come 65-69" : nil
    default: return nil
    }
  }
}
