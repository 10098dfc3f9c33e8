import Indicators

/// B: who asks, for what, through which door, and how it changes.
enum NeedsSection {
  static let indicator = "richieste-per-1000"

  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    let evidence = dossier.context.evidence
    let overTime = dossier.sliceAbove(indicator).map { slice -> [Block] in
      let blocks = dossier.views.overTime(
        indicator, dossier.scope.shown, slice, comparison: dossier.brief.comparison,
        sheet: words.sheetNeedsTime[language])
      return blocks.isEmpty ? [] : dossier.onlyTotal(slice) + blocks
    }
    return Section(
      id: "bisogni", title: words.needsTitle[language],
      blocks: [.sentence(Sentence(words.needsLead[language]))],
      parts: [
        PlacePart.section(dossier),
        part("bisogni-tempo", words.needsOverTime[language], overTime ?? []),
        part(
          "bisogni-aree", words.needsByArea[language],
          dossier.byModality(
            indicator, dimension: "area_utenza", codes: evidence.userAreas,
            name: ViewPhrases.userArea[language], sheet: words.sheetNeedsArea[language])),
        part(
          "bisogni-servizi", words.needsByService[language],
          dossier.ofAllAreas(
            dossier.byModality(
              indicator, dimension: "servizio", codes: evidence.services,
              name: ViewPhrases.service[language], sheet: words.sheetNeedsService[language]))),
        part(
          "bisogni-canali", words.needsByChannel[language],
          dossier.ofAllAreas(
            dossier.byModality(
              "canali", dimension: "canale", codes: evidence.channels,
              name: ViewPhrases.channel[language], sheet: words.sheetChannels[language]))),
        part(
          "bisogni-comuni", words.needsByComune[language],
          dossier.byComune(indicator, sheet: words.sheetNeedsComune[language])),
        dossier.declared(.expressed), dossier.declared(.unexpressed), dossier.declared(.listening),
      ].compactMap(\.self))
  }

  /// A part with its heading, nil when there is nothing to show under it.
  private static func part(_ id: String, _ title: String, _ blocks: [Block]) -> Section? {
    blocks.isEmpty ? nil : Section(id: id, title: title, blocks: blocks)
  }
}
