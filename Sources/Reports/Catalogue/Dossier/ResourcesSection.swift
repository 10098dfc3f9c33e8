import Indicators
import Warehouse

/// F: what there is to work with. The grid of the law is wider than money: what nobody delivered is
/// said, not left out.
enum ResourcesSection {
  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    var blocks: [Block] = [.sentence(Sentence(words.resourcesLead[language]))]
    let programmes = programmes(dossier)
    let all = dossier.context.evidence.programmes.count
    if all == 0 {
      blocks.append(.sentence(Sentence(words.noProgrammes[language])))
    } else {
      if programmes.count < all {
        blocks.append(
          .sentence(
            Sentence(
              words.programmesHere(
                language, language.integer(programmes.count), language.integer(all)))))
      }
      if !programmes.isEmpty {
        blocks.append(
          .table(
            ProgrammeTables.overview(ProgrammeReport.ordered(programmes), dossier.context)))
      }
      blocks.append(
        .links([
          Link(
            PortalPhrases.fundersDoor[language], .page("avanzamento.html"),
            description: PortalPhrases.fundersText[language])
        ]))
    }
    return Section(
      id: "risorse", title: words.resourcesTitle[language], blocks: blocks,
      parts: [
        Section(
          id: "griglia-risorse", title: words.gridTitle[language],
          blocks: gridBlocks(dossier)),
        VolunteersPart.section(dossier), dossier.declared(.resources), dossier.declared(.costs),
        RemarksPart.section(dossier),
      ].compactMap(\.self))
  }

  /// Those of the comuni of the table, and those of the whole territory.
  private static func programmes(_ dossier: Dossier) -> [Programme] {
    let places = ProgrammePlaces(context: dossier.context)
    return dossier.context.evidence.programmes.filter { places.concerns(dossier.scope, $0) }
  }

  private static func gridBlocks(_ dossier: Dossier) -> [Block] {
    let language = dossier.language
    let words = DossierPhrases.self
    let table = grid(dossier)
    let cells = table.rows.flatMap { $0.dropFirst() }
    let said = words.gridSaid(
      language, language.integer(cells.count { $0.mark == nil }), language.integer(cells.count))
    return [
      .sentence(Sentence(said).followed(by: Sentence(words.gridLead[language]))), .table(table),
    ]
  }

  /// Four kinds of resources, existing, to be mobilised and missing: what the data say, and what only
  /// the table can.
  private static func grid(_ dossier: Dossier) -> Table {
    let language = dossier.language
    let words = DossierPhrases.self
    let ask = Cell(.none, mark: .notReceived, word: words.toCollect[language])
    let programmes = programmes(dossier)
    let funded = programmes.filter { !$0.funding.isEmpty }.count
    return Table(
      id: "risorse-griglia", caption: words.gridCaption[language],
      sheetName: words.gridTitle[language],
      columns: [
        Table.Column(words.resourceKind[language], width: 28),
        Table.Column(words.existing[language], width: 40),
        Table.Column(words.mobilisable[language], width: 40),
        Table.Column(words.missingOnes[language], width: 40),
      ],
      rows: [
        [
          .text(words.economic[language]),
          programmes.isEmpty
            ? ask
            : .text(
              words.programmesFunded(
                language, CountPhrases.programmes(language, programmes.count),
                language.integer(funded))),
          ask, ask,
        ],
        [.text(words.material[language]), existing("posti-per-100", dossier) ?? ask, ask, ask],
        [
          .text(words.professional[language]), existing("assistenti-sociali", dossier) ?? ask, ask,
          ask,
        ],
        [
          .text(words.intangible[language]), existing("ore-volontariato", dossier) ?? ask, ask, ask,
        ],
      ])
  }

  /// What there is, in words.
  private static func existing(_ indicator: String, _ dossier: Dossier) -> Cell? {
    guard let slice = dossier.sliceAbove(indicator),
      let figure = dossier.reader.figure(indicator, dossier.scope.reference, slice),
      let value = figure.observation.value
    else { return nil }
    let scope = dossier.scope
    let place =
      scope.isWhole || scope.reference != .total
      ? "" : ", " + lowercasedFirst(dossier.reader.sentences.place(scope.reference))
    return Cell(
      .text(figure.name[dossier.language] + place + ": " + figure.said(value, dossier.language)),
      observation: figure.observation.id)
  }
}
