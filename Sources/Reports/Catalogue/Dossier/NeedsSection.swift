import Indicators

/// B: who asks, for what, through which door, and how it changes.
enum NeedsSection {
  static let indicator = "richieste-per-1000"

  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    let views = dossier.views
    let reference = dossier.scope.reference
    let wanted = dossier.brief.period
    let (breakdown, label) = dossier.slice(indicator)
    return Section(
      id: "bisogni", title: words.needsTitle[language],
      blocks: [.sentence(Sentence(words.needsLead[language]))],
      parts: [
        part(
          "bisogni-tempo", words.needsOverTime[language],
          views.overTime(
            indicator, reference, wanted: wanted, comparison: dossier.brief.comparison,
            breakdown: breakdown, slice: label, sheet: words.sheetNeedsTime[language])),
        part(
          "bisogni-aree", words.needsByArea[language],
          views.byModality(
            indicator, reference, wanted: wanted, dimension: "area_utenza",
            codes: dossier.context.evidence.userAreas,
            dimensionName: ViewPhrases.userArea[language],
            sheet: words.sheetNeedsArea[language])),
        part(
          "bisogni-servizi", words.needsByService[language],
          views.byModality(
            indicator, reference, wanted: wanted, dimension: "servizio",
            codes: dossier.context.evidence.services, dimensionName: ViewPhrases.service[language],
            sheet: words.sheetNeedsService[language])),
        part(
          "bisogni-canali", words.needsByChannel[language],
          views.byModality(
            "canali", reference, wanted: wanted, dimension: "canale",
            codes: dossier.context.evidence.channels, dimensionName: ViewPhrases.channel[language],
            sheet: words.sheetChannels[language])),
        part(
          "bisogni-comuni", words.needsByComune[language],
          dossier.byComune(indicator, sheet: words.sheetNeedsComune[language])),
      ].compactMap(\.self))
  }

  /// A part with its heading, nil when there is nothing to show under it.
  static func part(_ id: String, _ title: String, _ blocks: [Block]) -> Section? {
    blocks.isEmpty ? nil : Section(id: id, title: title, blocks: blocks)
  }
}
