import Foundation

/// Rows of the project's own CSV files: comma, RFC 4180 quotes, LF.
enum ProjectCSV {
  static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\n"
  }

  /// On one line; quoted where a comma, a quote or the mark of a comment asks for it.
  static func cell(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard line.contains(where: { ",\"#".contains($0) }) else { return line }
    return "\"" + line.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
