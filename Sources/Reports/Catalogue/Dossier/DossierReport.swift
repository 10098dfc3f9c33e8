import Indicators
import Warehouse

/// `tavoli/<slug>`: the evidence of one co-programming table, in the order the table works:
/// needs, answers, gaps, resources, priorities, evidence and method.
enum DossierReport: ReportKind {
  static func reports(_ context: ReportContext) -> [Report] {
    context.tables.map { brief in
      let dossier = Dossier(brief, context)
      let language = context.language
      var report = Report(
        path: "tavoli/\(brief.slug)", language: language, title: brief.title[language],
        subtitle: DossierPhrases.subtitle(
          language, dossier.scope.name, language.name(of: brief.period)),
        lead: brief.notice[language].isEmpty ? [] : [brief.notice[language]],
        sections: [
          SummarySection.section(dossier), NeedsSection.section(dossier),
          AnswersSection.section(dossier), GapsSection.section(dossier),
          ResourcesSection.section(dossier), PrioritiesSection.section(dossier),
          EvidenceSection.section(dossier),
        ],
        trail: [ReportCatalogue.home(context)])
      report.hasWorkbook = true
      return report
    }
  }
}

/// What the sections of a dossier share.
struct Dossier {
  let brief: TableBrief
  let context: ReportContext
  let scope: Scope
  let views: IndicatorViews
  var reader: EvidenceReader { context.reader }
  var language: Language { context.language }

  init(_ brief: TableBrief, _ context: ReportContext) {
    self.brief = brief
    self.context = context
    scope = Scope(brief, in: context.evidence.territory)
    views = IndicatorViews(reader: context.reader, prefix: "")
  }

  /// The user areas of the theme, in the order of the reference list; all when the brief names none.
  var userAreas: [NamedCode] { chosen(context.evidence.userAreas, brief.userAreas) }

  var services: [NamedCode] { chosen(context.evidence.services, brief.services) }

  /// The slice of an indicator for the theme: the one user area of the table where figures exist for
  /// it, otherwise everything. `label` says which, for titles and captions.
  func slice(_ indicator: String) -> (breakdown: Breakdown, label: String?) {
    guard userAreas.count == 1, let area = userAreas.first,
      let period = reader.period(for: indicator, wanted: brief.period)
    else { return (.total, nil) }
    let breakdown = Breakdown.userArea(area.code)
    let known = ([scope.reference] + scope.comuni.map(\.key)).contains {
      reader.figure(indicator, $0, period, breakdown)?.observation.value != nil
    }
    return known ? (breakdown, area.name[language]) : (.total, nil)
  }

  /// An indicator by comune for the theme, saying so when only the total is known.
  func byComune(_ indicator: String, withMap: Bool = false, sheet: String) -> [Block] {
    let (breakdown, label) = slice(indicator)
    var blocks = views.byComune(
      indicator, scope, wanted: brief.period, breakdown: breakdown, slice: label,
      withMap: withMap, sheet: sheet)
    if label == nil, userAreas.count == 1, blocks.count > 1 {
      let note = DossierPhrases.onlyTotal(language, userAreas[0].name[language])
      blocks.insert(.sentence(Sentence(note)), at: 0)
    }
    return blocks
  }

  private func chosen(_ all: [NamedCode], _ codes: [String]) -> [NamedCode] {
    codes.isEmpty ? all : all.filter { codes.contains($0.code) }
  }
}
