import Indicators

/// H: what the dossier rests on, how much of it is missing, how it was computed.
enum EvidenceSection {
  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    let quality = QualityTables(context: dossier.context)
    // The page of data quality has them too.
    let completeness = [
      quality.states(), MissingTotals(context: dossier.context).table,
      DevelopmentTables(context: dossier.context).table,
    ].compactMap(\.self).map { table in
      var table = table
      table.isInWorkbookOnly = true
      return Block.table(table)
    }
    return Section(
      id: "evidenza", title: words.evidenceTitle[language],
      blocks: [.sentence(Sentence(words.evidenceLead[language]))]
        + MissingTotals(context: dossier.context).sentences(dossier.scope, dossier.brief.period)
        .map { .sentence($0) },
      parts: [
        Section(
          id: "fonti", title: QualityPhrases.sourcesTitle[language],
          blocks: quality.sources()),
        Section(
          id: "completezza", title: QualityPhrases.statesTitle[language],
          blocks: [.sentence(quality.statesSaid())] + completeness),
        dossier.declared(.quality),
        Section(
          id: "metodo", title: words.methodTitle[language],
          blocks: [
            .list(MethodPhrases.principles.map { Sentence($0[language]) }),
            .links([
              Link(
                CataloguePhrases.method[language], .page("metodo.html"),
                description: PortalPhrases.methodText[language]),
              Link(
                CataloguePhrases.quality[language], .page("qualita.html"),
                description: PortalPhrases.qualityText[language]),
            ]),
          ]),
      ].compactMap(\.self))
  }
}
