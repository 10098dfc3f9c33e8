import Foundation
import Ingest
import TestSupport
import Testing

/// The test files of other readers (origin and licence in the README beside them).
@Suite(.enabled(if: SharedData.isPresent)) struct PublicCorpusTests {
  /// max-mapper/csv-spectrum: each CSV beside the JSON it must be read as (but for one, whose JSON
  /// has another telephone number).
  @Test(
    arguments: SharedData.files("parsers/csv-spectrum/csvs", ending: ".csv")
      .filter { !$0.hasSuffix("location_coordinates.csv") })
  func csvSpectrum(path: String) throws {
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    let json = SharedData.path("parsers/csv-spectrum/json/\(name).json")
    let content = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: json)))
    let expected = try #require(
      content as? [[String: String]] ?? (content as? [String: String]).map { [$0] })
    let rows = try readRows(TableFile.open(path: path).reader)
    let header = rows[0].cells
    let read = rows.dropFirst().map {
      Dictionary(uniqueKeysWithValues: zip(header, $0.cells))
    }
    // The copy of `newlines_crlf.csv` has lost its CR on the way, its JSON has not.
    let lines = expected.map { $0.mapValues { $0.replacing("\r\n", with: "\n") } }
    #expect(read == lines)
  }

  /// Every workbook of calamine and rust_xlsxwriter is read; the two that cannot be say why.
  @Test func workbooksOfOtherReaders() throws {
    var refused: [String: String] = [:]
    var cells = 0
    let paths =
      SharedData.files("parsers/calamine", ending: ".xlsx", ".xlsm")
      + SharedData.files("parsers/rust_xlsxwriter_excel2007", ending: ".xlsx")
    for path in paths {
      do {
        let table = try TableFile.open(path: path)
        cells += try readRows(table.reader).reduce(0) { $0 + $1.cells.count }
        _ = try table.mergedRanges()
      } catch let error as UnreadableFile {
        refused[URL(filePath: path).lastPathComponent] = error.code
      }
    }
    #expect(paths.count > 200)
    #expect(cells > 10_000)
    // The first has a part two bytes longer than it declares, with a wrong checksum.
    #expect(
      refused == [
        "issue252.xlsx": "zip-danneggiato", "pass_protected.xlsx": "formato-xls-protetto",
      ])
  }

  /// Values read off these workbooks by openpyxl 3.1.5, another implementation.
  @Test(
    arguments: [
      ("date.xlsx", ["date 2021-01-01", "date 2021-01-02", "text 255:10:10"]),
      ("date_1904.xlsx", ["date 2021-01-01", "date 2021-01-02", "text 255:10:10"]),
      ("rph.xlsx", ["text 課きく　毛こ"]),
      ("nonstandard-xml-ns-prefix.xlsx", ["text a", "number 1", "number 2"]),
      ("errors.xlsx", ["error #DIV/0!", "error #NAME?", "error #VALUE!"]),
    ])
  func firstColumn(name: String, expected: [String]) throws {
    let rows = try readRows(
      TableFile.open(path: SharedData.path("parsers/calamine/\(name)")).reader)
    let column = rows.prefix(expected.count).map { "\($0.kinds[0]) \($0.cells[0])" }
    #expect(column == expected)
  }

  /// W3C CSVW test tables, whose dialects the CSVsniffer project annotated: comma, `"`. Those of one
  /// column have no delimiter to find.
  @Test func annotatedDialects() throws {
    var judged = 0
    for path in SharedData.files("parsers/w3c-csvw", ending: ".csv") {
      let table = try TableFile.open(path: path)
      let survey = table.survey
      let text = try readRows(table.reader)
      guard text.contains(where: { $0.cells.count > 1 }) else { continue }
      judged += 1
      #expect(survey.delimiter?.value == UInt8(ascii: ","), "\(path)")
      #expect(survey.quote?.value == UInt8(ascii: "\""), "\(path)")
    }
    #expect(judged > 110)
  }

  /// Delimiters and encodings of real Italian exports, as their publishers document them.
  @Test(
    arguments: [
      ("requests/segnalazioni-municipium_2025-02-25.csv", ";", 7, 3442),
      ("reference/2026-08-14_situas_comuni.csv", ";", 21, 7895),
      ("reference/ANPR_archivio_comuni.csv", ",", 18, 19353),
      ("pnrr/PNRR_Progetti.csv", ";", 28, 5247),
      ("pnrr/RC__progetti_validati_2023.csv", ";", 50, 869),
    ])
  func realExports(name: String, delimiter: String, width: Int, count: Int) throws {
    let table = try TableFile.open(path: SharedData.path(name))
    #expect(table.survey.delimiter?.value == delimiter.utf8.first)
    #expect(table.survey.encoding?.value == .utf8)
    let rows = try readRows(table.reader)
    #expect(rows.count == count)
    #expect(rows.allSatisfy { $0.cells.count == width })
  }

  @Test func everythingElseIsReadOrRefusedByName() throws {
    let paths =
      SharedData.files("parsers/messytables_horror", ending: "")
      + SharedData.files("parsers/frictionless", ending: "")
      + SharedData.files("parsers/calamine", ending: ".xls", ".xlsb", ".ods")
    var codes: [String: Int] = [:]
    for path in paths {
      do {
        _ = try readRows(TableFile.open(path: path).reader)
      } catch let error as UnreadableFile {
        codes[error.code, default: 0] += 1
      }
    }
    #expect(paths.count > 380)
    #expect(codes["formato-xls", default: 0] > 30)
    #expect(codes["formato-html", default: 0] == 5)
    #expect(codes["formato-ods", default: 0] > 15)
  }
}
