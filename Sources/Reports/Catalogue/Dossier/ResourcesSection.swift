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
      blocks.append(.table(table(programmes, language)))
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

  private static func table(_ programmes: [Programme], _ language: Language) -> Table {
    let words = DossierPhrases.self
    return Table(
      id: "programmi", caption: words.programmesCaption[language],
      sheetName: words.sheetProgrammes[language],
      columns: [
        Table.Column("CUP", width: 20), Table.Column(words.programme[language], width: 50),
        Table.Column(ProgrammePhrases.fund[language]),
        Table.Column(ProgrammePhrases.amount[language], .number, width: 18),
        Table.Column(ProgrammePhrases.date[language], .number),
        Table.Column(ProgrammePhrases.origin[language], width: 36),
      ],
      rows: programmes.flatMap { programme in
        programme.funding.map { statement in
          [
            .text(programme.cup), .text(programme.title),
            .text(ProgrammePhrases.name(ofFund: statement.fund)[language]),
            Cell(.euro(cents: statement.amountCents)), .day(statement.date),
            .text(statement.origin),
          ]
        }
      },
      notes: [words.statementsNote[language]])
  }
}
