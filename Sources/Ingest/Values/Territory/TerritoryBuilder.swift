import Warehouse

/// Puts names and codes in their places, with every clash seen before the first cell is read.
struct TerritoryBuilder {
  private enum Level: Int, CaseIterable {
    case territoryNames, territoryAliases, territoryVariants, otherNames, ceasedNames, otherVariants
  }

  let territory: Set<ComuneCode>
  private(set) var codes: [ComuneCode: NameIndex.Claim] = [:]
  private(set) var belfiore: [String: NameIndex.Claim] = [:]
  private(set) var levels = Level.allCases.map { _ in NameIndex() }
  private(set) var provinces: [ComuneCode: String] = [:]
  private(set) var names: [ComuneCode: String] = [:]
  /// Abbreviations, kept until every real name is known.
  private var territoryVariants: [(key: String, code: ComuneCode)] = []
  private var otherVariants: [(key: String, code: ComuneCode)] = []

  init(
    territory comuni: [TerritoryResolver.Comune], italy: [TerritoryResolver.ItalianComune]
  ) {
    territory = Set(comuni.map(\.istat))
    for comune in italy where !comune.isCeased {
      provinces[comune.istat] = comune.province
      names[comune.istat] = comune.name
    }
    for comune in comuni { names[comune.istat] = comune.name }
  }

  mutating func addTerritory(
    _ comuni: [TerritoryResolver.Comune], _ aliases: [TerritoryResolver.Alias]
  ) {
    for comune in comuni {
      add(
        code: comune.istat, belfiore: comune.belfiore,
        NameIndex.Claim(code: comune.istat, how: .istat))
      for name in [comune.name, comune.alternativeName] where !name.isEmpty {
        add(name, comune.istat, .name, to: .territoryNames)
        TerritoryBuilder.addVariants(of: name, comune.istat, to: &territoryVariants)
      }
    }
    for alias in aliases where territory.contains(alias.istat) {
      let how: ComuneReading.Match =
        alias.kind == "cessato" ? .ceased(successorOf: alias.name, filed: nil) : .alias
      add(alias.name, alias.istat, how, to: .territoryAliases)
      TerritoryBuilder.addVariants(of: alias.name, alias.istat, to: &territoryVariants)
    }
  }

  /// Comuni in force first: a ceased one never takes a code or name that is in use.
  mutating func addItaly(_ italy: [TerritoryResolver.ItalianComune]) {
    for comune in italy where !comune.isCeased && !territory.contains(comune.istat) {
      add(
        code: comune.istat, belfiore: comune.belfiore,
        NameIndex.Claim(code: comune.istat, how: .istat))
      add(comune.name, comune.istat, .name, to: .otherNames)
      TerritoryBuilder.addVariants(of: comune.name, comune.istat, to: &otherVariants)
    }
    addOtherLanguages(italy)
    for comune in italy where comune.isCeased {
      guard let successor = comune.successor else { continue }
      let how = ComuneReading.Match.ceased(successorOf: comune.name, filed: comune.istat)
      add(
        code: comune.istat, belfiore: comune.belfiore, NameIndex.Claim(code: successor, how: how))
      add(comune.name, successor, how, to: .ceasedNames)
    }
  }

  /// `Bozen` beside `Bolzano`; where it is the first name of another (`Corvara`), it is that one.
  private mutating func addOtherLanguages(_ italy: [TerritoryResolver.ItalianComune]) {
    let names = levels[Level.otherNames.rawValue]
    for comune in italy where !comune.isCeased && !territory.contains(comune.istat) {
      let name = comune.alternativeName
      guard !name.isEmpty, names[PlaceNames.key(name)].isEmpty else { continue }
      add(name, comune.istat, .name, to: .otherNames)
      TerritoryBuilder.addVariants(of: name, comune.istat, to: &otherVariants)
    }
  }

  /// An abbreviation that is also somebody's real name is ambiguous.
  mutating func settleVariants() {
    for (key, code) in territoryVariants {
      levels[Level.territoryVariants.rawValue].add(key, code, .alias)
      for holder in levels[Level.otherNames.rawValue][key] {
        levels[Level.territoryVariants.rawValue].add(key, holder.code, holder.how)
      }
    }
    for (key, code) in otherVariants {
      levels[Level.otherVariants.rawValue].add(key, code, .alias)
    }
  }

  private mutating func add(code: ComuneCode, belfiore letters: String, _ claim: NameIndex.Claim) {
    if codes[code] == nil { codes[code] = claim }
    guard !letters.isEmpty, belfiore[letters] == nil else { return }
    let how: ComuneReading.Match = claim.how == .istat ? .belfiore : claim.how
    belfiore[letters] = NameIndex.Claim(code: claim.code, how: how)
  }

  private mutating func add(
    _ name: String, _ code: ComuneCode, _ how: ComuneReading.Match, to level: Level
  ) {
    levels[level.rawValue].add(PlaceNames.key(name), code, how)
  }

  /// Of no instance: a list that is changed through another name of its owner is copied every time.
  private static func addVariants(
    of name: String, _ code: ComuneCode, to list: inout [(key: String, code: ComuneCode)]
  ) {
    let whole = PlaceNames.key(name)
    let others =
      (PlaceNames.parts(name) + [PlaceNames.withoutUmlauts(name)].compactMap(\.self))
      .map(PlaceNames.key)
    for key in [whole] + others {
      for form in [key, PlaceNames.withoutLinks(key)].compactMap(\.self) {
        if form != whole { list.append((form, code)) }
        for variant in PlaceNames.variants(ofKey: form) { list.append((variant, code)) }
      }
    }
  }
}
