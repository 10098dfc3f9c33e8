import Indicators
import Warehouse

/// Where programmes are: what tells from each other those that share one title.
struct ProgrammePlaces {
  let context: ReportContext
  private var language: Language { context.language }

  /// The comuni it names that are of the territory; none where it concerns all of them or names none.
  func comuni(_ programme: Programme) -> [TerritoryAtlas.Comune] {
    let all = context.evidence.territory.comuni
    let own = all.filter { programme.comuni.contains($0.code) }
    return own.count == all.count ? [] : own.inOrder(of: \.name)
  }

  /// `Brancaleone, Staiti`, `Anoia, Candidoni e altri 9`; a register that names none may mean all.
  func name(_ programme: Programme) -> String {
    let names = comuni(programme).map(\.name)
    if names.isEmpty { return ProgrammePhrases.wholeTerritory[language] }
    if names.count <= 3 { return names.joined(separator: ", ") }
    return names.prefix(2).joined(separator: ", ")
      + SentencePhrases.andOthers(language, language.integer(names.count - 2))
  }

  /// The CUP, and the title where it is one's own or else the place: for a chart and a list to choose from.
  func label(_ programme: Programme) -> String {
    let isShared = context.evidence.programmes.contains {
      $0.cup != programme.cup && $0.title == programme.title
    }
    return programme.cup + ", " + (isShared ? name(programme) : programme.title)
  }

  /// True of one that concerns some of the comuni, or all.
  func concerns(_ scope: Scope, _ programme: Programme) -> Bool {
    let own = comuni(programme)
    return own.isEmpty || own.contains { one in scope.comuni.contains { $0.code == one.code } }
  }
}
