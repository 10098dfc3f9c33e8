import Indicators
import Warehouse

/// F: what there is to work with. The grid of the law is wider than money: what nobody delivered is
/// said, not left out.
enum ResourcesSection {
  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    var blocks: [Block] = [.sentence(Sentence(words.resourcesLead[language]))]
    let programmes = dossier.context.evidence.programmes
    if programmes.isEmpty {
      blocks.append(.sentence(Sentence(words.noProgrammes[language])))
    } else {
      blocks.append(
        .table(
          ProgrammeTables.overview(
            ProgrammeReport.ordered(programmes), dossier.context, page: "avanzamento.html")))
      blocks.append(
        .links([
          Link(
            PortalPhrases.fundersDoor[language], .page("avanzamento.html"),
            description: PortalPhrases.fundersText[language])
        ]))
    }
    blocks.append(
      .callout(
        Callout(
          kind: .caution, title: words.missingResourcesTitle[language],
          sentences: [Sentence(words.missingResources[language])])))
    return Section(id: "risorse", title: words.resourcesTitle[language], blocks: blocks)
  }
}
