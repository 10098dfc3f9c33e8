import Warehouse

extension DeliveredTable {
  /// What is known when all the rows have been read.
  var closingFindings: [Finding] {
    [joinedSheets, toldPart].compactMap(\.self) + otherSheets + filledDown.findings
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

  /// What stands above the table, or beside the rows of a JSON document, says that they are not all.
  private var toldPart: Finding? {
    let pages = (opened.reader as? JSONPathReader)?.pages.missing
    guard pages != nil || preambleTexts.contains(where: PartialExport.told) else { return nil }
    return FindingKind.finding(
      .partialExport, line: 0, detail: pages ?? "lo dice una riga sopra l'intestazione")
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
        let names = same.map { "«\(DeliveredTable.withoutPersons($0))»" }.joined(separator: ", ")
        return [FindingKind.finding(.sameSheets, line: 0, detail: names)]
      }
    }
    let hidden = opened.hiddenSheetNames
    let names = others.prefix(10).map { name in
      "«\(DeliveredTable.withoutPersons(name))»" + (hidden.contains(name) ? " (nascosto)" : "")
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
    let others = visibleSheetNames.filter { $0 != sheet }
    return others.prefix(OpenedTable.comparedSheets).filter { name in
      let found = try? turned(to: name, into: RawBatch(), locate)
      return found?.header?.headers == headers
    }
  }

  /// Another sheet of the workbook with its first rows in `first`, and the header among them; nil for a
  /// sheet without rows.
  func turned(
    to sheet: String, into first: RawBatch, _ locate: (RawBatch, [CellRange]) -> LocatedHeader?
  ) throws -> (table: OpenedTable, header: LocatedHeader?)? {
    let other = try turned(to: sheet)
    guard try other.reader.next(into: first) else { return nil }
    let header = try HeaderText.locate(in: first, mergedRanges: other.mergedRanges) {
      locate(first, $0)
    }
    return (other, header)
  }
}
