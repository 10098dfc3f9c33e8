import Ingest
import Testing

/// One table written in every format: what each reader must give back is the same.
struct ConformanceTable {
  var header: [String]
  var rows: [[String]]

  /// Everything that is hard about text, in characters all the encodings have.
  static let hard = ConformanceTable(
    header: ["id", "comune", "nota", "vuoto"],
    rows: [
      ["1", "Reggio Calabria", "semplice", ""],
      ["2", "Melicuccà", "due\nrighe; \"fra virgolette\", con | e\ttab", "x"],
      ["3", "Platì", "  spazi ai lati  ", ""],
      ["4", "Sant'Eufemia d'Aspromonte", "\"\"", "è"],
      ["", "", "", ""],
      ["5", "San Luca", "C:\\cartella\\ \\\" e <b>&amp;</b>", "àèéìòùÀÈ°"],
      ["6", "Bova", "caffè e tè, così è più su: già lunedì", ""],
      ["7", "Africo", "riga\r\nwindows", "ultimo"],
    ])

  /// Enough rows for several batches.
  static let long = ConformanceTable(
    header: ["n", "testo"],
    rows: (1...(RawBatch.capacity + 3)).map { ["\($0)", "riga numero \($0) è"] })

  static let headerOnly = ConformanceTable(header: ["id", "comune"], rows: [])

  static let huge = ConformanceTable(
    header: ["id", "testo"],
    rows: [["1", String(repeating: "città; \"x\"\n", count: 20_000)], ["2", "fine"]])
}

/// A way to write a table as a file, with the line where each row will be found.
struct Encoding: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var encode: @Sendable (ConformanceTable) -> (bytes: [UInt8], lines: [Int])
  /// The header is a row like any other, and not names of the format.
  var hasHeaderRow = true
  /// Where the rows are, for the formats that must be told.
  var path: [String]?
  /// Columns met before the first row.
  var contextColumns: [String] = []
}
