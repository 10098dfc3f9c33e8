import Warehouse

/// Where the header of a delivery should be and what should be in it.
extension DeliveredTable {
  /// What the columns that fields read should be called.
  var expectedHeaders: [String] { headers(of: folder.contract.fields) }

  /// Those without which no row can be kept.
  private var requiredHeaders: [String] { headers(of: folder.contract.fields.filter(\.isRequired)) }

  /// The columns they are.
  var requiredColumns: [Int] {
    let places = ColumnPlaces(headers).byName
    return requiredHeaders.compactMap { places[Folding.fold($0)] }
  }

  private func headers(of fields: [Field]) -> [String] {
    guard let map = folder.columns.headers(on: headersDay) else { return fields.map(\.name) }
    return fields.compactMap { map[$0.name] }
  }

  /// Neither the descriptor nor the contract says where the header is or what is in it.
  var isGuessed: Bool {
    !isHeaderFirst && folder.settings.headerRow == nil && expectedHeaders.isEmpty
  }

  func header(in first: RawBatch, mergedRanges: [CellRange]) -> LocatedHeader? {
    var firstRow = folder.settings.headerRow
    var depth = folder.settings.headerRows
    if isHeaderFirst {
      firstRow = first.rows.first.map { Int($0.line) }
      depth = 1
    } else if isGuessed {
      guard let guess = HeaderGuess.locate(in: first, mergedRanges: mergedRanges) else {
        return nil
      }
      firstRow = Int(first.rows[guess.row].line)
      depth = guess.depth
    }
    return HeaderLocator.locate(
      in: first, expected: expectedHeaders, required: requiredHeaders, firstRow: firstRow,
      depth: depth, mergedRanges: mergedRanges)
  }
}
