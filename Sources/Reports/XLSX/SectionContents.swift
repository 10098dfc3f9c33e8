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
