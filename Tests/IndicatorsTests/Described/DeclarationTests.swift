import Foundation
import Testing
import Warehouse

@testable import Indicators

/// Indicators written by analysts: built-in ones said again as declarations must agree, and a mistake is
/// one sentence.
@Suite struct DeclarationTests {
  static let names = FactNames([
    "richieste": FactNames.Dataset(
      table: .serviceRequest,
      fields: [
        "data_richiesta": .requestedOn, "data_esito": .decidedOn, "data_chiusura": .closedOn,
        "date_presunte": .hasPresumedDates, "canale": .channel, "comune": .comune,
        "area_utenza": .userArea, "servizio": .service, "id_persona": .person, "esito": .outcome,
      ])
  ])

  static func declared(_ slug: String, _ unit: String, cell: String = "KP", _ rest: String)
    -> String
  {
    """
    {"slug": "\(slug)", "nome": {"it": "Prova", "en": "Trial"},
     "formula": {"it": "f", "en": "f"}, "avvertenze": {"it": "a", "en": "a"}, "fonte": "prova",
     "unita": "\(unit)", "direzione": "descrittivo", "cella_minima": "\(cell)",
     "dataset": "richieste", "giorno": "data_richiesta", "comune": "comune", \(rest)}
    """
  }

  static func indicator(_ json: String) throws -> Indicator {
    try JSONDecoder().decode(Declaration.self, from: Data(json.utf8))
      .indicator(names, taken: Set(Catalogue.definitions.map(\.slug)))
  }

  /// A paper has one name; a register has one in each language.
  @Test func theSourceMayBeSaidInEachLanguage() throws {
    let one = Self.declared(
      "tasso-mio", "per_1000", "\"misura\": {\"tipo\": \"tasso\", \"per\": 1000}")
    #expect(try Self.indicator(one).definition.source == .both("prova"))
    let two = one.replacing(
      "\"fonte\": \"prova\"", with: "\"fonte\": {\"it\": \"registro\", \"en\": \"register\"}")
    #expect(
      try Self.indicator(two).definition.source == Text(it: "registro", en: "register"))
  }

  private static func observations(
    _ world: RandomWarehouse = EngineTests.world
  ) throws -> [Observation] {
    try Engine(
      store: world.store, settings: try DisclosureSettings(),
      asOf: RandomWarehouse.asOf,
      declared: [
        indicator(
          declared("tasso-mio", "per_1000", "\"misura\": {\"tipo\": \"tasso\", \"per\": 1000}")),
        indicator(
          declared(
            "quota-mia", "quota",
            """
            "scomposizioni": ["area_utenza", "servizio"],
            "misura": {"tipo": "quota", "condizioni": [{"campo": "canale", "uno_di": ["pdp"]}]}
            """)),
        indicator(
          declared(
            "tempo-mio", "giorni", cell: "KM",
            """
            "condizioni": [{"campo": "date_presunte", "presente": false}],
            "misura": {"tipo": "durata", "da": "data_richiesta", "a": "data_esito",
              "fine": ["data_chiusura"], "entro": [30, 60, 90, 180]}
            """)),
      ]
    ).observations()
  }

  /// The built-in engine over requests is other code: pass, tally, roll-up and protection are its own.
  @Test(arguments: [
    ("tasso-mio", "richieste-per-1000"), ("quota-mia", "quota-assistita-pdp"),
    ("tempo-mio.entro-60", "tempo-decisione.entro-60"),
    ("tempo-mio.mediana", "tempo-decisione.mediana"),
  ]) func aDeclarationAgreesWithTheBuiltInOne(_ mine: String, _ theirs: String) throws {
    let all = try Self.observations()
    var compared = 0
    for one in all where one.indicator == mine && one.value != nil {
      var other = one
      other.indicator = theirs
      guard let found = all.first(where: { $0.id == other.id }), found.value != nil else {
        continue
      }
      compared += 1
      #expect(near(one.value, found.value, 1e-12), "\(one.id)")
      #expect(one.denominator == found.denominator, "\(one.id)")
      if let low = one.lower, let theirLow = found.lower { #expect(near(low, theirLow, 1e-9)) }
    }
    #expect(compared >= 8, "\(mine): \(compared)")
  }

  /// What is shown has enough persons on every side, and what is not shown carries no number.
  @Test func declaredSharesProtectPersons() throws {
    // Few enough requests for small cells to occur.
    let world = try RandomWarehouse(seed: 4, requests: 500)
    let shares = try Self.observations(world).filter { $0.indicator == "quota-mia" }
    #expect(shares.contains { $0.status == .suppressed } && shares.contains { $0.value != nil })
    for o in shares {
      if o.status == .suppressed {
        #expect(o.value == nil && o.numerator == nil && o.denominator == nil)
        continue
      }
      let cell = EngineTests().requests(of: o, in: world).filter { o.period.contains($0.asked) }
      for side in [cell.filter { $0.channel == "pdp" }, cell.filter { $0.channel != "pdp" }]
      where !side.isEmpty {
        let persons = Set(side.map(\.person)).count
        let comune = world.comuni.first { $0.istat == o.territory.code }
        let least = o.modality == "DIP" || (comune.map { $0.residents < 1000 } ?? false) ? 10 : 5
        #expect(persons >= least, "\(o.id): \(persons)")
      }
    }
  }

  @Test(arguments: [
    ("\"misura\": {\"tipo\": \"conteggio\"}, \"titolo\": 1", "la chiave «titolo»"),
    ("\"misura\": {\"tipo\": \"conteggi\"}", "«conteggio»"),
    (
      "\"misura\": {\"tipo\": \"quota\", \"condizioni\": [{\"campo\": \"canali\", \"presente\": true}]}",
      "il campo «canali» non esiste: le più vicine sono «canale»"
    ),
    ("\"misura\": {\"tipo\": \"quota\"}", "vuole le sue «condizioni»"),
    ("\"misura\": {\"tipo\": \"conteggio\"}, \"scomposizioni\": [\"id_persona\"]", "scomposizione"),
    (
      "\"misura\": {\"tipo\": \"durata\", \"da\": \"canale\", \"a\": \"data_esito\"}",
      "non è una data"
    ),
    (
      "\"misura\": {\"tipo\": \"conteggio\"}, \"condizioni\": [{\"campo\": \"canale\"}]",
      "deve dire una cosa sola"
    ),
  ]) func aMistakeIsOneSentence(_ rest: String, _ expected: String) {
    #expect {
      try Self.indicator(Self.declared("mio", "numero", rest))
    } throws: { "\($0)".contains(expected) }
  }

  /// Nobody can declare protection away.
  @Test(arguments: ["", "KO", "K3"]) func aDatasetOfPersonsKeepsItsMinimumCell(_ cell: String) {
    #expect {
      try Self.indicator(
        Self.declared("mio", "numero", cell: cell, "\"misura\": {\"tipo\": \"conteggio\"}"))
    } throws: { "\($0)".contains("cella minima") }
  }

  @Test func aSlugOfTheCatalogueIsTaken() {
    #expect {
      try Self.indicator(
        Self.declared("canali", "numero", "\"misura\": {\"tipo\": \"conteggio\"}"))
    } throws: { "\($0)".contains("già di un altro") }
  }
}
