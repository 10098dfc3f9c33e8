import Warehouse

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
  /// What it says of the field, by its key.
  private let said: [String]

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
    said = c.present.filter { $0 != "campo" && $0 != "da" }
  }

  func condition(_ names: FieldNames) throws(DeclarationError) -> Condition {
    let found = try names.named(field)
    guard said.count == 1 else {
      throw DeclarationError("la condizione su «\(field)» deve dire una cosa sola")
    }
    let sayable = found.kind.sayable
    guard sayable.contains(said[0]) else {
      let own = sayable.map { "«\($0)»" }.joined(separator: ", ")
      throw DeclarationError("di «\(field)» non si può dire «\(said[0])»: si può dire \(own)")
    }
    if after != nil, days == nil {
      throw DeclarationError("nella condizione su «\(field)» «da» vuole «entro_giorni»")
    }
    for word in (isOne ?? []) + (isNone ?? []) + (holds ?? []) { try know(word, found.kind) }
    for number in [days, seenFor].compactMap(\.self) where !(0...3650).contains(number) {
      throw DeclarationError("i giorni della condizione su «\(field)» vanno da 0 a 3650")
    }
    return try one(found.field, found.kind, names)
  }

  private func one(
    _ field: FactField, _ kind: FactNames.Kind, _ names: FieldNames
  ) throws(DeclarationError) -> Condition {
    for list in [isOne, isNone, holds] where list?.isEmpty == true {
      throw DeclarationError("l'elenco della condizione su «\(self.field)» è vuoto")
    }
    if let isOne { return .isOne(field, isOne) }
    if let isNone { return .isNone(field, isNone) }
    if let holds { return .holds(field, holds) }
    if let isPresent { return isPresent ? .present(field) : .absent(field) }
    if let flag { return .flag(field, flag) }
    if let atLeast {
      try know(atLeast...Double.infinity, kind)
      return .atLeast(field, atLeast)
    }
    if let atMost {
      try know(-Double.infinity...atMost, kind)
      return .atMost(field, atMost)
    }
    if let sameAs {
      let (mine, other) = (try names.named(self.field).kind, try names.named(sameAs))
      guard mine.sayable == other.kind.sayable else {
        throw DeclarationError("«\(self.field)» e «\(sameAs)» non sono campi di uno stesso tipo")
      }
      return .same(field, other.field)
    }
    if let seenFor { return .seenFor(field, days: seenFor) }
    guard let after, let days else {
      throw DeclarationError("«entro_giorni» di «\(self.field)» vuole «da», la prima data")
    }
    return .within(try names.day(after), field, days: days)
  }

  /// A word no fact can hold would be a condition that never holds, and a number nobody would doubt.
  private func know(_ word: String, _ kind: FactNames.Kind) throws(DeclarationError) {
    let valid: [String]
    switch kind {
    case .code(let codes): valid = codes.all + ["ND"]
    case .codes(let codes): valid = codes
    default: return
    }
    guard valid.contains(word) else {
      throw .unknown("il codice di «\(field)»", word, among: valid)
    }
  }
}

extension DeclaredCondition {
  /// A number of which no fact can be on the side asked for: as with words.
  private func know(
    _ asked: ClosedRange<Double>, _ kind: FactNames.Kind
  ) throws(DeclarationError) {
    guard case .number(let valid?) = kind, !valid.overlaps(asked) else { return }
    throw DeclarationError(
      "nessun «\(field)» può stare nella condizione: va da \(Self.digits(valid.lowerBound)) a "
        + Self.digits(valid.upperBound))
  }

  private static func digits(_ number: Double) -> String {
    Int64(exactly: number).map(String.init) ?? "\(number)"
  }

  /// Conditions of one list that can never hold together, by the field they speak of: their number would be nought and
  /// nobody would doubt it.
  static func check(_ conditions: [Condition], _ names: FieldNames) throws(DeclarationError) {
    guard let field = conditions.contradictory else { return }
    let name = names.dataset.fields.first { $0.value.field == field }?.key ?? field.name
    throw DeclarationError("le condizioni su «\(name)» si escludono: nessuna riga può averle tutte")
  }
}

extension [Condition] {
  /// A field of which they ask what no fact can have all of.
  fileprivate var contradictory: FactField? {
    var codes: [FactField: Set<String>] = [:]
    var (flags, limits): ([FactField: Bool], [FactField: (Double, Double)]) = ([:], [:])
    for one in self {
      switch one {
      case .isOne(let field, let own):
        codes[field] = codes[field].map { $0.intersection(own) } ?? Set(own)
      case .flag(let field, let value):
        if flags.updateValue(value, forKey: field) == !value { return field }
      case .atLeast(let field, let least):
        let known = limits[field] ?? (-.infinity, .infinity)
        limits[field] = (Swift.max(known.0, least), known.1)
      case .atMost(let field, let most):
        let known = limits[field] ?? (-.infinity, .infinity)
        limits[field] = (known.0, Swift.min(known.1, most))
      default: break
      }
    }
    let absent = Set(compactMap { if case .absent(let field) = $0 { field } else { nil } })
    for one in self {
      switch one {
      case .isNone(let field, let own): codes[field]?.subtract(own)
      case .absent, .not, .any: break
      case let said: if let field = said.fields.first(where: absent.contains) { return field }
      }
    }
    let none = codes.filter { $0.value.isEmpty }.map(\.key)
    let crossed = limits.filter { $0.value.0 > $0.value.1 }.map(\.key)
    return (none + crossed).min { $0.name < $1.name }
  }
}

extension FactNames.Kind {
  /// The keys of a condition that make sense of it.
  fileprivate var sayable: [String] {
    switch self {
    case .code, .comune, .name: ["uno_di", "nessuno_di", "presente", "uguale_a"]
    case .codes: ["contiene", "presente"]
    case .date: ["presente", "entro_giorni", "visto_da_giorni"]
    case .number: ["almeno", "al_massimo", "presente"]
    case .flag: ["vale", "presente"]
    // Who it is nobody writes in a file.
    case .person: ["presente"]
    }
  }
}
