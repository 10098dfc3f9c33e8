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
        "id_richiesta": .init(.requestID, .name), "id_persona": .init(.person, .person),
        "data_richiesta": .init(.requestedOn, .date), "data_esito": .init(.decidedOn, .date),
        "data_chiusura": .init(.closedOn, .date), "date_presunte": .init(.hasPresumedDates, .flag),
        "canale": .init(.channel, .code(.init(["pdp", "sportello", "telefono"]))),
        "comune": .init(.comune, .comune), "anno_nascita": .init(.birthYear, .number(1900...2100)),
        "area_utenza": .init(
          .userArea, .code(.init(["ANZ", "DIP", "DIS", "FAM"], sensitive: ["DIP", "DIS"]))),
        "servizio": .init(
          .service,
          .code(.init(["A", "A1", "A2", "A3", "C", "C1"], sensitive: ["A3"], secret: ["A3"]))),
        "esito": .init(.outcome, .code(.init(["rinuncia", "attivata"]))),
        "ente": .init(.provider, .name), "id_servizio": .init(.offerID, .name),
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
      .indicator(names, beside: Catalogue.definitions)
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
    let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    var compared = 0
    for one in all where one.indicator == mine && one.value != nil {
      var other = one
      other.indicator = theirs
      guard let found = byID[other.id], found.value != nil else { continue }
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
      "non è una data; lo sono, fra gli altri, «data_esito»"
    ),
    ("\"misura\": {\"tipo\": \"conteggio\", \"entro\": [3]}", "non legge la chiave «misura.entro»"),
    (waiting("[30, 30]"), "giorni diversi"), (waiting("[-5]"), "fra 1 e 3650"),
    (waiting("[\"30\"]"), "«misura.entro» vuole un elenco di numeri interi"),
    ("\"misura\": {\"tipo\": \"tasso\", \"per\": 0}", "100, 1000 o 5000"),
    ("\"misura\": {\"tipo\": \"tasso\", \"eta_da\": 80, \"eta_a\": 20}", "età crescenti"),
    ("\"misura\": {\"tipo\": \"tasso\"}", "l'unità di questa misura è «per_1000»"),
    ("\"misura\": {\"tipo\": \"somma\", \"campo\": \"canale\"}", "non è un numero"),
    ("\"misura\": {\"tipo\": \"media\", \"campo\": \"id_persona\"}", "non è un numero"),
    (counted("\"codice\": \"NC1\""), "è già dell'indicatore «copertura-popolazione»"),
    (counted("\"scomposizioni\": [\"canale\", \"canale\"]"), "scritta due volte"),
    (counted("\"scomposizioni\": [\"id_richiesta\"]"), "codice di un elenco"),
    (counted("\"scomposizioni\": [\"anno_nascita\"]"), "codice di un elenco"),
    (counted("\"protegge\": \"id_richiesta\""), "non si può proteggere"),
    (counted("\"anno\": \"canale\""), "non possono stare insieme"),
    (condition("\"campo\": \"canale\""), "deve dire una cosa sola"),
    (condition("\"campo\": \"canale\", \"vale\": true"), "di «canale» non si può dire «vale»"),
    (
      condition("\"campo\": \"data_esito\", \"almeno\": 3"),
      "di «data_esito» non si può dire «almeno»"
    ),
    (condition("\"campo\": \"canale\", \"uno_di\": []"), "è vuoto"),
    (
      condition("\"campo\": \"canale\", \"uno_di\": \"pdp\""),
      "«condizioni[1].uno_di» vuole un elenco"
    ),
    (
      condition("\"campo\": \"area_utenza\", \"uno_di\": [\"ANZIANI\"]"),
      "il codice di «area_utenza» «ANZIANI» non esiste: le più vicine sono «ANZ»"
    ),
    (condition("\"campo\": \"data_esito\", \"visto_da_giorni\": -1"), "da 0 a 3650"),
    (condition("\"campo\": \"id_persona\", \"uno_di\": [\"X\"]"), "non si può dire «uno_di»"),
    (condition("\"campo\": \"anno_nascita\", \"almeno\": 19400"), "va da 1900 a 2100"),
    (
      condition(
        "\"campo\": \"anno_nascita\", \"al_massimo\": 1}, {\"campo\": \"canale\", \"presente\": true"
      ), "va da 1900 a 2100"
    ),
  ]) func aMistakeIsOneSentence(_ rest: String, _ expected: String) {
    #expect {
      try Self.indicator(Self.declared("mio", "numero", rest))
    } throws: { "\($0)".contains(expected) }
  }

  private static func counted(_ rest: String) -> String {
    "\"misura\": {\"tipo\": \"conteggio\"}, \(rest)"
  }

  private static func condition(_ said: String) -> String {
    counted("\"condizioni\": [{\(said)}]")
  }

  private static func waiting(_ days: String) -> String {
    "\"misura\": {\"tipo\": \"durata\", \"da\": \"data_richiesta\", \"a\": \"data_esito\", "
      + "\"entro\": \(days)}"
  }

  /// What the tables protect as a modality, or tell nowhere, a condition may not pick out by itself.
  @Test(arguments: [
    ("area_utenza", "uno_di", "DIP", "K10"), ("area_utenza", "nessuno_di", "DIP", "K10"),
    ("servizio", "uno_di", "A3", "totale"), ("servizio", "nessuno_di", "A3", "totale"),
    ("servizio", "uno_di", "A1\", \"A2", "totale"),
  ]) func whatIsDelicateIsNotPickedOut(
    _ field: String, _ word: String, _ codes: String, _ expected: String
  ) throws {
    func declared(_ cell: String, _ level: String) throws -> Indicator {
      try Self.indicator(
        Self.declared(
          "mio", "numero", cell: cell,
          Self.condition("\"campo\": \"\(field)\", \"\(word)\": [\"\(codes)\"]")
            + ", \"livello\": \"\(level)\""))
    }
    #expect {
      try declared("K5", "comune")
    } throws: { "\($0)".contains("deve essere «\(expected)»") }
    #expect(try declared("K10", "totale").counting?.levels == .whole)
    if expected == "totale" {
      #expect(throws: DeclarationError.self) { try declared("K10", "ats") }
    }
  }

  /// It may be a refuge: which one it is no list says.
  @Test(arguments: ["ente", "id_servizio"], ["uno_di", "nessuno_di"])
  func whoAnswersIsNotToldFromOthers(_ field: String, _ word: String) throws {
    let condition = Self.condition("\"campo\": \"\(field)\", \"\(word)\": [\"99990019996\"]")
    for (cell, level) in [("K10", "comune"), ("K10", "ats"), ("K5", "totale")] {
      #expect {
        try Self.indicator(
          Self.declared("mio", "numero", cell: cell, condition + ", \"livello\": \"\(level)\""))
      } throws: { "\($0)".contains("una condizione su «\(field)»") }
    }
    let whole = Self.declared("mio", "numero", cell: "K10", condition + ", \"livello\": \"totale\"")
    #expect(try Self.indicator(whole).counting?.levels == .whole)
  }

  /// A heading whole is what the tables show; what has nothing delicate in it is anybody's.
  @Test func whatIsNotDelicateIsCountedAnywhere() throws {
    for (field, codes, cell) in [
      ("servizio", "C1", "K5"), ("servizio", "A1\", \"A2\", \"A3", "K10"),
      ("area_utenza", "ANZ", "K5"),
    ] {
      let one = try Self.indicator(
        Self.declared(
          "mio", "numero", cell: cell,
          Self.condition("\"campo\": \"\(field)\", \"uno_di\": [\"\(codes)\"]")))
      #expect(one.counting?.levels == .comune)
    }
  }

  @Test func aKeyWrittenTwiceIsFound() {
    #expect(
      RepeatedKey.first(in: #"{"a": {"b": 1, "c": ["b", "b", {"b": "a"}]}, "d": "a"}"#.utf8) == nil)
    #expect(RepeatedKey.first(in: #"{"a": [{"b": "}\"{", "c": 2, "b": 3}]}"#.utf8) == "b")
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
