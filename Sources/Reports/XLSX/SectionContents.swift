/// What a section holds, its parts included, in reading order.
extension Section {
  var allTables: [(table: Table, charts: [Chart])] {
    blocks.compactMap { block -> (Table, [Chart])? in
      switch block {
      case .table(let table): (table, [])
      case .charts(let charts, let table): (table, charts)
      default: nil
      }
    } + parts.flatMap(\.allTables)
  }

  /// Every sentence under its headings.
  func allSentences(under headings: [String]) -> [(heading: String, sentence: Sentence)] {
    let path = headings + [title]
    let heading = path.joined(separator: " › ")
    let own = blocks.flatMap { block -> [(String, Sentence)] in
      switch block {
      case .sentence(let sentence): [(heading, sentence)]
      case .list(let sentences): sentences.map { (heading, $0) }
      case .particulars(let all):
        all.map { (heading, Sentence($0.label + ": " + $0.text)) }
      case .keyFigures(let figures): figures.map { (heading + " › " + $0.label, $0.sentence) }
      case .callout(let callout):
        callout.sentences.map { (heading + " › " + callout.title, $0) }
      case .table, .charts, .links, .finder: []
      }
    }
    return own + parts.flatMap { $0.allSentences(under: path) }
  }
}

extension Chart {
  /// The legend of a map as a table, beside which its picture stands; nil of other charts.
  func legend(of table: Table, _ language: Language) -> (table: Table, classes: MapClasses)? {
    guard case .map(let scale, let areas) = kind else { return nil }
    let classes = MapClasses(scale, areas, language)
    let rows = classes.legend.map { entry -> [Cell] in
      [
        .text(entry.number.map(String.init) ?? SheetPhrases.sign(entry.fill)[language]),
        .text(entry.label), .integer(entry.count),
      ]
    }
    let legend = Table(
      id: id + "-l", caption: title, sheetName: SheetPhrases.map(language, table.sheetName),
      columns: [
        Table.Column(SheetPhrases.onTheMap[language]),
        Table.Column(scale.label, width: 44),
        Table.Column(SheetPhrases.municipalities[language], .number),
      ], rows: rows)
    return (legend, classes)
  }
}
