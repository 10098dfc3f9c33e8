import Indicators
import Warehouse

/// Whether a programme reaches isolated and small comuni: their part of its own beside their part of the
/// territory. Geography alone, nothing of persons.
struct EquityPart {
  let comuni: [ComuneCode]
  let context: ReportContext
  private var language: Language { context.language }
  private var words: ProgrammePhrases.Type { ProgrammePhrases.self }

  /// Law 158/2017 calls small the comuni up to 5,000 residents.
  private static let small = 5000

  func blocks() -> [Block] {
    let all = context.evidence.territory.comuni
    let own = all.filter { comuni.contains($0.code) }
    if own.isEmpty { return [.sentence(Sentence(words.everywhere[language]))] }
    let kinds: [(Text, (TerritoryAtlas.Comune) -> Bool)] = [
      (words.allComuni, { _ in true }),
      (words.innerComuni, { ["D", "E", "F"].contains($0.innerAreaClass) }),
      (words.smallComuni, { $0.residents <= Self.small }),
    ]
    func people(_ comuni: [TerritoryAtlas.Comune]) -> Int { comuni.reduce(0) { $0 + $1.residents } }
    func share(_ part: Int, _ whole: Int) -> Cell {
      whole == 0
        ? Cell(.none, mark: .notApplicable)
        : Cell(.number(Double(part) / Double(whole), .percent(1)))
    }
    let table = Table(
      id: "equita-tabella", caption: words.equityCaption[language],
      sheetName: words.equityTitle[language],
      columns: [
        Table.Column(PortalPhrases.comuniGroup[language], width: 40),
        Table.Column(words.involved[language], .number),
        Table.Column(words.involvedShare[language], .number),
        Table.Column(words.territoryShare[language], .number),
        Table.Column(ViewPhrases.residents[language], .number),
        Table.Column(words.residentsShare[language], .number),
        Table.Column(words.territoryResidentsShare[language], .number),
      ],
      rows: kinds.map { name, belongs in
        let (mine, total) = (own.filter(belongs), all.filter(belongs))
        return [
          .text(name[language]), .integer(mine.count), share(mine.count, own.count),
          share(total.count, all.count), .integer(people(mine)), share(people(mine), people(own)),
          share(people(total), people(all)),
        ]
      }, notes: [words.equityNote[language]])
    let names = own.map(\.name).inOrder()
    let said = kinds.dropFirst().map { name, belongs in
      words.equitySaid(
        language, name[language], language.integer(own.count(where: belongs)),
        language.integer(own.count), language.integer(all.count(where: belongs)),
        language.integer(all.count))
    }
    return [
      .sentence(Sentence(words.where(language, names.joined(separator: ", ")))),
      .list(said.map { Sentence($0) }), .table(table),
    ]
  }
}
