import Warehouse

/// An indicator an analyst has declared in `datasets/indicators/*.json`: the same description the catalogue
/// uses, written with the names of the exchange contracts.
public struct Declaration: Decodable {
  let slug: String
  let code: String
  let name: Names
  let formula: Names
  let caveats: Names
  let source: Text
  let unit: Definition.Unit
  let direction: Definition.Direction
  let minimumCell: String
  let dataset: String
  let filters: [DeclaredCondition]
  let day: String?
  let year: String?
  let comune: String?
  let breakdowns: [String]
  let measure: DeclaredMeasure
  let protects: String?
  let levels: Counting.Levels

  /// A text in both languages.
  struct Names: Decodable {
    let it: String
    let en: String
    var text: Text { Text(it: it, en: en) }

    init(from decoder: any Decoder) throws {
      let c = try StrictContainer(decoder, keys: ["it", "en"])
      it = try c.value("it")
      en = try c.value("en")
    }
  }

  public init(from decoder: any Decoder) throws {
    let c = try StrictContainer(
      decoder,
      keys: [
        "slug", "codice", "nome", "formula", "avvertenze", "fonte", "unita", "direzione",
        "cella_minima", "dataset", "condizioni", "giorno", "anno", "comune", "scomposizioni",
        "misura", "protegge", "livello",
      ])
    slug = try c.value("slug")
    code = try c.optional("codice") ?? ""
    name = try c.value("nome")
    formula = try c.value("formula")
    caveats = try c.value("avvertenze")
    // One text is enough where it is a name; where it is not, one for each language.
    if let both = try? c.value("fonte") as String {
      source = .both(both)
    } else {
      source = (try c.value("fonte") as Names).text
    }
    unit = try c.word("unita", Definition.Unit.allCases.map { ($0.rawValue, $0) })
    direction = try c.word("direzione", Definition.Direction.allCases.map { ($0.rawValue, $0) })
    minimumCell = try c.value("cella_minima")
    dataset = try c.value("dataset")
    filters = try c.optional("condizioni") ?? []
    day = try c.optional("giorno")
    year = try c.optional("anno")
    comune = try c.optional("comune")
    breakdowns = try c.optional("scomposizioni") ?? []
    measure = try c.value("misura")
    protects = try c.optional("protegge")
    levels =
      try c.optional("livello") as String? == nil
      ? .comune : c.word("livello", [("totale", .whole), ("ats", .ats), ("comune", .comune)])
  }

  /// The indicator, when every name exists and the minimum cell is enough.
  ///
  /// - Parameter taken: slugs the catalogue already uses.
  public func indicator(
    _ names: FactNames, taken: Set<String>
  ) throws(DeclarationError) -> Indicator {
    guard let set = names.datasets[dataset] else {
      throw .unknown("il dataset", dataset, among: names.datasets.keys)
    }
    let fields = FieldNames(dataset: set)
    let isSlug = slug.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == 45
    }
    guard isSlug, !slug.isEmpty else {
      throw DeclarationError("lo slug «\(slug)» può avere solo minuscole, cifre e trattini")
    }
    guard !taken.contains(slug) else {
      throw DeclarationError("lo slug «\(slug)» è già di un altro indicatore")
    }
    let rules =
      set.table.concernsPersons ? ["K5", "K10", "KP", "KS", "KM"] : ["", "KO", "K5", "K10"]
    guard rules.contains(minimumCell) else {
      throw .unknown("per questo dataset la cella minima", minimumCell, among: rules)
    }
    let when: Counting.When
    switch (day, year) {
    case (let day?, nil): when = .day(try fields.day(day))
    case (nil, let year?): when = .year(try fields.field(year))
    case (nil, nil): when = .asOf
    default: throw DeclarationError("«giorno» e «anno» non possono stare insieme")
    }
    var conditions: [Condition] = []
    for filter in filters { conditions.append(try filter.condition(fields)) }
    var divided: [Counting.Breakdown] = []
    for name in breakdowns {
      let field = try fields.field(name)
      guard !field.isToken, !field.isDay else {
        throw DeclarationError("«\(name)» non può essere una scomposizione: non è un codice")
      }
      divided.append(Counting.Breakdown(name, field, isFirstLetter: field == .service))
    }
    var place: FactField?
    if let comune { place = try fields.place(comune) }
    var who = set.table.usualPerson
    if let protects { who = try fields.field(protects) }
    let counting = Counting(
      set.table, where: conditions, when: when, place: place, by: divided,
      measure: try measure.measure(fields), protects: who, levels: levels)
    var definition = Definition(
      slug: slug, code: code, family: "", name: name.text, unit: unit, direction: direction,
      formula: formula.text, caveats: caveats.text, source: source, minimumCell: minimumCell)
    if case .wait(let wait) = counting.measure { definition.parts = .waits(wait.horizons) }
    return Indicator(definition: definition, counting: counting)
  }
}

/// Fields of one dataset by name.
struct FieldNames {
  let dataset: FactNames.Dataset

  func field(_ name: String) throws(DeclarationError) -> FactField {
    guard let field = dataset.fields[name] else {
      throw .unknown("il campo", name, among: dataset.fields.keys)
    }
    return field
  }

  func day(_ name: String) throws(DeclarationError) -> FactField {
    let field = try field(name)
    guard field.isDay else { throw DeclarationError("il campo «\(name)» non è una data") }
    return field
  }

  func place(_ name: String) throws(DeclarationError) -> FactField {
    let field = try field(name)
    guard field.name.hasSuffix("comune") else {
      throw DeclarationError("il campo «\(name)» non è un comune")
    }
    return field
  }

  /// Money is kept in cents and published in euros.
  func quantity(_ name: String) throws(DeclarationError) -> Quantity {
    let field = try field(name)
    return field.name.hasSuffix("_cents") ? .euro(field) : Quantity(field)
  }
}

extension FactTable {
  /// Whether a row is about a person, a household or a session of one.
  var concernsPersons: Bool {
    switch self {
    case .serviceRequest, .serviceDelivery, .contact, .caseFile, .referral, .waitingList,
      .matchProposal, .searchStep, .proximityAccess, .citizenResource, .exchange, .careRequest,
      .careOffer, .careMeeting, .transportNeed, .corporateWelfare, .fundraising, .volunteering:
      true
    default: false
    }
  }

  /// Whom the minimum cell counts unless told otherwise.
  var usualPerson: FactField? {
    switch self {
    case .serviceRequest, .serviceDelivery, .contact, .caseFile, .referral, .waitingList,
      .citizenResource, .careOffer:
      .person
    case .searchStep: .sessionID
    case .exchange: .donor
    case .careRequest: .household
    default: nil
    }
  }
}
