import Warehouse

/// `values.csv`: what a word of theirs means in our code, and why.
public struct ValueMap: Sendable {
  /// Field → folded word → code.
  private let codes: [String: [String: String]]

  init() {
    codes = [:]
  }

  init(file: String, contract: Contract) throws {
    guard let table = try SmallTable(optional: file) else {
      codes = [:]
      return
    }
    try table.expect(header: ["campo", "valore", "codice", "motivo"])
    var codes: [String: [String: String]] = [:]
    for row in table.rows {
      let (field, word, code) = (row.cells[0], row.cells[1], row.cells[2])
      guard contract.field(field) != nil else {
        throw DescriptorError(
          file: file, line: row.line,
          message: "il campo «\(field)» non è nel contratto «\(contract.dataset)»"
            + Nearest.hint(to: field, in: contract.fields.map(\.name)))
      }
      if let known = codes[field]?[Folding.fold(word)], known != code {
        throw DescriptorError(
          file: file, line: row.line,
          message: "«\(word)» ha già un altro codice, «\(known)», per il campo «\(field)»")
      }
      codes[field, default: [:]][Folding.fold(word)] = code
    }
    self.codes = codes
  }

  func code(for word: String, field: String) -> String? { codes[field]?[Folding.fold(word)] }
  func has(_ field: String) -> Bool { codes[field] != nil }
}
