import Indicators
import Warehouse

/// What a report is built from.
struct ReportContext: Sendable {
  let reader: EvidenceReader
  let frame: EditionFrame
  let tables: [TableBrief]
  /// The day of the edition before this one, where there is one to be held against.
  let previous: Day?
  var language: Language { reader.language }
  var evidence: Evidence { reader.evidence }

  init(evidence: Evidence, tables: [TableBrief], language: Language, previous: Day? = nil) {
    self.previous = previous
    reader = EvidenceReader(evidence, language: language)
    self.tables = tables.sorted { $0.slug < $1.slug }
    let publishers = Set(evidence.sources.map(\.publisher)).inOrder()
    frame = EditionFrame(
      asOf: evidence.asOf, language: language,
      isSynthetic: evidence.isSynthetic || tables.contains(where: \.isSynthetic),
      territoryName: evidence.territory.name, publishers: publishers, licence: "CC BY 4.0")
  }
}

/// A report to be made when its turn comes: those of a whole country do not fit in memory together.
typealias Draft = @Sendable () -> Report

/// A kind of report: which pages it adds to an edition.
protocol ReportKind: Sendable {
  static func drafts(_ context: ReportContext) -> [Draft]
}

extension ReportKind {
  static func reports(_ context: ReportContext) -> [Report] { drafts(context).map { $0() } }
}

/// The list of everything an edition is made of, in reading order. One file per kind, one line here.
enum ReportCatalogue {
  static let kinds: [any (ReportKind & SendableMetatype).Type] = [
    PortalPage.self,
    ComunePage.self,
    GroupPage.self,
    ComparisonPage.self,
    DossierReport.self,
    NetworkPage.self,
    ProviderReport.self,
    ProgrammeReport.self,
    CUPReport.self,
    ProjectReport.self,
    MethodPage.self,
    QualityPage.self,
    GlossaryPage.self,
    AccessibilityPage.self,
  ]

  /// The pages every page leads to.
  static func navigation(_ context: ReportContext) -> [Link] {
    let language = context.language
    var links = [Link(CataloguePhrases.portal[language], .page("index.html"))]
    for table in context.tables {
      links.append(Link(CataloguePhrases.dossier[language], .page("tavoli/\(table.slug).html")))
    }
    // With several tables the portal lists them; the bar stays short.
    if context.tables.count > 1 { links.removeSubrange(1...) }
    if !context.evidence.providers.isEmpty {
      links.append(Link(NetworkPhrases.networkDoor[language], .page("rete.html")))
    }
    return links + [
      Link(CataloguePhrases.programmes[language], .page("avanzamento.html")),
      Link(CataloguePhrases.quality[language], .page("qualita.html")),
      Link(CataloguePhrases.method[language], .page("metodo.html")),
      Link(CataloguePhrases.glossary[language], .page("glossario.html")),
    ]
  }

  static func home(_ context: ReportContext) -> Link {
    Link(CataloguePhrases.portal[context.language], .page("index.html"))
  }
}
