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

    /// The keys it reads beside `tipo`.
    var keys: [String] {
      switch self {
      case .count: []
      case .rate: ["per", "eta_da", "eta_a"]
      case .share: ["condizioni"]
      case .distribution: ["campo"]
      case .distinct: ["campo", "per"]
      case .shareOfDistinct: ["campo", "condizioni"]
      case .sum: ["campo", "per"]
      case .mean: ["campo"]
      case .ratio: ["numeratore", "denominatore"]
      case .wait: ["da", "a", "fine", "entro"]
      }
    }
  }

  init(from decoder: any Decoder) throws {
    let c = try StrictContainer(
      decoder, keys: ["tipo"] + Set(Kind.allCases.flatMap(\.keys)).sorted())
    kind = try c.word("tipo", Kind.allCases.map { ($0.rawValue, $0) })
    for key in c.present where key != "tipo" && !kind.keys.contains(key) {
      let own =
        kind.keys.isEmpty ? "nessun'altra" : kind.keys.map { "«\($0)»" }.joined(separator: ", ")
      throw DeclarationError(
        "la misura «\(kind.rawValue)» non legge la chiave «misura.\(key)»: oltre a «tipo» legge \(own)"
      )
    }
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

  /// Units its results may be published in; empty: any.
  var units: [Definition.Unit] {
    switch kind {
    case .share, .shareOfDistinct, .distribution: [.share]
    case .wait: [.days]
    case .count: [.count]
    case .rate: [rateUnit(per ?? 1000)].compactMap(\.self)
    case .distinct: per == nil ? [.count] : [rateUnit(per!)].compactMap(\.self)
    case .sum, .mean, .ratio: []
    }
  }

  private func rateUnit(_ per: Double) -> Definition.Unit? {
    [100: .perHundred, 1000: .perThousand, 5000: .perFiveThousand][per]
  }

  func measure(_ names: FieldNames) throws(DeclarationError) -> Measure {
    func need(_ value: String?, _ key: String) throws(DeclarationError) -> String {
      guard let value else {
        throw DeclarationError("la misura «\(kind.rawValue)» vuole la chiave «misura.\(key)»")
      }
      return value
    }
    var hits: [Condition] = []
    for condition in conditions { hits.append(try condition.condition(names)) }
    if let per, ![100, 1000, 5000].contains(per) {
      throw DeclarationError("«misura.per» può essere 100, 1000 o 5000")
    }
    switch kind {
    case .count: return .count
    case .rate: return .rate(per: per ?? 1000, ages: try ageClass())
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
      guard horizons.allSatisfy((1...3650).contains), Set(horizons).count == horizons.count,
        horizons.count <= 12
      else {
        throw DeclarationError(
          "«misura.entro» vuole al più 12 numeri di giorni diversi, fra 1 e 3650")
      }
      return .wait(
        Wait(
          try names.day(need(start, "da")), try names.day(need(end, "a")), ended: stops,
          horizons: horizons.sorted()))
    }
  }

  private func ageClass() throws(DeclarationError) -> ClosedRange<Int>? {
    if ages.from == nil && ages.to == nil { return nil }
    let (from, to) = (ages.from ?? 0, ages.to ?? 130)
    guard 0 <= from, from <= to, to <= 130 else {
      throw DeclarationError("da «misura.eta_da» a «misura.eta_a» vanno età crescenti, fra 0 e 130")
    }
    return from...to
  }
}
