// The workbooks of raw.c through the project's own Spreadsheet, compiled into one module with it:
//   sheets tidy <rows> <file.xlsx>      a long sheet, streamed
//   sheets charts <sheets> <file.xlsx>  a marked table and a chart on every sheet
// Prints the rows or sheets written, as JSON.

let arguments = CommandLine.arguments
guard arguments.count == 4, let count = Int(arguments[2]) else {
  fatalError("sheets tidy|charts <number> <file.xlsx>")
}
let places = ["Locri", "Siderno", "Bovalino", "Platì", "San Luca", "Gerace", "Ardore"]

func tidy(_ rows: Int, _ path: String) throws {
  let book = try Workbook(
    path: path, properties: DocumentProperties(title: "Osservazioni", created: 20_634),
    constantMemory: true)
  let sheet = try book.addSheet("Osservazioni")
  try sheet.setWidth(18, columns: 0...11)
  try sheet.freeze(rows: 1)
  let headers = [
    "id", "indicatore", "territorio_tipo", "territorio", "nome", "periodo", "dimensione",
    "modalita",
    "valore", "inferiore", "superiore", "stato",
  ]
  for (column, header) in headers.enumerated() {
    try sheet.write(.text(header), row: 0, column: column, style: .header)
  }
  for row in 1...rows {
    let place = row % places.count
    let value = Double(row % 1000) / 1000
    try sheet.write(.text("tempo-attivazione~comune~080043~2025-S2~\(row)"), row: row, column: 0)
    try sheet.write(.text("tempo-attivazione"), row: row, column: 1)
    try sheet.write(.text("comune"), row: row, column: 2)
    try sheet.write(.text("080043"), row: row, column: 3)
    try sheet.write(.text(places[place]), row: row, column: 4)
    try sheet.write(.text("2025-S2"), row: row, column: 5)
    try sheet.write(.text("area_utenza"), row: row, column: 6)
    try sheet.write(.text("ANZ"), row: row, column: 7)
    try sheet.write(.number(value), row: row, column: 8, style: .percent)
    try sheet.write(.number(value / 2), row: row, column: 9, style: .percent)
    try sheet.write(.number(value / 2 + 0.5), row: row, column: 10, style: .percent)
    try sheet.write(.text("pubblicato"), row: row, column: 11)
  }
  try sheet.autofilter(CellRange(rows: 0...rows, columns: 0...11))
  try book.close()
}

func charts(_ sheets: Int, _ path: String) throws {
  let book = try Workbook(
    path: path, properties: DocumentProperties(title: "Comuni", created: 20_634))
  for number in 0..<sheets {
    let sheet = try book.addSheet("Comune \(number)")
    let headers = ["Periodo", "Richieste", "Servite", "Quota"]
    try sheet.add(
      SheetTable(
        name: "Comune_\(number)", range: CellRange(rows: 0...12, columns: 0...3), headers: headers))
    for row in 1...12 {
      try sheet.write(.text("2025-\(row)"), row: row, column: 0)
      try sheet.write(.number(Double(number + row)), row: row, column: 1, style: .integer)
      try sheet.write(.number(Double(number + row) / 2), row: row, column: 2, style: .integer)
      try sheet.write(.number(0.5), row: row, column: 3, style: .percent)
    }
    try sheet.setWidth(18, columns: 0...3)
    try sheet.freeze(rows: 1)
    let months = CellRange(rows: 1...12, columns: 0...0)
    let series = [(1, "Richieste", 0x0066CC), (2, "Servite", 0x995C00)].map { column, name, color in
      SheetChart.Series(
        name: name, sheet: sheet.name, categories: months,
        values: CellRange(rows: 1...12, columns: column...column), color: UInt32(color),
        isDashed: column == 2)
    }
    try sheet.add(
      SheetChart(
        .line, title: "Richieste e servite", categoryAxis: "Periodo", valueAxis: "Richieste",
        series: series, altText: "Richieste e richieste servite, mese per mese",
        valueFormat: "#,##0"), row: 0, column: 5)
  }
  try book.close()
}

switch arguments[1] {
case "tidy": try tidy(count, arguments[3])
default: try charts(count, arguments[3])
}
print("{\"written\": \(count)}")
