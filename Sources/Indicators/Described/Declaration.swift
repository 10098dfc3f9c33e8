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
      it = try c.text("it", atMost: Declaration.longest)
      en = try c.text("en", atMost: Declaration.longest)
    }
  }

  /// Keys that say what it is called, and nothing of what is counted.
  public static let texts = ["codice", "nome", "formula", "avvertenze", "fonte"]

  /// Characters of a text.
  private static let longest = 2000

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
    if (try? c.value("fonte") as String) != nil {
      source = .both(try c.text("fonte", atMost: Declaration.longest))
    } else {
      source = (try c.value("fonte", "un testo, o {\"it\": …, \"en\": …}") as Names).text
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
  /// - Parameter others: those it will stand beside, whose slugs and codes are taken.
  public func indicator(
    _ names: FactNames, beside others: [Definition]
  ) throws(DeclarationError) -> Indicator {
    guard let set = names.datasets[dataset] else {
      throw .unknown("il dataset", dataset, among: names.datasets.keys)
    }
    let fields = FieldNames(dataset: set)
    try checkNames(others)
    let rules =
      set.table.concernsPersons ? ["K5", "K10", "KP", "KS", "KM"] : ["", "KO", "K5", "K10"]
    guard rules.contains(minimumCell) else {
      throw .unknown("per questo dataset la cella minima", minimumCell, among: rules)
    }
    let when: Counting.When
    switch (day, year) {
    case (let day?, nil): when = .day(try fields.day(day))
    case (nil, let year?): when = .year(try fields.number(year))
    case (nil, nil): when = .asOf
    default: throw DeclarationError("«giorno» e «anno» non possono stare insieme")
    }
    var conditions: [Condition] = []
    for filter in filters { conditions.append(try filter.condition(fields)) }
    try DeclaredCondition.check(conditions, fields)
    var divided: [Counting.Breakdown] = []
    for name in breakdowns { divided.append(try fields.breakdown(name)) }
    guard Set(breakdowns).count == breakdowns.count else {
      throw DeclarationError("una delle «scomposizioni» è scritta due volte")
    }
    var place: FactField?
    if let comune { place = try fields.place(comune) }
    var who = set.table.usualPerson
    if let protects { who = try whom(protects, fields) }
    let counting = Counting(
      set.table, where: conditions, when: when, place: place, by: divided,
      measure: try measure.measure(fields), protects: who, levels: levels)
    switch counting.measure {
    case .share(let hits), .shareOfDistinct(_, let hits):
      try DeclaredCondition.check(conditions + hits, fields)
    default: break
    }
    guard measure.units.isEmpty || measure.units.contains(unit) else {
      let fit = measure.units.map { "«\($0.rawValue)»" }.joined(separator: ", ")
      throw DeclarationError("l'unità di questa misura è \(fit), non «\(unit.rawValue)»")
    }
    if case .distribution(let field) = counting.measure,
      !divided.contains(where: { $0.field == field })
    {
      throw DeclarationError("il «campo» di una distribuzione va anche fra le «scomposizioni»")
    }
    if set.table.concernsPersons {
      try DelicateCodes(fields).check(counting, minimumCell: minimumCell)
    }
    var definition = Definition(
      slug: slug, code: code, family: "", name: name.text, unit: unit, direction: direction,
      formula: formula.text, caveats: caveats.text, source: source, minimumCell: minimumCell)
    if case .wait(let wait) = counting.measure { definition.parts = .waits(wait.horizons) }
    return Indicator(definition: definition, counting: counting)
  }

  private func checkNames(_ others: [Definition]) throws(DeclarationError) {
    let isSlug = slug.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == 45
    }
    guard isSlug, let first = slug.utf8.first, (97...122).contains(first), slug.count <= 60 else {
      throw DeclarationError(
        "lo slug «\(slug.prefix(60))» può avere solo minuscole, cifre e trattini, comincia con una "
          + "lettera e ha al più 60 caratteri")
    }
    guard !others.contains(where: { $0.slug == slug }) else {
      throw DeclarationError("lo slug «\(slug)» è già di un altro indicatore")
    }
    guard code.count <= 12, code.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
      throw DeclarationError(
        "il codice «\(code.prefix(60))» può avere solo lettere, cifre e trattini, e al più 12 caratteri"
      )
    }
    if !code.isEmpty, let other = others.first(where: { $0.code == code }) {
      throw DeclarationError("il codice «\(code)» è già dell'indicatore «\(other.slug)»")
    }
  }

  /// Whom the minimum cell counts: in a dataset of persons, persons, or there would be none to count.
  private func whom(_ name: String, _ fields: FieldNames) throws(DeclarationError) -> FactField {
    let found = try fields.named(name)
    if !fields.dataset.table.concernsPersons || found.field == fields.dataset.table.usualPerson {
      return found.field
    }
    guard case .person = found.kind else {
      throw DeclarationError(
        "il campo «\(name)» non dice di chi è una riga: non si può proteggere per esso")
    }
    return found.field
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
