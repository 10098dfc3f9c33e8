import Indicators
import Warehouse

/// `index.html`: the way in for each audience, the territory at a glance.
enum PortalPage: ReportKind {
  static let mapIndicator = "copertura-popolazione"

  static func reports(_ context: ReportContext) -> [Report] {
    let language = context.language
    let words = PortalPhrases.self
    return [
      Report(
        path: "index", language: language,
        title: words.title(language, context.frame.territoryName),
        subtitle: words.subtitle[language], lead: [],
        sections: [
          Section(
            id: "per-chi", title: words.doorsTitle[language], blocks: [.links(doors(context))]),
          Section(
            id: "in-sintesi", title: words.keyTitle[language],
            blocks: [.keyFigures(KeyFigures(context.reader).figures(.total, wanted: nil))]),
          territory(context),
        ], trail: [])
    ]
  }

  private static func doors(_ context: ReportContext) -> [Link] {
    let language = context.language
    let words = PortalPhrases.self
    var doors = context.tables.map {
      Link(
        words.dossierDoor(language, $0.title[language]), .page("tavoli/\($0.slug).html"),
        description: words.dossierText[language])
    }
    doors.append(
      Link(
        words.territoryDoor[language], .anchor("territorio"),
        description: words.territoryText[language]))
    doors.append(
      Link(
        words.fundersDoor[language], .page("avanzamento.html"),
        description: words.fundersText[language]))
    doors.append(
      Link(
        words.qualityDoor[language], .page("qualita.html"), description: words.qualityText[language]
      ))
    doors.append(
      Link(
        words.dataDoor[language], .page("dati/osservazioni.csv"),
        description: words.dataText[language]))
    doors.append(
      Link(
        words.methodDoor[language], .page("metodo.html"), description: words.methodText[language]))
    return doors
  }

  private static func territory(_ context: ReportContext) -> Section {
    let language = context.language
    let words = PortalPhrases.self
    let reader = context.reader
    let views = IndicatorViews(reader: reader)
    let scope = Scope(whole: context.evidence.territory)
    var blocks: [Block] = []
    if let period = reader.period(for: mapIndicator),
      let reference = reader.figure(mapIndicator, .total, period)
    {
      let rows = scope.comuni.map { ($0, reader.figure(mapIndicator, $0.key, period)) }
      blocks.append(.sentence(reader.sentences.spread(rows.compactMap(\.1), around: reference)))
      let title = reference.name[language] + ", " + language.name(of: period)
      let table = mapTable(rows, reference, title, views)
      if let map = views.map(reference, rows, title: title, id: "copertura") {
        blocks.append(.charts([map], table))
      }
    } else {
      blocks.append(views.absent(mapIndicator))
    }
    return Section(
      id: "territorio", title: words.territoryTitle[language], blocks: blocks,
      parts: [
        Section(
          id: "comuni", title: words.comuniTitle[language],
          blocks: [
            .sentence(Sentence(words.comuniLead[language])), .table(comuniTable(context, scope)),
          ])
      ])
  }

  private static func mapTable(
    _ rows: [(TerritoryAtlas.Comune, Figure?)], _ reference: Figure, _ title: String,
    _ views: IndicatorViews
  ) -> Table {
    let language = views.language
    return Table(
      id: "copertura-comuni", caption: ViewPhrases.byComuneCaption(language, title),
      sheetName: "Copertura",
      columns: [Table.Column(ViewPhrases.comune[language])] + views.valueColumns(reference),
      rows: rows.map { [.text($0.0.name)] + views.cells($0.1) }, isSortable: true)
  }

  /// Each comune with its headline figures and the link to its page.
  private static func comuniTable(_ context: ReportContext, _ scope: Scope) -> Table {
    let language = context.language
    let reader = context.reader
    let words = PortalPhrases.self
    let shown = ["copertura-popolazione", "richieste-per-1000", "tempo-attivazione.mediana"]
      .compactMap { indicator in
        reader.period(for: indicator).flatMap { period in
          reader.definition(indicator).map { (indicator, period, $0) }
        }
      }
    let columns =
      [
        Table.Column(ViewPhrases.comune[language], width: 26),
        Table.Column(words.ambito[language], width: 24),
        Table.Column(words.innerClass[language]),
        Table.Column(ViewPhrases.residents[language], .number),
      ]
      + shown.map { indicator, period, definition in
        let sample = Figure(
          Observation(indicator: indicator, territory: .total, period: period), definition)
        return Table.Column(
          sample.title(language) + ", " + language.name(of: period), .number)
      }
    let rows = scope.comuni.map { comune -> [Cell] in
      let ats = comune.ats.map { context.evidence.territory.name(of: TerritoryKey(.ats, $0)) }
      return [
        .link(comune.name, .page("territori/\(comune.code).html")),
        ats.map(Cell.text) ?? Cell(.none, mark: .notReceived),
        comune.innerAreaGroup.map(Cell.text) ?? Cell(.none, mark: .notReceived),
        .integer(comune.residents),
      ] + shown.map { reader.cell(reader.figure($0.0, comune.key, $0.1)) }
    }
    return Table(
      id: "comuni-tabella", caption: words.comuniCaption[language], sheetName: "Comuni",
      columns: columns, rows: rows, isSortable: true)
  }
}
