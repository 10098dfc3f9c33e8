import Warehouse

/// `rilievi.csv` and `controlli.csv`: every finding, one per row, in the order they were met.
enum FindingsList {
  static func csv(_ log: FindingLog) -> String {
    var text = "riga,colonna,gravita,codice,cella,messaggio,messaggio_en,atteso\r\n"
    // A hundred thousand findings are of a few kinds: the words of each are written once.
    var words: [String: (it: String, en: String, expected: String)] = [:]
    let details = EnglishDetails()
    for finding in log.findings {
      let known = words[finding.code] ?? FindingsList.words(finding.code)
      words[finding.code] = known
      text += "\(finding.line),"
      text += cell(finding.header)
      text += ",\(finding.severity.rawValue),\(finding.code),"
      text += cell(finding.cell)
      text += ","
      let detail = finding.detail
      text += cell(detail.isEmpty ? known.it : "\(known.it) (\(detail))")
      text += ","
      text += cell(detail.isEmpty ? known.en : "\(known.en) (\(details.english(detail)))")
      text += known.expected
    }
    return text
  }

  private static func words(_ code: String) -> (it: String, en: String, expected: String) {
    let kind = FindingKind.named(code)
    return (
      kind?.message.it ?? code, kind?.message.en ?? code,
      "," + cell(kind?.expected ?? "") + "\r\n"
    )
  }

  /// Quoted where RFC 4180 asks, and kept from being taken for a formula by a spreadsheet.
  private static func cell(_ text: String) -> String {
    let text = RefusedRowsFile.isFormula(text) ? "'" + text : text
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A })
    else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
