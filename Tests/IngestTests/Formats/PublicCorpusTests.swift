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

  /// W3C CSVW test tables, whose dialects the CSVsniffer project annotated: encoding, delimiter and
  /// quote all right in nine files of ten at least.
  @Test func annotatedDialects() throws {
    let folder = "parsers/w3c-csvw/"
    let notes = try String(
      contentsOfFile: SharedData.path(folder + "_W3C-CSVW-Dialect_annotations.txt"), encoding: .utf8
    )
    let names: [String: UInt8] = [
      "comma": UInt8(ascii: ","), "tab": UInt8(ascii: "\t"), "space": UInt8(ascii: " "),
      "doublequote": UInt8(ascii: "\""),
    ]
    var (judged, right) = (0, 0)
    var wrong: [String] = []
    for line in notes.split(whereSeparator: \.isNewline).dropFirst(2) {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let path = SharedData.path(folder + fields[0])
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let survey = try TableFile.open(path: path).survey
      let isUTF8 = survey.encoding?.value == .utf8
      judged += 1
      if isUTF8 == (fields[1] == "utf8"), survey.delimiter?.value == names[fields[2]],
        survey.quote?.value == names[fields[3]]
      {
        right += 1
      } else {
        wrong.append(
          "\(fields[0]): \(survey.encoding?.value.rawValue ?? "?"),"
            + " \(survey.delimiter.map { String(UnicodeScalar($0.value)) } ?? "?"),"
            + " annotato \(fields[1...3].joined(separator: ", "))")
      }
    }
    Corpus.report("w3c-csvw, codifica, separatore e virgolette", right, judged, wrong)
    #expect(judged > 200)
    #expect(right * 10 >= judged * 9)
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
  }
}
