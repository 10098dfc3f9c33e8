import Indicators

/// Who asks in a place, for what and through which door.
struct AskedPart {
  let key: TerritoryKey
  let reader: EvidenceReader
  private var language: Language { reader.language }

  /// Nil where nothing of it may be published.
  func section() -> Section? {
    let words = DossierPhrases.self
    let evidence = reader.evidence
    let parts = [
      part(
        "aree", words.needsByArea, NeedsSection.indicator, "area_utenza", evidence.userAreas,
        ViewPhrases.userArea, words.sheetNeedsArea),
      part(
        "servizi", words.needsByService, NeedsSection.indicator, "servizio", evidence.services,
        ViewPhrases.service, words.sheetNeedsService),
      part(
        "canali", words.needsByChannel, "canali", "canale", evidence.channels,
        ViewPhrases.channel, words.sheetChannels),
    ].compactMap(\.self)
    return parts.isEmpty
      ? nil
      : Section(id: "chi-chiede", title: ComunePhrases.asked[language], blocks: [], parts: parts)
  }

  private func part(
    _ id: String, _ title: Text, _ indicator: String, _ dimension: String, _ codes: [NamedCode],
    _ name: Text, _ sheet: Text
  ) -> Section? {
    let blocks = IndicatorViews(reader: reader).byModality(
      indicator, key, wanted: nil, dimension: dimension, codes: codes,
      dimensionName: name[language], sheet: sheet[language])
    return blocks.isEmpty
      ? nil : Section(id: "chi-chiede-" + id, title: title[language], blocks: blocks)
  }
}
