import Indicators

/// `confronto.html`: all the comuni and their main indicators in one table; with a script two of them
/// stand side by side. Of one alone there is none.
enum ComparisonPage: ReportKind {
  static let indicators = [
    "copertura-popolazione", "copertura-bisogni", "richieste-per-1000", "posti-per-100",
    "tempo-primo-contatto.mediana", "tempo-attivazione.mediana", "tempo-attivazione.entro-90",
    "quota-assistita-pdp",
  ]

  static func drafts(_ context: ReportContext) -> [Draft] {
    Scope(whole: context.evidence.territory).isAlone ? [] : [{ report(context) }]
  }

  private static func report(_ context: ReportContext) -> Report {
    let language = context.language
    let words = ComunePhrases.self
    let scope = Scope(whole: context.evidence.territory)
    let comparison = ComuniTable(context: context, indicators: indicators)
    let (comuni, silence) = comparison.table(
      scope, id: "confronto-tabella", caption: words.compareCaption[language])
    var table = comuni
    table.isComparable = true
    return Report(
      path: "confronto", language: language, title: words.compareTitle[language],
      subtitle: words.compareSubtitle[language], lead: [words.compareLead[language]],
      sections: [
        Section(
          id: "comuni", title: PortalPhrases.comuniTitle[language],
          blocks: comparison.said(scope) + [.table(table)] + silence)
      ] + [DistrictWaits.section(context)].compactMap(\.self),
      trail: [ReportCatalogue.home(context)])
  }
}
