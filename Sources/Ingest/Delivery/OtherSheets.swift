import Warehouse

extension DeliveredTable {
  /// What is known when all the rows have been read.
  var closingFindings: [Finding] {
    [joinedSheets].compactMap(\.self) + otherSheets
      + parts.flatMap { part in
        (part.merged?.finding).map { [$0] } ?? []
      }
      + parts.flatMap { part in
        part.opened.remarks.map { kind, words in
          let sheet = parts.count > 1 ? part.opened.sheet.map { "«\($0)», " } : nil
          return FindingKind.finding(kind, line: 0, detail: (sheet ?? "") + words)
        }
      }
  }

  private var otherSheets: [Finding] {
    let settings = folder.settings
    let read = parts.compactMap(\.opened.sheet)
    let others = opened.sheetNames.filter { !read.contains($0) }
    guard settings.sheets.isEmpty, !FillInTemplate.otherSheets.isSuperset(of: others),
      settings.joinsSheets || opened.sheet.map(Workbook.key) != settings.dataset
    else { return [] }
    if !settings.joinsSheets {
      let same = opened.sheets(headed: headers) { header(in: $0, mergedRanges: $1) }
      if !same.isEmpty {
        let names = same.map { "«\($0)»" }.joined(separator: ", ")
        return [FindingKind.finding(.sameSheets, line: 0, detail: names)]
      }
    }
    let hidden = opened.hiddenSheetNames
    let names = others.prefix(10).map { name in
      "«\(name)»" + (hidden.contains(name) ? " (nascosto)" : "")
    }
    return [FindingKind.finding(.otherSheets, line: 0, detail: names.joined(separator: ", "))]
  }
}

extension OpenedTable {
  /// Sheets whose header is looked at, and the largest workbook of which it is: in an ODS a sheet is reached
  /// through all those before it.
  private static let comparedSheets = 12
  private var comparedBytes: Int { survey.kind.value == .ods ? 1 << 20 : 8 << 20 }

  /// Other visible sheets with the same header, as where each month or service has its own: they are parts
  /// of one table. A sheet that cannot be read is not.
  func sheets(
    headed headers: [String], _ locate: (RawBatch, [CellRange]) -> LocatedHeader?
  ) -> [String] {
    guard survey.byteCount <= comparedBytes else { return [] }
    let hidden = Set(hiddenSheetNames)
    return sheetNames.filter { $0 != sheet && !hidden.contains($0) }
      .prefix(OpenedTable.comparedSheets)
      .filter { name in
        let first = RawBatch()
        guard let other = try? turned(to: name), (try? other.reader.next(into: first)) == true
        else { return false }
        let found = try? HeaderText.locate(in: first, mergedRanges: other.mergedRanges) {
          locate(first, $0)
        }
        return found?.headers == headers
      }
  }
}
