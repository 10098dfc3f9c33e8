import Indicators
import Warehouse

/// `index.html`: the way in for each audience, the territory at a glance.
enum PortalPage: ReportKind {
  static let mapIndicator = "copertura-popolazione"

  static func drafts(_ context: ReportContext) -> [Draft] { [{ report(context) }] }

  private static func report(_ context: ReportContext) -> Report {
    let language = context.language
    let words = PortalPhrases.self
    return Report(
      path: "index", language: language,
      title: words.title(language, context.frame.territoryName),
      subtitle: words.subtitle[language], lead: [],
      sections: [
        Section(
          id: "per-chi", title: words.doorsTitle[language], blocks: [.links(doors(context))]),
        Section(
          id: "trova", title: words.findTitle[language], blocks: [.finder(index(context))]),
        Section(
          id: "in-sintesi", title: words.keyTitle[language],
          blocks: [.keyFigures(KeyFigures(context.reader).figures(.total, wanted: nil))]),
        territory(context),
      ], trail: [])
  }

  /// Every page of the edition and what is on it, by kind.
  private static func index(_ context: ReportContext) -> [LinkGroup] {
    let language = context.language
    let words = PortalPhrases.self
    let evidence = context.evidence
    let places = ProgrammePlaces(context: context)
    let groups = [
      LinkGroup(
        name: words.comuniGroup[language],
        links: Scope(whole: evidence.territory).comuni.map {
          Link($0.name, .page(ComunePage.path($0) + ".html"))
        }),
      LinkGroup(
        name: words.groupsGroup[language],
        links: GroupPage.groups(context).compactMap { GroupPage.link($0.key, context) }),
      LinkGroup(
        name: words.tablesGroup[language],
        links: context.tables.map { Link($0.title[language], .page("tavoli/\($0.slug).html")) }),
      LinkGroup(
        name: words.providersGroup[language],
        links: evidence.providers.map {
          Link($0.name, .page(ProviderReport.path($0) + ".html"))
        }),
      LinkGroup(
        name: words.programmesGroup[language],
        links: evidence.programmes.map {
          Link(places.label($0), .page(CUPReport.path($0) + ".html"))
        }),
      LinkGroup(
        name: words.projectsGroup[language],
        links: evidence.projects.map {
          Link($0.title, .page(ProjectReport.path($0) + ".html"))
        }),
      LinkGroup(
        name: words.indicatorsGroup[language],
        links: evidence.definitions.map {
          Link($0.name[language], .page("metodo.html#" + $0.slug))
        }),
      LinkGroup(name: words.termsGroup[language], links: GlossaryPage.links(language)),
    ]
    return groups.filter { !$0.links.isEmpty }
  }

  private static func doors(_ context: ReportContext) -> [Link] {
    let language = context.language
    let words = PortalPhrases.self
    var doors = context.tables.map {
      Link(
        words.dossierDoor(language, $0.title[language]), .page("tavoli/\($0.slug).html"),
        description: words.dossierText[language])
    }
    let territory = context.evidence.territory
    if Scope(whole: territory).isAlone {
      doors += territory.comuni.map {
        Link(
          $0.name, .page(ComunePage.path($0) + ".html"),
          description: words.comuneText[language])
      }
    } else {
      doors.append(
        Link(
          words.territoryDoor[language], .anchor("territorio"),
          description: (territory.outlines.isEmpty
            ? words.territoryTextWithoutMap : words.territoryText)[language]))
      doors.append(
        Link(
          words.compareDoor[language], .page("confronto.html"),
          description: words.compareText[language]))
    }
    if !context.evidence.providers.isEmpty {
      doors.append(
        Link(
          NetworkPhrases.networkDoor[language], .page("rete.html"),
          description: NetworkPhrases.networkText[language]))
    }
    doors.append(
      Link(
        words.fundersDoor[language], .page("avanzamento.html"),
        description: words.fundersText[language]))
    doors.append(
      Link(
        words.qualityDoor[language], .page("qualita.html"), description: words.qualityText[language]
      ))
    if let previous = context.previous {
      doors.append(
        Link(
          RevisionPhrases.door[language], .page(RevisionBulletin.path + ".html"),
          description: RevisionPhrases.doorText(language, language.long(previous))))
    }
    doors.append(
      Link(
        words.dataDoor[language], .page("dati/osservazioni.csv"),
        description: words.dataText[language]))
    doors.append(
      Link(
        words.methodDoor[language], .page("metodo.html"), description: words.methodText[language]))
    doors.append(
      Link(
        words.glossaryDoor[language], .page("glossario.html"),
        description: words.glossaryText[language]))
    return doors
  }

  /// The map and, under it, every comune with the value it is coloured by.
  private static func territory(_ context: ReportContext) -> Section {
    let language = context.language
    let words = PortalPhrases.self
    let reader = context.reader
    let views = IndicatorViews(reader: reader)
    let scope = Scope(whole: context.evidence.territory)
    let (comuni, silence) = ComuniTable(context: context).table(
      scope, id: "comuni-tabella", caption: words.comuniCaption[language])
    var table = comuni
    table.isOpen = true
    var blocks: [Block] = []
    var map: Chart?
    if scope.isAlone {
      return Section(
        id: "territorio", title: words.territoryTitle[language],
        blocks: ComuniTable(context: context).said(scope) + [.table(table)] + silence)
    }
    if let period = ComuniTable(context: context).period(mapIndicator, scope),
      let reference = reader.figure(mapIndicator, .total, period)
    {
      let rows = scope.comuni.map { ($0, reader.figure(mapIndicator, $0.key, period)) }
      let said = views.comuniSaid(rows, reference)
      blocks += said.map { [.sentence($0)] } ?? []
      let title = reference.name[language] + ", " + language.name(of: period)
      map = views.map(reference, rows, title: title, id: "copertura", said)
    } else {
      blocks.append(views.absent(mapIndicator))
    }
    blocks.append(.sentence(Sentence(words.comuniLead[language])))
    blocks.append(map.map { .charts([$0], table) } ?? .table(table))
    blocks += silence
    return Section(id: "territorio", title: words.territoryTitle[language], blocks: blocks)
  }
}
