// The one file that speaks to libxlsxwriter: every call's answer is looked at, every C string
// outlives the call it is given to, and no C type leaves this file.
internal import CXLSXWriter

final class NativeWorkbook {
  private let file: DraftFile
  private var book: UnsafeMutablePointer<lxw_workbook>?
  /// A workbook has a dozen styles: to compare some costs less than to hash one.
  private var formats: [(style: CellStyle, format: UnsafeMutablePointer<lxw_format>?)] = []
  private var strings: [UnsafeMutablePointer<CChar>] = []

  init(path: String, constantMemory: Bool) throws(WorkbookError) {
    file = DraftFile(path: path)
    var options = lxw_workbook_options()
    options.constant_memory = constantMemory ? 1 : 0
    options.use_zip64 = constantMemory ? 1 : 0
    book = workbook_new_opt(file.draft, &options)
    if book == nil { throw .cannotWrite(path: path, reason: "memoria o nome del file") }
  }

  deinit {
    if let book { lxw_workbook_free(book) }
    for string in strings { string.deallocate() }
  }

  /// A C copy that lives as long as the workbook: the library keeps some of the pointers it is given.
  func c(_ text: String) -> UnsafeMutablePointer<CChar> {
    let bytes = text.utf8CString
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    bytes.withUnsafeBufferPointer { copy.initialize(from: $0.baseAddress!, count: $0.count) }
    strings.append(copy)
    return copy
  }

  func open() throws(WorkbookError) -> UnsafeMutablePointer<lxw_workbook> {
    guard let book else { throw .closed }
    return book
  }

  func close() throws(WorkbookError) {
    let book = try open()
    self.book = nil
    let code = workbook_close(book)
    try file.finish(code == LXW_NO_ERROR ? nil : reason(code))
  }

  func setProperties(_ properties: DocumentProperties) throws(WorkbookError) {
    let book = try open()
    var native = lxw_doc_properties()
    native.title = c(properties.title)
    native.subject = c(properties.subject)
    native.author = c(properties.author)
    native.company = c(properties.company)
    native.keywords = c(properties.keywords)
    native.comments = c(properties.comments)
    native.created = properties.created * 86_400
    try check(workbook_set_properties(book, &native), "proprietà del documento", "")
    for (name, value) in properties.custom {
      try check(workbook_set_custom_property_string(book, c(name), c(value)), "proprietà", name)
    }
  }

  func addSheet(_ name: String) throws(WorkbookError) -> NativeSheet {
    guard let sheet = workbook_add_worksheet(try open(), name) else {
      throw .refused(what: "nuovo foglio", sheet: name, reason: "nome o memoria")
    }
    return NativeSheet(sheet, name: name, book: self)
  }

  func define(_ name: String, formula: String) throws(WorkbookError) {
    try check(workbook_define_name(try open(), name, formula), "nome definito", name)
  }

  func format(_ style: CellStyle) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format>? {
    if style == .plain { return nil }
    if let known = formats.last(where: { $0.style == style }) { return known.format }
    let format = workbook_add_format(try open())
    if let code = style.numberFormat { format_set_num_format(format, code) }
    if style.bold { format_set_bold(format) }
    if style.italic { format_set_italic(format) }
    if style.wrap { format_set_text_wrap(format) }
    if style.underline { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if let color = style.color { format_set_font_color(format, color) }
    if let fill = style.fill { format_set_bg_color(format, fill) }
    if let size = style.size { format_set_font_size(format, size) }
    if style.alignTop { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
    if style.bottomBorder { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.indent > 0 { format_set_indent(format, UInt8(min(style.indent, 15))) }
    switch style.alignment {
    case .natural: break
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    formats.append((style, format))
    return format
  }
}

private func reason(_ code: lxw_error) -> String { String(cString: lxw_strerror(code)) }

private func check(_ code: lxw_error, _ what: String, _ sheet: String) throws(WorkbookError) {
  if code != LXW_NO_ERROR { throw .refused(what: what, sheet: sheet, reason: reason(code)) }
}

final class NativeSheet {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let name: String
  private let book: NativeWorkbook

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, book: NativeWorkbook) {
    self.sheet = sheet
    self.name = name
    self.book = book
  }

  /// Nothing may be written once the library has freed the sheet with its workbook.
  private func at(_ row: Int, _ column: Int) throws(WorkbookError) -> (lxw_row_t, lxw_col_t) {
    _ = try book.open()
    guard (0..<Int(LXW_ROW_MAX)).contains(row), (0..<Int(LXW_COL_MAX)).contains(column) else {
      throw .refused(what: "cella", sheet: name, reason: "riga \(row + 1), colonna \(column + 1)")
    }
    return (lxw_row_t(row), lxw_col_t(column))
  }

  private func corners(
    _ range: CellRange
  ) throws(WorkbookError) -> (top: lxw_row_t, left: lxw_col_t, bottom: lxw_row_t, right: lxw_col_t)
  {
    let (top, left) = try at(range.rows.lowerBound, range.columns.lowerBound)
    let (bottom, right) = try at(range.rows.upperBound, range.columns.upperBound)
    return (top, left, bottom, right)
  }

  private func check(_ code: lxw_error, _ what: String) throws(WorkbookError) {
    try Spreadsheet.check(code, what, name)
  }

  // MARK: Cells

  func writeNumber(
    _ value: Double, _ row: Int, _ column: Int, _ style: CellStyle
  ) throws(WorkbookError) {
    let (r, c) = try at(row, column)
    try check(worksheet_write_number(sheet, r, c, value, try book.format(style)), "numero")
  }

  func writeText(
    _ text: String, _ row: Int, _ column: Int, _ style: CellStyle
  ) throws(WorkbookError) {
    let (r, c) = try at(row, column)
    let format = try book.format(style)
    // Without the copy that handing over a String makes.
    let code = text.withCString { worksheet_write_string(sheet, r, c, $0, format) }
    try check(code, "testo")
  }

  func writeBoolean(
    _ flag: Bool, _ row: Int, _ column: Int, _ style: CellStyle
  ) throws(WorkbookError) {
    let (r, c) = try at(row, column)
    try check(worksheet_write_boolean(sheet, r, c, flag ? 1 : 0, try book.format(style)), "valore")
  }

  func writeBlank(_ row: Int, _ column: Int, _ style: CellStyle) throws(WorkbookError) {
    let (r, c) = try at(row, column)
    try check(worksheet_write_blank(sheet, r, c, try book.format(style)), "cella vuota")
  }

  func writeLink(
    _ target: String, _ text: String, _ row: Int, _ column: Int, _ style: CellStyle
  ) throws(WorkbookError) {
    let (r, c) = try at(row, column)
    let format = try book.format(style)
    try check(worksheet_write_url_opt(sheet, r, c, target, format, text, nil), "collegamento")
  }

  func writeFormula(
    _ formula: String, _ value: Double, _ row: Int, _ column: Int, _ style: CellStyle
  ) throws(WorkbookError) {
    let (r, c) = try at(row, column)
    let format = try book.format(style)
    try check(worksheet_write_formula_num(sheet, r, c, formula, format, value), "formula")
  }

  func comment(_ text: String, _ row: Int, _ column: Int) throws(WorkbookError) {
    let (r, c) = try at(row, column)
    var options = lxw_comment_options()
    (options.x_scale, options.y_scale) = (2, 1.5)
    try check(worksheet_write_comment_opt(sheet, r, c, text, &options), "commento")
  }

  func merge(_ range: CellRange, _ text: String, _ style: CellStyle) throws(WorkbookError) {
    let at = try corners(range)
    let format = try book.format(style)
    try check(
      worksheet_merge_range(sheet, at.top, at.left, at.bottom, at.right, text, format), "unione")
  }

  // MARK: Structure

  func setWidth(
    _ width: Double, _ columns: ClosedRange<Int>, _ style: CellStyle
  ) throws(WorkbookError) {
    let at = try corners(CellRange(rows: 0...0, columns: columns))
    let format = try book.format(style)
    try check(worksheet_set_column(sheet, at.left, at.right, width, format), "larghezza")
  }

  func setHeight(_ height: Double, _ row: Int) throws(WorkbookError) {
    try check(worksheet_set_row(sheet, try at(row, 0).0, height, nil), "altezza")
  }

  func freeze(_ rows: Int, _ columns: Int) throws(WorkbookError) {
    _ = try book.open()
    worksheet_freeze_panes(sheet, lxw_row_t(rows), lxw_col_t(columns))
  }

  func add(_ table: SheetTable) throws(WorkbookError) {
    let at = try corners(table.range)
    let headerFormats = try table.headerStyles.map { style throws(WorkbookError) in
      try book.format(style)
    }
    let columns = zip(table.headers, headerFormats).map { header, headerFormat in
      let column = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: 1)
      column.initialize(to: lxw_table_column())
      column.pointee.header = book.c(header)
      column.pointee.header_format = headerFormat
      return column
    }
    defer { for column in columns { column.deallocate() } }
    var list: [UnsafeMutablePointer<lxw_table_column>?] = columns + [nil]
    var options = lxw_table_options()
    options.name = book.c(table.name)
    options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
    options.style_type_number = 9
    let code = list.withUnsafeMutableBufferPointer { buffer in
      options.columns = buffer.baseAddress
      return worksheet_add_table(sheet, at.top, at.left, at.bottom, at.right, &options)
    }
    try check(code, "tabella «\(table.name)»")
  }

  func autofilter(_ range: CellRange) throws(WorkbookError) {
    let at = try corners(range)
    try check(worksheet_autofilter(sheet, at.top, at.left, at.bottom, at.right), "filtro")
  }

  func add(_ rule: ConditionalFormat, _ range: CellRange) throws(WorkbookError) {
    let at = try corners(range)
    var native = lxw_conditional_format()
    switch rule {
    case .dataBar(let color):
      native.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
      native.bar_color = color
      native.bar_solid = 1
      native.data_bar_2010 = 1
    case .lessThan(let value, let style):
      native.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      native.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_LESS_THAN.rawValue)
      native.value = value
      native.format = try book.format(style)
    case .greaterThan(let value, let style):
      native.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      native.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_GREATER_THAN.rawValue)
      native.value = value
      native.format = try book.format(style)
    case .textContains(let text, let style):
      native.type = UInt8(LXW_CONDITIONAL_TYPE_TEXT.rawValue)
      native.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_TEXT_CONTAINING.rawValue)
      native.value_string = book.c(text)
      native.format = try book.format(style)
    }
    try check(
      worksheet_conditional_format_range(sheet, at.top, at.left, at.bottom, at.right, &native),
      "formato condizionale")
  }

  func add(_ validation: Validation, _ range: CellRange) throws(WorkbookError) {
    let at = try corners(range)
    var native = lxw_data_validation()
    var list: [UnsafeMutablePointer<CChar>?] = [nil]
    let between = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    switch validation.choices {
    case .anything: native.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .days(let days):
      native.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
      native.criteria = between
      native.minimum_number = Double(days.lowerBound + SheetValue.daysBefore1970)
      native.maximum_number = Double(days.upperBound + SheetValue.daysBefore1970)
    case .integers(let range):
      native.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      native.criteria = between
      native.minimum_number = Double(range.lowerBound)
      native.maximum_number = Double(range.upperBound)
    case .decimals(let range):
      native.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      native.criteria = between
      native.minimum_number = range.lowerBound
      native.maximum_number = range.upperBound
    case .list(let texts):
      native.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      list = texts.map { book.c($0) } + [nil]
    case .column(let other, let rows, let column):
      native.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      let source = CellRange(rows: rows, columns: column...column)
      native.value_formula = book.c("=" + CellReference.absolute(sheet: other, source))
    }
    let severity =
      validation.alert == .stop
      ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING
    native.error_type = UInt8(severity.rawValue)
    if validation.alert == .none { native.show_error = UInt8(LXW_VALIDATION_OFF.rawValue) }
    if !validation.complaint.isEmpty {
      native.error_title = book.c(CellText.prefix(of: validation.promptTitle, utf16Units: 32))
      native.error_message = book.c(CellText.prefix(of: validation.complaint, utf16Units: 255))
    }
    if !validation.prompt.isEmpty {
      native.input_title = book.c(CellText.prefix(of: validation.promptTitle, utf16Units: 32))
      native.input_message = book.c(CellText.prefix(of: validation.prompt, utf16Units: 255))
    }
    let code = list.withUnsafeMutableBufferPointer { buffer in
      native.value_list = buffer.baseAddress
      return worksheet_data_validation_range(
        sheet, at.top, at.left, at.bottom, at.right, &native)
    }
    try check(code, "elenco a discesa")
  }

  func set(_ print: PrintSetup) throws(WorkbookError) {
    _ = try book.open()
    if print.landscape { worksheet_set_landscape(sheet) } else { worksheet_set_portrait(sheet) }
    worksheet_set_paper(sheet, 9)  // A4
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7)
    worksheet_fit_to_pages(sheet, UInt16(print.pagesWide), UInt16(print.pagesTall))
    if print.showsGrid { worksheet_gridlines(sheet, UInt8(LXW_SHOW_ALL_GRIDLINES.rawValue)) }
    if let rows = print.titleRows {
      let at = try corners(CellRange(rows: rows, columns: 0...0))
      try check(worksheet_repeat_rows(sheet, at.top, at.bottom), "titoli di stampa")
    }
    if let columns = print.titleColumns {
      let at = try corners(CellRange(rows: 0...0, columns: columns))
      try check(worksheet_repeat_columns(sheet, at.left, at.right), "titoli di stampa")
    }
    if !print.areas.isEmpty {
      // The library has a call for one range; the name of the sheet is not quoted where it is looked up.
      let areas = print.areas.map { CellReference.absolute(sheet: name, $0) }
      try book.define(name + "!_xlnm.Print_Area", formula: "=" + areas.joined(separator: ","))
    }
    if !print.footer.isEmpty {
      try check(worksheet_set_footer(sheet, print.footer), "piè di pagina")
    }
  }

  func hideGridlines() throws(WorkbookError) {
    _ = try book.open()
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  func hide() throws(WorkbookError) {
    _ = try book.open()
    worksheet_hide(sheet)
  }

  func activate() throws(WorkbookError) {
    _ = try book.open()
    worksheet_activate(sheet)
  }
}

// MARK: Charts and pictures

extension NativeSheet {
  func add(_ image: SheetImage, _ row: Int, _ column: Int) throws(WorkbookError) {
    let (r, c) = try at(row, column)
    var options = lxw_image_options()
    options.description = book.c(image.altText)
    options.x_scale = image.scale
    options.y_scale = image.scale
    let code = image.bytes.withUnsafeBufferPointer {
      worksheet_insert_image_buffer_opt(sheet, r, c, $0.baseAddress, $0.count, &options)
    }
    try check(code, "immagine")
  }

  func add(_ spec: SheetChart, _ row: Int, _ column: Int) throws(WorkbookError) {
    let (r, c) = try at(row, column)
    let type =
      switch spec.kind {
      case .column: LXW_CHART_COLUMN
      case .bar: LXW_CHART_BAR
      case .line: LXW_CHART_LINE
      case .scatter: LXW_CHART_SCATTER
      }
    guard let chart = workbook_add_chart(try book.open(), UInt8(type.rawValue)) else {
      throw .refused(what: "grafico", sheet: name, reason: spec.title)
    }
    for series in spec.series { try add(series, of: spec.kind, to: chart) }
    chart_title_set_name(chart, spec.title)
    var titleFont = lxw_chart_font()
    (titleFont.size, titleFont.bold) = (12, 1)
    chart_title_set_name_font(chart, &titleFont)
    // Bar charts lie down: what the library calls x is always the horizontal axis.
    let lies = spec.kind == .bar
    let categories = lies ? chart.pointee.y_axis : chart.pointee.x_axis
    let values = lies ? chart.pointee.x_axis : chart.pointee.y_axis
    chart_axis_set_name(categories, spec.categoryAxis)
    chart_axis_set_name(values, spec.valueAxis)
    if let format = spec.valueFormat { chart_axis_set_num_format(values, format) }
    if let end = spec.valueMax {
      chart_axis_set_min(values, 0)
      chart_axis_set_max(values, end)
    }
    if let format = spec.dayFormat { chart_axis_set_num_format(categories, format) }
    if lies {
      // A long name takes fewer lines: where two of three touch, programs leave every second name out.
      var nameFont = lxw_chart_font()
      nameFont.size = 8
      chart_axis_set_num_font(categories, &nameFont)
      // Every bar has its name, however many they are.
      chart_axis_set_interval_unit(categories, 1)
      // First row of the sheet on top, and the value axis still below.
      chart_axis_set_reverse(categories)
      chart_axis_set_crossing_max(categories)
      // Names stay at the edge, clear of the bars below zero.
      chart_axis_set_label_position(
        categories, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    }
    var grid = lxw_chart_line()
    (grid.color, grid.width) = (0xD9DADB, 0.75)
    chart_axis_major_gridlines_set_line(values, &grid)
    let legend = spec.series.count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
    chart_legend_set_position(chart, UInt8(legend.rawValue))
    chart_show_blanks_as(chart, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
    var options = lxw_chart_options()
    options.description = book.c(spec.altText)
    // The library's own chart is 480 × 288 pixels.
    (options.x_scale, options.y_scale) = (Double(spec.width) / 480, Double(spec.height) / 288)
    try check(worksheet_insert_chart_opt(sheet, r, c, chart, &options), "grafico")
  }

  private func add(
    _ spec: SheetChart.Series, of kind: SheetChart.Kind, to chart: UnsafeMutablePointer<lxw_chart>
  ) throws(WorkbookError) {
    guard let series = chart_add_series(chart, nil, nil) else {
      throw .refused(what: "serie del grafico", sheet: name, reason: spec.name)
    }
    // By rows and columns: the library does not find a sheet through a formula that quotes its name.
    let names = try corners(spec.categories)
    let values = try corners(spec.values)
    chart_series_set_categories(
      series, spec.sheet, names.top, names.left, names.bottom, names.right)
    chart_series_set_values(
      series, spec.sheet, values.top, values.left, values.bottom, values.right)
    chart_series_set_name(series, spec.name)
    var line = lxw_chart_line()
    (line.color, line.width) = (spec.color, 2.25)
    if spec.isDashed { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
    var fill = lxw_chart_fill()
    fill.color = spec.color
    switch kind {
    case .column, .bar: chart_series_set_fill(series, &fill)
    case .line: chart_series_set_line(series, &line)
    case .scatter:
      let marker = spec.isDashed ? LXW_CHART_MARKER_DIAMOND : LXW_CHART_MARKER_CIRCLE
      chart_series_set_marker_type(series, UInt8(marker.rawValue))
      chart_series_set_marker_fill(series, &fill)
    }
  }
}
