/// The background of the numbers of a table: five classes for each column that holds observations.
struct Shades {
  private let breaks: [ClassBreaks?]

  init(_ table: Table) {
    breaks = table.columns.indices.map { index in
      let cells = table.rows.map { $0[index] }.filter { $0.observation != nil }
      let values = cells.compactMap { cell -> (Double, NumberStyle)? in
        if case .number(let value, let style) = cell.value { (value, style) } else { nil }
      }
      return values.count < 5 ? nil : ClassBreaks(values: values.map(\.0), style: values[0].1)
    }
  }

  /// From 0, the lowest, to 4; nil where all are equal, and no background can tell which are higher.
  func of(_ cell: Cell, at column: Int) -> Int? {
    guard let breaks = breaks[column], breaks.count > 1, case .number(let value, _) = cell.value
    else { return nil }
    return breaks.index(of: value) * 4 / (breaks.count - 1)
  }
}
