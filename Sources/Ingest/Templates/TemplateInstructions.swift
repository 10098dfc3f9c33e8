import Spreadsheet

/// The sheet that says how to fill in the workbook, and lists its fields.
struct TemplateInstructions {
  let contract: Contract
  let columns: [TemplateColumn]
  let lists: TemplateLists

  /// Words listed in the table itself; longer lists are on their own sheet.
  private static let shownWords = 12

  private static let headers = [
    "Colonna", "Obbligatoria", "Tipo", "Che cosa scrivere", "Voci ammesse", "Esempio",
  ]
  private static let widths: [Double] = [24, 13, 22, 52, 44, 28]

  private var paragraphs: [String] {
    let required = columns.filter(\.field.isRequired).map(\.field.label)
    var list = [
      contract.meaning,
      "Si compila il foglio «\(contract.dataset)», una riga sotto l'altra a partire dalla riga "
        + "\(FillInTemplate.headerRow + 2). Le prime due righe dicono che cosa scrivere e danno un "
        + "esempio: non sono dati e non vengono caricate.",
      "Le colonne con l'asterisco sono obbligatorie: \(required.joined(separator: ", ")). Senza, la "
        + "riga non si può usare. Le altre si lasciano vuote quando il dato manca: vuoto non è zero.",
      "Le colonne che non servono si possono cancellare e quelle che restano spostare; i loro nomi "
        + "non vanno cambiati e altre colonne non vanno aggiunte.",
    ]
    if columns.contains(where: \.field.isPersonal) {
      list.append(
        "I codici delle persone diventano chiavi appena il file è letto e non sono conservati; il "
          + "file compilato però li contiene: va tenuto e trasmesso come ogni elenco di dati personali."
      )
    }
    list.append(
      "Il file si salva come .xlsx con il giorno nel nome, per esempio 2026-03-31.xlsx, e si consegna "
        + "così com'è.")
    return list
  }

  /// Characters that fit beside each other over the columns of the table, with room to spare.
  private static let span = Int(widths.reduce(0, +) * 0.85)

  /// A sentence to a row, which runs over the empty cells beside it: merged cells are hard on whoever
  /// listens. A longer one breaks between words.
  static func lines(of paragraph: String) -> [String] {
    var lines: [String] = []
    for sentence in paragraph.replacing(". ", with: ".\n").split(separator: "\n") {
      var line = ""
      for word in sentence.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > span {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      lines.append(line)
    }
    return lines
  }

  func write(on sheet: Sheet) throws(WorkbookError) {
    try sheet.hideGridlines()
    for (i, width) in TemplateInstructions.widths.enumerated() {
      try sheet.setWidth(width, columns: i...i)
    }
    try sheet.write(
      .text("Come si compila: \(contract.title)"), row: 0, column: 0,
      style: CellStyle(bold: true, size: 16))
    var row = 1
    for text in paragraphs {
      for line in TemplateInstructions.lines(of: text) {
        try sheet.write(.text(line), row: row, column: 0)
        row += 1
      }
    }
    row += 1
    let first = row
    for (i, column) in columns.enumerated() {
      let cells = self.cells(column)
      for (j, text) in cells.enumerated() {
        try sheet.write(
          .text(text), row: first + 1 + i, column: j,
          style: CellStyle(bold: j == 0 && column.field.isRequired, wrap: true, alignTop: true))
      }
      let lines = zip(cells, TemplateInstructions.widths).map { Double($0.count) / $1 }.max() ?? 1
      try sheet.setHeight(15.5 * max(1, lines.rounded(.up)), row: first + 1 + i)
    }
    try sheet.add(
      SheetTable(
        name: "colonne",
        range: Spreadsheet.CellRange(
          rows: first...first + columns.count,
          columns: 0...TemplateInstructions.headers.count - 1),
        headers: TemplateInstructions.headers))
    try sheet.set(PrintSetup(titleRows: first...first, pageWords: ("Pagina", "di")))
  }

  private func cells(_ column: TemplateColumn) -> [String] {
    var words = ""
    switch column.accepts {
    case .words(let list, _), .manyWords(let list):
      let all = lists.words[list] ?? []
      words =
        all.count <= TemplateInstructions.shownWords
        ? all.joined(separator: "; ") : "\(all.count) voci: foglio «Elenchi», colonna «\(list)»"
    default: break
    }
    return [
      column.header, column.field.isRequired ? "sì" : "no", column.field.kind.label, column.help,
      words, column.example,
    ]
  }
}
