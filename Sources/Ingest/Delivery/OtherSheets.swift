import Warehouse

extension DeliveredTable {
  /// What is known when all the rows have been read.
  var closingFindings: [Finding] {
    otherSheets + (merged?.finding.map { [$0] } ?? [])
      + opened.uncalculated.map {
        FindingKind.finding($0.kind, line: 0, detail: $0.cells.words)
      }
  }

  /// Sheets whose header is looked at, and the largest workbook of which it is: in an ODS a sheet is reached
  /// through all those before it.
  private static let comparedSheets = 12
  private var comparedBytes: Int { opened.survey.kind.value == .ods ? 1 << 20 : 8 << 20 }

  private var otherSheets: [Finding] {
    let others = opened.sheetNames.filter { $0 != opened.sheet }
    guard folder.settings.sheet == nil, !FillInTemplate.otherSheets.isSuperset(of: others),
      opened.sheet.map(Workbook.key) != folder.settings.dataset
    else { return [] }
    let hidden = opened.hiddenSheetNames
    if opened.survey.byteCount <= comparedBytes {
      let same = others.filter { !hidden.contains($0) }.prefix(DeliveredTable.comparedSheets)
        .filter(hasSameHeader)
      if !same.isEmpty {
        let names = same.map { "«\($0)»" }.joined(separator: ", ")
        return [FindingKind.finding(.sameSheets, line: 0, detail: names)]
      }
    }
    let names = others.prefix(10).map { name in
      "«\(name)»" + (hidden.contains(name) ? " (nascosto)" : "")
    }
    return [FindingKind.finding(.otherSheets, line: 0, detail: names.joined(separator: ", "))]
  }

  /// A month, or a service, for each sheet: they are parts of one table. A sheet that cannot be read is
  /// not.
  private func hasSameHeader(_ sheet: String) -> Bool {
    let first = RawBatch()
    guard let other = try? opened.turned(to: sheet), (try? other.reader.next(into: first)) == true
    else { return false }
    let found = try? HeaderText.locate(in: first, mergedRanges: other.mergedRanges) {
      header(in: first, mergedRanges: $0)
    }
    return found?.headers == headers
  }
}
