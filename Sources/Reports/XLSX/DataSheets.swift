import Spreadsheet

/// What a sheet of data shows: a table with its chart, or the legend of a map with its picture.
struct DataSheet {
  let table: Table
  let chart: Chart?
  let map: MapClasses?
  let name: String
}

/// The sheets of data: one marked table from the first cell, and its native chart below or beside it.
extension WorkbookRenderer {
  func write(
    _ entry: DataSheet, named tableName: String, to sheet: Sheet, _ texts: inout [String]
  ) throws {
    let table = entry.table
    let layout = SheetColumns(table, language)
    let rows = max(table.rows.count, 1)
    try sheet.add(
      SheetTable(
        name: tableName,
        range: CellRange(rows: 0...rows, columns: 0...(layout.columns.count - 1)),
        headers: layout.columns.map(\.header),
        headerStyles: layout.columns.map { layout.headerStyle($0, of: table) }))
    texts += layout.columns.map(\.header)
    for (index, column) in layout.columns.enumerated() {
      try sheet.setWidth(column.width, columns: index...index)
    }
    for (row, cells) in table.rows.enumerated() {
      let lines = layout.columns.prefix(layout.printed).map { column -> (String, Double) in
        let isText = table.columns[column.source].kind == .text && column.part == .value
        return (isText ? CellText.text(of: cells[column.source], language) : "", column.room)
      }
      try sheet.setHeight(RowHeight.points(for: lines), row: row + 1)
      for (index, column) in layout.columns.enumerated() {
        let (value, style) = layout.value(column, cells[column.source])
        if value == .blank { continue }
        try sheet.write(value, row: row + 1, column: index, style: style)
        if case .text(let text) = value { texts.append(text) }
      }
    }
    if table.isShaded {
      // The numbers say it; the bars only help the eye.
      for (index, column) in layout.columns.enumerated()
      where column.part == .value && table.columns[column.source].kind == .number {
        try sheet.add(
          .dataBar(color: 0x73AAE0), on: CellRange(rows: 1...rows, columns: index...index))
      }
    }
    try sheet.setHeight(
      RowHeight.points(ofHeaders: layout.columns.map { ($0.header, $0.width) }), row: 0)
    try sheet.freeze(rows: 1, columns: 1)
    var setup = print(landscape: true)
    setup.spread(layout.columns.prefix(layout.printed).map(\.width))
    var area = CellRange(rows: 0...rows, columns: 0...max(layout.printed - 1, 0))
    if let chart = entry.chart, let map = entry.map {
      let size = try add(map, of: chart, below: rows, to: sheet)
      setup.pagesTall = 1
      area = CellRange(
        rows: 0...(rows + 2 + size.height / 20),
        columns: 0...(layout.columns.count + size.width / 64))
      texts.append(chart.description)
    } else if let chart = entry.chart, let native = chart.native {
      let spec = spec(chart, native, table, layout, rows, on: sheet.name)
      if ChartPlace.isBelow(rows: rows, layout) {
        try sheet.add(spec, row: rows + 2, column: 0)
        // A chart is not cut by the end of a page, nor repeated with the first column.
        setup.pagesTall = 1
        setup.spread([])
        var lastColumn = area.columns.upperBound
        // Beside a narrow table there must be room for the rest of its chart.
        let room = layout.pixels(ofFirst: lastColumn + 1)
        if room < spec.width { lastColumn += (spec.width - room + 63) / 64 }
        area = CellRange(rows: 0...(rows + 2 + spec.height / 20), columns: 0...lastColumn)
      } else {
        let column = layout.columns.count + 1
        try sheet.add(spec, row: 1, column: column)
        // On pages of its own: the ids stand between the table and its chart.
        setup.areas.append(
          CellRange(
            // A row of a table may be as low as 19 pixels.
            rows: 1...(2 + spec.height / 19), columns: column...(column + (spec.width + 63) / 64)))
      }
    }
    setup.areas.insert(area, at: 0)
    try sheet.set(setup)
  }

  /// The picture under the legend, whose first cells have its colours.
  /// - Returns: its size in pixels.
  private func add(
    _ map: MapClasses, of chart: Chart, below rows: Int, to sheet: Sheet
  ) throws -> (width: Int, height: Int) {
    for (row, entry) in map.legend.enumerated() {
      guard case .shade(let shade) = entry.fill, let number = entry.number else { continue }
      try sheet.write(
        .text("\(number)"), row: row + 1, column: 0,
        style: CellStyle(
          alignTop: true, color: shade >= 3 ? 0xFFFFFF : 0x1A1A1A,
          fill: MapPicture.color(ofShade: shade)))
    }
    guard let image = MapPicture(classes: map).image() else { return (0, 0) }
    try sheet.add(
      SheetImage(
        bytes: image.png, altText: chart.title + ". " + chart.description, scale: MapPicture.scale),
      row: rows + 2, column: 0)
    func shown(_ dots: Int) -> Int { Int(Double(dots) * MapPicture.scale) }
    return (shown(image.width), shown(image.height))
  }

  /// The chart of a table, from its cells on a sheet.
  private func spec(
    _ chart: Chart, _ native: Chart.Native, _ table: Table, _ layout: SheetColumns, _ rows: Int,
    on sheet: String
  ) -> SheetChart {
    let kind: SheetChart.Kind =
      switch native.kind {
      case .column: .column
      case .bar: .bar
      case .line: .line
      case .scatter: .scatter
      }
    let format = table.rows.lazy.compactMap { $0[native.values[0]].value.axisFormat }.first
    let isAlone = native.values.count == 1
    let categories = layout.places(of: native.categories)[0]
    let columns = native.values.flatMap(layout.places)
    let series = columns.enumerated().map { index, column in
      SheetChart.Series(
        name: layout.columns[column].header, sheet: sheet,
        categories: CellRange(rows: 1...rows, columns: categories...categories),
        values: CellRange(rows: 1...rows, columns: column...column),
        color: isAlone ? SheetChart.Series.only : SheetChart.Series.together[index % 4],
        // What values are scattered between is marked otherwise than they are.
        isDashed: kind == .scatter ? layout.columns[column].part != .value : index % 2 == 1)
    }
    // Not wider than what is printed, or the paper cuts it.
    let width = min(max(layout.pixels(ofFirst: layout.printed), 480), 820)
    let height = kind == .bar ? min(max(rows * 26 + 140, 260), 2000) : 360
    var spec = SheetChart(
      kind, title: chart.title, categoryAxis: table.columns[native.categories].title,
      // Of one column its header, of several what they share.
      valueAxis: isAlone ? table.columns[native.values[0]].title : chart.kind.measure ?? "",
      series: series, altText: chart.title + ". " + chart.description, valueFormat: format,
      width: width, height: height)
    spec.valueMax = native.values.flatMap { column in table.rows.map { $0[column].value } }.axisEnd
    if case .day? = table.rows.first?[native.categories].value {
      spec.dayFormat = CellStyle.day.numberFormat
    }
    return spec
  }
}
