/// Where the chart of a sheet goes.
enum ChartPlace {
  /// Below a short table. Beside a long one, where it is met without going to the last row; but beside one
  /// that is wider than a window it would be met by nobody, nor printed.
  static func isBelow(rows: Int, _ layout: SheetColumns) -> Bool {
    rows <= 24 || (rows <= 60 && layout.pixels(ofFirst: layout.printed) > 1400)
  }
}
