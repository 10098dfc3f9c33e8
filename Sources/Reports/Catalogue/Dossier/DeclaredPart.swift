import Indicators
import Warehouse

/// The indicators a part of the dossier is owed and no picture of its own shows: a row each, held
/// against the whole territory, and the names of those nobody's data allow to be computed.
struct DeclaredPart {
  let part: DossierOutline.Part
  let dossier: Dossier
  private var language: Language { dossier.language }
  private var reader: EvidenceReader { dossier.reader }
  private var words: DeclaredPhrases.Type { DeclaredPhrases.self }

  /// Nil when the catalogue has nothing for this part beside what is already shown.
  func section(_ title: Text) -> Section? {
    let blocks = blocks()
    return blocks.isEmpty
      ? nil : Section(id: part.rawValue, title: title[language], blocks: blocks)
  }

  func blocks() -> [Block] {
    let owed = dossier.context.evidence.definitions.filter {
      !$0.code.isEmpty && !DossierOutline.illustrated.contains($0.slug)
        && DossierOutline.part(of: $0.code) == part
    }
    if owed.isEmpty { return [] }
    let rows = owed.flatMap(figures)
    let known = Set(rows.map(\.figure.definition.slug))
    var blocks: [Block] = []
    if !rows.isEmpty {
      blocks += remarkable(rows)
      blocks.append(.table(table(rows)))
    }
    let absent = owed.filter { !known.contains($0.slug) }
    if !absent.isEmpty {
      let names = absent.map { lowercasedFirst($0.name[language]) }.joined(separator: "; ")
      blocks.append(.sentence(Sentence(words.notReceived(language, names))))
    }
    return blocks
  }

  private typealias Row = (name: String, figure: Figure, reference: Figure?)

  /// The indicator and its parts for each territory shown; where no total is published, its modalities.
  private func figures(_ definition: Definition) -> [Row] {
    let slugs = reader.indicators.filter { reader.definition($0)?.slug == definition.slug }
    let several = dossier.scope.shown.count > 1
    return slugs.flatMap { slug -> [Row] in
      let total = dossier.scope.shown.compactMap { territory -> Row? in
        guard let slice = dossier.sliceAbove(slug),
          let figure = reader.figure(slug, territory, slice)
        else { return nil }
        let details = [
          slice.label.map(lowercasedFirst), several ? reader.name(of: territory) : nil,
        ]
        .compactMap(\.self)
        let name =
          details.isEmpty
          ? figure.name[language]
          : figure.name[language] + " (" + details.joined(separator: "; ") + ")"
        return (name, figure, territory == .total ? nil : reader.figure(slug, .total, slice))
      }
      return total.isEmpty ? modalities(slug) : total
    }
  }

  private func modalities(_ slug: String) -> [Row] {
    let shown = Set(dossier.scope.shown)
    let period = reader.period(for: slug, wanted: dossier.brief.period) {
      shown.contains($0.territory)
    }
    guard let period else { return [] }
    let figures = reader.figures(slug) { $0.period == period && shown.contains($0.territory) }
    return figures.prefix(12).map { figure in
      let slice = reader.sentences.slice(figure.observation) ?? figure.observation.modality
      return (figure.name[language] + ": " + lowercasedFirst(slice), figure, nil)
    }
  }

  /// What stands apart from the whole territory beyond the margin of error, in words.
  private func remarkable(_ rows: [Row]) -> [Block] {
    let apart = rows.compactMap { row -> Sentence? in
      guard let reference = row.reference else { return nil }
      switch Separation(row.figure.observation, from: reference.observation) {
      case .above, .below:
        let statement = reader.sentences.statement(row.figure)
        let comparison = reader.sentences.comparison(row.figure, with: reference)
        return Sentence(
          statement.text + " " + comparison.text,
          (statement.observations + comparison.observations).uniqued())
      case .indistinct, .unjudged, .unknown: return nil
      }
    }
    return apart.isEmpty ? [] : [.list(Array(apart.prefix(5)))]
  }

  private func table(_ rows: [Row]) -> Table {
    Table(
      id: "indicatori-" + part.rawValue, caption: words.caption(language, dossier.scope.name),
      sheetName: words.sheet(of: part)[language],
      columns: [
        Table.Column(ViewPhrases.indicator[language], width: 48),
        Table.Column(ViewPhrases.unit[language]), Table.Column(ViewPhrases.period[language]),
        Table.Column(ViewPhrases.value[language], .number),
        Table.Column(ViewPhrases.interval[language], .interval),
        Table.Column(ComunePhrases.wholeTerritory[language], .number),
        Table.Column(ComunePhrases.standing[language]),
      ],
      rows: rows.map { row in
        [
          .text(row.name), .text(row.figure.unit.label[language]),
          .text(language.name(of: row.figure.observation.period)), reader.cell(row.figure),
          reader.interval(row.figure),
          row.reference.map { reader.cell($0) } ?? Cell(.none, mark: .notApplicable),
          .text(dossier.views.standing(row.figure, row.reference)),
        ]
      }, isSortable: rows.count > 8)
  }
}

/// The words of the parts that the catalogue fills.
enum DeclaredPhrases {
  static let notReceived = Text(
    it: "Dati non pervenuti [..], perché nessuna fonte consegnata permette di calcolarli: {0}.",
    en: "Figures not received [..], as no delivered source allows them to be computed: {0}.")
  static let caption = Text(
    it: "{0}: indicatori nell'ultimo periodo disponibile, con il confronto",
    en: "{0}: indicators in the latest available period, with the comparison")

  static func sheet(of part: DossierOutline.Part) -> Text { title(of: part) }

  static func title(of part: DossierOutline.Part) -> Text {
    switch part {
    case .expressed: Text(it: "Altri bisogni espressi", en: "Other expressed needs")
    case .unexpressed:
      Text(it: "Bisogni senza risposta", en: "Needs nobody answers")
    case .listening: Text(it: "Ascolto", en: "Listening")
    case .offer: Text(it: "Altra offerta", en: "Other offer")
    case .network: Text(it: "Rete degli enti", en: "Network of organisations")
    case .access: Text(it: "Accesso", en: "Access")
    case .gaps: Text(it: "Altri divari", en: "Other gaps")
    case .waiting: Text(it: "Altri tempi", en: "Other waiting times")
    case .resources: Text(it: "Volontari e altre risorse", en: "Volunteers and other resources")
    case .costs: Text(it: "Costi", en: "Costs")
    case .quality: Text(it: "Qualità dei dati", en: "Data quality")
    }
  }
}
