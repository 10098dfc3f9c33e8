/// RFC 4180 read character by character: nothing of the project's own reader.
enum QuotedRows {
  static func read(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    // A quote right after a closing one is a quote of the text.
    var hasJustClosed = false
    for character in text {
      switch character {
      case "\"":
        if !isQuoted, hasJustClosed { cell.append(character) }
        hasJustClosed = isQuoted
        isQuoted.toggle()
        continue
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r\n" where !isQuoted, "\n" where !isQuoted:
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.append(character)
      }
      hasJustClosed = false
    }
    return rows
  }
}
