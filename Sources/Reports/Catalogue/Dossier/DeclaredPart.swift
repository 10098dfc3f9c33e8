import Indicators
import Warehouse

/// The indicators a part of the dossier is owed and no picture of its own shows: a row each, held
/// against the whole territory. What is published of the whole alone has a table of its own; what has no
/// row is named with its reason, and only what nobody delivered is called not received.
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
    let own = owed.flatMap { figures($0, dossier.scope.shown) }
    let known = Set(own.map(\.figure.definition.slug))
    let whole = owed.filter { !known.contains($0.slug) }.flatMap { figures($0, [.total]) }
    let shown = known.union(whole.map(\.figure.definition.slug))
    var blocks = remarkable(own)
    if !own.isEmpty { blocks.append(.table(ownTable(own).withoutEmptyColumns())) }
    if !whole.isEmpty { blocks.append(.table(wholeTable(whole).withoutEmptyColumns())) }
    for reason in Absence.allCases {
      let names = owed.filter { !shown.contains($0.slug) && absence($0) == reason }
        .map { lowercasedFirst($0.name[language]) }
      if !names.isEmpty {
        let phrase = words.phrase(of: reason)
        blocks.append(.sentence(Sentence(phrase(language, names.joined(separator: "; ")))))
      }
    }
    return blocks
  }

  /// Why an indicator has no row, the strongest reason first.
  enum Absence: CaseIterable { case byComune, withheld, notComputable, notReceived }

  private func absence(_ definition: Definition) -> Absence {
    var states: Set<Observation.Status> = []
    for slug in slugs(definition) {
      for figure in reader.figures(slug, where: { _ in true }) {
        if figure.observation.value != nil { return .byComune }
        states.insert(figure.observation.status)
      }
    }
    if states.contains(.suppressed) { return .withheld }
    return states.contains(.notApplicable) ? .notComputable : .notReceived
  }

  private func slugs(_ definition: Definition) -> [String] {
    reader.indicators.filter { reader.definition($0)?.slug == definition.slug }
  }

  private typealias Row = (name: String, figure: Figure, reference: Figure?)

  /// The indicator and its parts for each territory; where no total is published, its modalities.
  private func figures(_ definition: Definition, _ territories: [TerritoryKey]) -> [Row] {
    slugs(definition).flatMap { figures($0, territories) }
  }

  private func figures(_ slug: String, _ territories: [TerritoryKey]) -> [Row] {
    let cut = reader.slice(
      ofAny: reader.curve(of: slug), areas: dossier.userAreas, among: territories,
      wanted: dossier.brief.period)
    let total = territories.compactMap { territory -> Row? in
      guard let cut, let figure = reader.figure(slug, territory, cut) else { return nil }
      let details = [
        cut.label.map(lowercasedFirst),
        territories.count > 1 ? reader.name(of: territory) : nil,
      ].compactMap(\.self)
      let name =
        details.isEmpty
        ? figure.name[language]
        : figure.name[language] + " (" + details.joined(separator: "; ") + ")"
      return (name, figure, territory == .total ? nil : reader.figure(slug, .total, cut))
    }
    return total.isEmpty ? modalities(slug, territories) : total
  }

  /// A few modalities; of programmes, projects and sources there are pages.
  private func modalities(_ slug: String, _ territories: [TerritoryKey]) -> [Row] {
    let shown = Set(territories)
    let period = reader.period(
      forAnyOf: reader.curve(of: slug), wanted: dossier.brief.period, among: territories
    ) { _ in true }
    guard let period else { return [] }
    let figures = reader.figures(slug) {
      $0.period == period && shown.contains($0.territory) && $0.modality != "ND"
    }
    guard figures.count <= Self.fewModalities else { return [] }
    return figures.map { figure in
      let slice = reader.sentences.slice(figure.observation) ?? figure.observation.modality
      let one = figure.observation
      let reference =
        one.territory == .total
        ? nil
        : reader.figure(
          slug, .total, period, Breakdown(dimension: one.dimension, modality: one.modality))
      let name = figure.name[language]
      return (
        name + (name.contains(": ") ? "; " : ": ") + lowercasedFirst(slice), figure, reference
      )
    }
  }

  private static let fewModalities = 12

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
      case .indistinct, .unjudged, .unlike, .unknown: return nil
      }
    }
    return apart.isEmpty ? [] : [.list(Array(apart.prefix(5)))]
  }

  /// Of the territories of the table, held against the whole unless they are the whole.
  private func ownTable(_ rows: [Row]) -> Table {
    let title = lowercasedFirst(words.title(of: part)[language])
    let id = "indicatori-" + part.rawValue
    guard rows.contains(where: { $0.reference != nil }) else {
      return table(
        rows, id: id, caption: words.captionAlone(language, dossier.scope.shownName, title),
        sheet: words.sheet(of: part))
    }
    var table = table(
      rows, id: id, caption: words.caption(language, dossier.scope.shownName, title),
      sheet: words.sheet(of: part))
    table.columns += [
      Table.Column(ComunePhrases.wholeTerritory[language], .number),
      Table.Column(ComunePhrases.standing[language]),
    ]
    for (index, row) in rows.enumerated() {
      table.rows[index] += [
        row.reference.map { reader.cell($0) } ?? Cell(.none, mark: .notApplicable),
        .text(dossier.views.standing(row.figure, row.reference)),
      ]
    }
    table.notes = [ViewPhrases.standingNote[language]]
    return table
  }

  /// Of the whole territory, where nothing is published of the territories of the table.
  private func wholeTable(_ rows: [Row]) -> Table {
    table(
      rows, id: "indicatori-" + part.rawValue + "-territorio",
      caption: words.wholeCaption(language, words.title(of: part)[language]),
      sheet: words.wholeSheet(of: part))
  }

  private func table(_ rows: [Row], id: String, caption: String, sheet: Text) -> Table {
    Table(
      id: id, caption: caption, sheetName: sheet[language],
      columns: [
        Table.Column(ViewPhrases.indicator[language], width: 48),
        Table.Column(ViewPhrases.unit[language]), Table.Column(ViewPhrases.period[language]),
        Table.Column(ViewPhrases.value[language], .number),
        Table.Column(ViewPhrases.interval[language], .interval),
      ],
      rows: rows.map { row in
        [
          IndicatorViews.name(row.figure, row.name), .text(row.figure.unit.label[language]),
          .text(language.name(of: row.figure.observation.period)), reader.cell(row.figure),
          reader.interval(row.figure),
        ]
      }, isSortable: rows.count > 8)
  }
}

/// The words of the parts that the catalogue fills.
enum DeclaredPhrases {
  static let notReceived = Text(
    it: "Dati non pervenuti [..], perché nessuna fonte consegnata permette di calcolarli: {0}.",
    en: "Figures not received [..], as no delivered source allows them to be computed: {0}.")
  static let withheld = Text(
    it: "Dati riservati [c], che riguardano troppo poche persone o le rivelerebbero: {0}.",
    en: "Confidential figures [c], on too few people or that would reveal them: {0}.")
  static let notComputable = Text(
    it: "Dati non calcolabili [x] con quanto è stato consegnato: {0}.",
    en: "Figures that cannot be computed [x] from what was delivered: {0}.")
  static let byComune = Text(
    it: "Pubblicati con altro dettaglio (per comune, per fonte o per programma), nelle loro pagine "
      + "e nei dati aperti: {0}.",
    en: "Published in another detail (by municipality, source or programme), on their pages and in "
      + "the open data: {0}.")
  static func phrase(of absence: DeclaredPart.Absence) -> Text {
    switch absence {
    case .byComune: byComune
    case .withheld: withheld
    case .notComputable: notComputable
    case .notReceived: notReceived
    }
  }

  static let caption = Text(
    it: "{0}: {1}, nell'ultimo periodo disponibile, con il confronto",
    en: "{0}: {1}, in the latest available period, with the comparison")

  /// Where there is nothing to compare with.
  static let captionAlone = Text(
    it: "{0}: {1}, nell'ultimo periodo disponibile", en: "{0}: {1}, in the latest available period")

  static let wholeCaption = Text(
    it:
      "{0}: ciò che si pubblica soltanto per tutto il territorio, nell'ultimo periodo disponibile",
    en: "{0}: what is published for the whole territory only, in the latest available period")

  /// At most 31 characters.
  static func wholeSheet(of part: DossierOutline.Part) -> Text {
    switch part {
    case .expressed: Text(it: "Bisogni, territorio intero", en: "Needs, whole territory")
    case .unexpressed:
      Text(it: "Senza risposta, terr. intero", en: "Unanswered, whole territory")
    case .listening: Text(it: "Ascolto, territorio intero", en: "Listening, whole territory")
    case .offer: Text(it: "Offerta, territorio intero", en: "Offer, whole territory")
    case .network: Text(it: "Rete, territorio intero", en: "Network, whole territory")
    case .access: Text(it: "Accesso, territorio intero", en: "Access, whole territory")
    case .gaps: Text(it: "Divari, territorio intero", en: "Gaps, whole territory")
    case .waiting: Text(it: "Tempi, territorio intero", en: "Waiting, whole territory")
    case .resources: Text(it: "Risorse, territorio intero", en: "Resources, whole territory")
    case .costs: Text(it: "Costi, territorio intero", en: "Costs, whole territory")
    case .quality: Text(it: "Qualità, territorio intero", en: "Quality, whole territory")
    }
  }

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
