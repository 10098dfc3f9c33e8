import Warehouse

/// `misura` of a declared indicator.
struct DeclaredMeasure: Decodable {
  private let kind: Kind
  private let conditions: [DeclaredCondition]
  private let field: String?
  private let per: Double?
  private let ages: (from: Int?, to: Int?)
  private let top: String?
  private let bottom: String?
  private let start: String?
  private let end: String?
  private let ended: [String]
  private let horizons: [Int]

  private enum Kind: String, CaseIterable {
    case count = "conteggio"
    case rate = "tasso"
    case share = "quota"
    case distribution = "distribuzione"
    case distinct = "distinti"
    case shareOfDistinct = "quota_distinti"
    case sum = "somma"
    case mean = "media"
    case ratio = "rapporto"
    case wait = "durata"
  }

  init(from decoder: any Decoder) throws {
    let c = try StrictContainer(
      decoder,
      keys: [
        "tipo", "condizioni", "campo", "per", "eta_da", "eta_a", "numeratore", "denominatore", "da",
        "a", "fine", "entro",
      ])
    kind = try c.word("tipo", Kind.allCases.map { ($0.rawValue, $0) })
    conditions = try c.optional("condizioni") ?? []
    field = try c.optional("campo")
    per = try c.optional("per")
    ages = (try c.optional("eta_da"), try c.optional("eta_a"))
    top = try c.optional("numeratore")
    bottom = try c.optional("denominatore")
    start = try c.optional("da")
    end = try c.optional("a")
    ended = try c.optional("fine") ?? []
    horizons = try c.optional("entro") ?? [30, 60, 90, 180]
  }

  func measure(_ names: FieldNames) throws(DeclarationError) -> Measure {
    func need(_ value: String?, _ key: String) throws(DeclarationError) -> String {
      guard let value else {
        throw DeclarationError("la misura «\(kind.rawValue)» vuole la chiave «\(key)»")
      }
      return value
    }
    var hits: [Condition] = []
    for condition in conditions { hits.append(try condition.condition(names)) }
    switch kind {
    case .count: return .count
    case .rate:
      let from = ages.from ?? 0
      let to = max(ages.to ?? 130, from)
      let isEveryone = ages.from == nil && ages.to == nil
      return .rate(per: per ?? 1000, ages: isEveryone ? nil : from...to)
    case .share, .shareOfDistinct:
      guard !hits.isEmpty else {
        throw DeclarationError("la misura «\(kind.rawValue)» vuole le sue «condizioni»")
      }
      if kind == .share { return .share(hits) }
      return .shareOfDistinct(try names.field(need(field, "campo")), hits)
    case .distribution: return .distribution(try names.field(need(field, "campo")))
    case .distinct: return .distinct(try names.field(need(field, "campo")), per: per)
    case .sum: return .sum(try names.quantity(need(field, "campo")), per: per)
    case .mean: return .mean(try names.quantity(need(field, "campo")))
    case .ratio:
      return .ratio(
        try names.quantity(need(top, "numeratore")),
        try names.quantity(need(bottom, "denominatore")))
    case .wait:
      var stops: [FactField] = []
      for name in ended { stops.append(try names.day(name)) }
      return .wait(
        Wait(
          try names.day(need(start, "da")), try names.day(need(end, "a")), ended: stops,
          horizons: horizons))
    }
  }
}

/// One of `condizioni`: a field and what must hold of it.
struct DeclaredCondition: Decodable {
  private let field: String
  private let isOne: [String]?
  private let isNone: [String]?
  private let holds: [String]?
  private let isPresent: Bool?
  private let flag: Bool?
  private let atLeast: Double?
  private let atMost: Double?
  private let sameAs: String?
  private let days: Int?
  private let after: String?
  private let seenFor: Int?

  init(from decoder: any Decoder) throws {
    let c = try StrictContainer(
      decoder,
      keys: [
        "campo", "uno_di", "nessuno_di", "contiene", "presente", "vale", "almeno", "al_massimo",
        "uguale_a", "entro_giorni", "da", "visto_da_giorni",
      ])
    field = try c.value("campo")
    isOne = try c.optional("uno_di")
    isNone = try c.optional("nessuno_di")
    holds = try c.optional("contiene")
    isPresent = try c.optional("presente")
    flag = try c.optional("vale")
    atLeast = try c.optional("almeno")
    atMost = try c.optional("al_massimo")
    sameAs = try c.optional("uguale_a")
    days = try c.optional("entro_giorni")
    after = try c.optional("da")
    seenFor = try c.optional("visto_da_giorni")
  }

  func condition(_ names: FieldNames) throws(DeclarationError) -> Condition {
    let field = try names.field(self.field)
    var all: [Condition] = []
    if let isOne { all.append(.isOne(field, isOne)) }
    if let isNone { all.append(.isNone(field, isNone)) }
    if let holds { all.append(.holds(field, holds)) }
    if let isPresent { all.append(isPresent ? .present(field) : .absent(field)) }
    if let flag { all.append(.flag(field, flag)) }
    if let atLeast { all.append(.atLeast(field, atLeast)) }
    if let atMost { all.append(.atMost(field, atMost)) }
    if let sameAs { all.append(.same(field, try names.field(sameAs))) }
    if let seenFor { all.append(.seenFor(try names.day(self.field), days: seenFor)) }
    if let days {
      guard let after else {
        throw DeclarationError("«entro_giorni» di «\(self.field)» vuole «da», la prima data")
      }
      all.append(.within(try names.day(after), try names.day(self.field), days: days))
    }
    guard all.count == 1 else {
      throw DeclarationError("la condizione su «\(self.field)» deve dire una cosa sola")
    }
    return all[0]
  }
}
