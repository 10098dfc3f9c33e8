/// Where the chart of a sheet goes.
enum ChartPlace {
  /// Below a short table. Beside a long one, where it is met without going to the last row; but beside one
  /// that is wider than a window it would be met by nobody, nor printed.
  static func isBelow(rows: Int, _ layout: SheetColumns) -> Bool {
    let width = layout.columns.prefix(layout.printed).reduce(0) { $0 + Int($1.width * 7) + 5 }
    return rows <= 24 || (rows <= 60 && width > 1400)
  }
}
