import Crypto
import Foundation
import Ingest
import TestSupport
import Testing

/// The cells of other projects' workbooks, sheet by sheet, against an independent reader.
///
/// `scripts/corpus/workbooks.csv` holds what python-calamine 0.9.1 sees in them (made by the script
/// beside it): a digest for each sheet. Here Tavolo's readers make the same list.
@Suite(.enabled(if: SharedData.isPresent)) struct WorkbookDigestTests {
  private struct Expected {
    var file: String
    var position: Int
    var cells: Int
    /// Or `error: …` where that reader refuses.
    var digest: String
  }

  @Test func sameCellsAsAnIndependentReaderOrATypedRefusal() throws {
    var (right, judged) = (0, 0)
    var wrong: [String] = []
    var different: Set<String> = []
    var refused: [String: String] = [:]
    for expected in try expectations() {
      judged += 1
      do {
        let (count, digest) = try digest(expected.file, expected.position)
        if digest == expected.digest {
          right += 1
        } else {
          different.insert("\(expected.file) \(expected.position)")
          wrong.append(
            "\(expected.file) foglio \(expected.position): \(count) celle, attese \(expected.cells)"
          )
        }
      } catch let error as UnreadableFile {
        refused[expected.file] = error.code
        right += 1
      }
    }
    Corpus.report(
      "fogli di calamine e rust_xlsxwriter, celle uguali o rifiuto", right, judged, wrong)
    #expect(judged > 340)
    #expect(different == Self.known)
    #expect(refused == Self.refusals)
  }

  /// Sheets where the two readers differ: python-calamine trims the texts that do not ask to keep their
  /// blanks, Tavolo and openpyxl keep them; a row of control characters alone is blank to Tavolo.
  private static let known: Set<String> = [
    "calamine/issue_174.xlsx 1", "calamine/minimal_package.xlsx 1",
    "calamine/whitespace_trim.xlsx 1", "calamine/whitespace_trim.xlsx 2",
    "rust_xlsxwriter_excel2007/optimize06.xlsx 1",
  ]

  /// Files that cannot be read, and what is said of them.
  private static let refusals = [
    // A part two bytes longer than it declares, with a wrong checksum.
    "calamine/issue252.xlsx": "zip-danneggiato",
    // Content beyond the last column there is.
    "calamine/issue_594_dos.ods": "ods-danneggiato",
    "calamine/pass_protected.xlsx": "formato-xls-protetto",
    "calamine/pass_protected.ods": "formato-xls-protetto",
    // Sheets that are charts.
    "calamine/any_sheets.xlsx": "foglio-senza-celle",
    "calamine/issue438.xlsx": "foglio-senza-celle",
    "rust_xlsxwriter_excel2007/chart_bar17.xlsx": "foglio-senza-celle",
    "rust_xlsxwriter_excel2007/chart_blank05.xlsx": "foglio-senza-celle",
    "rust_xlsxwriter_excel2007/chartsheet05.xlsx": "foglio-senza-celle",
    "rust_xlsxwriter_excel2007/chartsheet11.xlsx": "foglio-senza-celle",
  ]

  private func expectations() throws -> [Expected] {
    let table = try TableFile.open(
      path: PackageFolder.path + "/scripts/corpus/workbooks.csv",
      options: TableOptions(kind: .csv, delimiter: UInt8(ascii: ",")))
    return try readRows(table.reader).dropFirst().map { row in
      Expected(
        file: row.cells[0], position: Int(row.cells[1]) ?? 1, cells: Int(row.cells[3]) ?? 0,
        digest: row.cells[4])
    }
  }

  private func digest(_ file: String, _ position: Int) throws -> (count: Int, digest: String) {
    var hash = SHA256()
    var count = 0
    let table = try TableFile.open(
      path: SharedData.path("parsers/" + file), options: TableOptions(sheet: .position(position)))
    for row in try readRows(table.reader) {
      for (column, cell) in row.cells.enumerated() {
        guard !cell.isEmpty, let kind = kind(row.kinds[column]) else { continue }
        var text = cell
        if kind == "n",
          let value = Double(cell) ?? Double(cell.trimmingCharacters(in: Self.words))
        {
          let digits = String(value.bitPattern, radix: 16)
          text = String(repeating: "0", count: 16 - digits.count) + digits
        }
        hash.update(data: Data("\(row.line),\(column),\(kind),\(text)\n".utf8))
        count += 1
      }
    }
    let hex = hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    return (count, hex.joined())
  }

  /// What a format shows beside a number, which the other reader does not tell.
  private static let words = CharacterSet(charactersIn: "0123456789").inverted

  private func kind(_ kind: RawCellKind) -> String? {
    switch kind {
    case .number, .shown: "n"
    case .boolean: "b"
    case .date, .month: "d"
    case .text: "t"
    case .empty, .error: nil
    }
  }
}
