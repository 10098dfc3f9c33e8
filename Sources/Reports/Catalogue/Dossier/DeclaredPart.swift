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
    if !own.isEmpty {
      blocks += summary(own) + [.table(ownTable(own).withoutEmptyColumns())]
    }
    if !whole.isEmpty {
      blocks += summary(whole) + [.table(wholeTable(whole).withoutEmptyColumns())]
    }
    for reason in Absence.allCases {
      let definitions = owed.filter { !shown.contains($0.slug) && absence($0) == reason }
      if reason == .notReceived {
        blocks += notReceived(definitions)
      } else if !definitions.isEmpty {
        blocks.append(.sentence(Sentence(words.phrase(of: reason)(language, names(definitions)))))
      }
    }
    return blocks
  }

  /// In quotation marks: some are called like what a sentence might say.
  private func names(_ definitions: [Definition]) -> String {
    definitions.map { SentencePhrases.quoted(language, lowercasedFirst($0.name[language])) }
      .joined(separator: ", ")
  }

  /// With the deliveries they wait for, said once for all that wait for the same.
  private func notReceived(_ definitions: [Definition]) -> [Block] {
    let missing = definitions.map { reader.missingInputs(of: $0).joined(separator: ", ") }
    func waiting(for inputs: String) -> String {
      names(zip(definitions, missing).filter { $1 == inputs }.map(\.0))
    }
    let inputs = missing.uniqued().filter { !$0.isEmpty }
    var blocks: [Block] = []
    if inputs.count == 1 {
      let sentence = words.undelivered(language, inputs[0], waiting(for: inputs[0]))
      blocks.append(.sentence(Sentence(sentence)))
    } else if !inputs.isEmpty {
      blocks.append(.sentence(Sentence(words.undeliveredLead[language])))
      blocks.append(
        .list(
          inputs.map {
            Sentence(words.undeliveredItem(language, $0, waiting(for: $0)))
          }))
    }
    if missing.contains("") {
      let sentence = words.phrase(of: .notReceived)(language, waiting(for: ""))
      blocks.append(.sentence(Sentence(sentence)))
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
      // Of a count the whole is always more than a part of it.
      let isAlone = territory == .total || figure.unit.isExtensive
      return (name, figure, isAlone ? nil : reader.figure(slug, .total, cut))
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
        one.territory == .total || figure.unit.isExtensive
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

  /// All the rows of a table: a sentence for those held against the whole, one for the others.
  private func summary(_ rows: [Row]) -> [Block] {
    let compared = rows.compactMap { row in
      row.reference.map { (figure: row.figure, reference: $0) }
    }
    let others = rows.filter { $0.reference == nil }.map(\.figure)
    return (compared.isEmpty ? [] : [.sentence(reader.sentences.standing(compared))])
      + (others.isEmpty ? [] : [.sentence(reader.sentences.tally(others))])
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
        // Beside the name: on a telephone what comes later is out of sight.
        Table.Column(ViewPhrases.value[language], .number),
        Table.Column(ViewPhrases.unit[language]), Table.Column(ViewPhrases.period[language]),
        Table.Column(ViewPhrases.interval[language], .interval),
      ],
      rows: rows.map { row in
        [
          IndicatorViews.name(row.figure, row.name), reader.cell(row.figure),
          .text(row.figure.unit.label[language]),
          .text(language.name(of: row.figure.observation.period)), reader.interval(row.figure),
        ]
      }, isSortable: rows.count > 8)
  }
}
