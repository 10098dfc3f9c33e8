import Warehouse

/// NC6: places offered per hundred residents of the target population.
public enum PlacesPerHundred {
  public static let definition = Definition(
    slug: "posti-per-100", code: "NC6", family: "NC",
    name: Text(it: "Posti ogni 100 residenti", en: "Places per 100 residents"),
    unit: .perHundred, direction: .higherIsBetter,
    formula: Text(
      it: """
        100 × posti delle offerte attive alla data di riferimento / residenti del territorio, per area di utenza \
        i residenti della sua età; i posti di un'offerta su più comuni sono ripartiti fra loro secondo i residenti
        """,
      en: """
        100 × places of the offers active at the as-of date / residents of the territory, by user area those of \
        its ages; the places of an offer over several municipalities are divided among them by residents
        """),
    caveats: Text(
      it: """
        Il posto non è dove si risiede: un comune può essere servito da posti di altri. \(aLevel.it) \
        \(withoutPlace.it)
        """,
      en: """
        A place is not where one lives: a municipality may be served by places elsewhere. \(aLevel.en) \
        \(withoutPlace.en)
        """),
    source: Text("Definizione del catalogo", "Definition of the catalogue"), minimumCell: "KO"
  )
  .reading(
    [.serviceOffer, .population], by: ["servizio", "area_utenza"],
    WorkedExample(
      "Un'offerta di 20 posti per tutto il territorio, che ha 1.000 residenti: 100 × 20 / 1.000 = 2.",
      "An offer of 20 places for the whole territory, which has 1,000 residents: 100 × 20 / 1,000 = 2.",
      [
        .serviceOffer: [
          [
            .service: "A1", .comuni: "tutti", .capacity: "20", .capacityUnit: "posti",
            .startsOn: "2025-01-01",
          ]
        ]
      ], in: 2026, 2))

  static func observations(
    store: Store, frame: Frame, residents: Residents, asOf: Day
  ) throws -> [Observation] {
    let offers = try store.placedOffers(on: asOf).filter {
      $0.capacityUnit == "posti" && $0.capacity != nil
    }
    guard !offers.isEmpty else { return [notReceived(definition.slug, asOf)] }
    let place = Dictionary(
      uniqueKeysWithValues: frame.comuni.enumerated().map { ($1.istat, $0) })
    let population = residents.ofComuni(in: asOf.year).map(Double.init)
    /// By what is offered: of each comune, its part of the places.
    var places: [Subject: [Double]] = [.init(): [Double](repeating: 0, count: population.count)]
    for offer in offers {
      let covered =
        offer.comuni.isEmpty
        ? Array(frame.comuni.indices) : offer.comuni.compactMap { place[$0] }
      let whole = covered.reduce(0) { $0 + population[$1] }
      guard whole > 0 else { continue }
      for subject in subjects(of: offer) {
        for comune in covered {
          places[subject, default: [Double](repeating: 0, count: population.count)][comune] +=
            offer.capacity! * population[comune] / whole
        }
      }
    }
    var all: [Observation] = []
    for (subject, places) in places {
      // Of a service everybody is the target, of a user area those of its ages.
      let target = frame.modalities.firstIndex {
        $0.dimension == subject.dimension && $0.code == subject.code
      }
      for unit in frame.units.indices {
        guard let whole = residents.count(unit: unit, year: asOf.year, modality: target ?? 0) else {
          continue
        }
        let count = frame.members(of: unit).reduce(0) { $0 + places[$1] }
        if count == 0, subject != Subject() { continue }
        all.append(
          Observation(
            indicator: definition.slug, territory: frame.units[unit], period: .year(asOf.year),
            dimension: subject.dimension, modality: subject.code,
            value: 100 * count / Double(whole), numerator: count, denominator: Double(whole)))
      }
    }
    return all
  }

  private struct Subject: Hashable {
    var dimension = "totale"
    var code = "totale"
  }

  /// All places, those of a service and those of a user area; of what nobody recognised there is nothing to say
  /// by itself.
  private static func subjects(of offer: ServiceOffer) -> [Subject] {
    let named = [
      Subject(dimension: "servizio", code: Counting.Breakdown.heading(offer.service)),
      Subject(dimension: "area_utenza", code: offer.userArea ?? "ND"),
    ]
    return [Subject()] + named.filter { $0.code != "ND" }
  }
}

/// NC10: in how many comuni somebody offers a service.
public enum OfferCoverage {
  public static let definition = Definition(
    slug: "copertura-offerta", code: "NC10", family: "NC",
    name: Text(it: "Copertura territoriale dell'offerta", en: "Territorial coverage of the offer"),
    unit: .share, direction: .higherIsBetter,
    formula: Text(
      it: """
        comuni con almeno un ente che offre il servizio alla data di riferimento / comuni del territorio; \
        «.almeno-2» e «.almeno-3» chiedono più enti, «.residenti» pesa i comuni con i residenti
        """,
      en: """
        municipalities with at least one organisation offering the service at the as-of date / those of \
        the territory; “.almeno-2” and “.almeno-3” ask for more, “.residenti” weighs municipalities by residents
        """),
    caveats: Text(
      it: """
        Conta l'offerta dichiarata: un ente può dichiarare più comuni di quanti ne serva. Non si chiede che \
        vi abbia erogato qualcosa negli ultimi dodici mesi: direbbe dove qualcuno è stato servito e dove \
        nessuno, anche di territori il cui numero è riservato. \(aLevel.it) \(withoutPlace.it)
        """,
      en: """
        It counts what is declared: an organisation may declare more municipalities than it serves. That it \
        delivered something there in the last twelve months is not asked: it would tell where somebody was \
        served and where nobody, also of territories whose number is withheld. \(aLevel.en) \
        \(withoutPlace.en)
        """),
    source: Text("Definizione del catalogo", "Definition of the catalogue"), minimumCell: "KO"
  )
  .reading(
    [.serviceOffer], by: ["servizio"],
    WorkedExample(
      "Due comuni, e un solo ente che offre il servizio nel primo: 1 / 2 = 50 %.",
      "Two municipalities, and one organisation that offers the service in the first: 1 / 2 = 50%.",
      residents: [1000, 1000],
      [
        .serviceOffer: [
          [.service: "A1", .comuni: WorkedExample.code(0), .startsOn: "2025-01-01"]
        ]
      ], in: 2026, 0.5))

  static func observations(
    store: Store, frame: Frame, residents: Residents, asOf: Day
  ) throws -> [Observation] {
    let offers = try store.placedOffers(on: asOf)
    guard !offers.isEmpty else { return [notReceived(definition.slug, asOf)] }
    let place = Dictionary(
      uniqueKeysWithValues: frame.comuni.enumerated().map { ($1.istat, $0) })
    let population = residents.ofComuni(in: asOf.year)
    let services = Set(offers.map { Counting.Breakdown.heading($0.service) }).subtracting(["ND"])
      .sorted()
    var all: [Observation] = []
    for service in ["totale"] + services {
      var providers = [Set<String>](repeating: [], count: frame.comuni.count)
      for offer in offers where service == "totale" || offer.service.hasPrefix(service) {
        let covered =
          offer.comuni.isEmpty
          ? Array(frame.comuni.indices) : offer.comuni.compactMap { place[$0] }
        for comune in covered { providers[comune].insert(offer.provider) }
      }
      for unit in frame.units.indices {
        let members = frame.comuni.indices.filter { frame.unitsOfComune[$0].contains(unit) }
        guard !members.isEmpty else { continue }
        func observe(_ suffix: String, _ part: Double, of whole: Double) {
          all.append(
            Observation(
              indicator: definition.slug + suffix, territory: frame.units[unit],
              period: .year(asOf.year), dimension: service == "totale" ? "totale" : "servizio",
              modality: service, value: whole > 0 ? part / whole : nil, numerator: part,
              denominator: whole))
        }
        for (suffix, least) in [("", 1), (".almeno-2", 2), (".almeno-3", 3)] {
          let covered = members.filter { providers[$0].count >= least }
          observe(suffix, Double(covered.count), of: Double(members.count))
        }
        let inhabitants = members.reduce(0) { $0 + population[$1] }
        let served = members.filter { !providers[$0].isEmpty }.reduce(0) { $0 + population[$1] }
        observe(".residenti", Double(served), of: Double(inhabitants))
      }
    }
    return all
  }
}

/// The caveat of what is there on a day: a quarter or a half-year has no number of its own.
private let aLevel = Text(
  it:
    "È un livello, quello della data di riferimento, e sta sotto il suo anno: le edizioni di date diverse dicono come cambia.",
  en:
    "It is a level, that of the as-of date, and stands under its year: editions of different dates tell how it changes."
)

/// The caveat of what is counted where it is offered.
let withoutPlace = Text(
  it: "I servizi il cui luogo è riservato (centri antiviolenza) non vi sono.",
  en: "Services whose place is confidential (anti-violence centres) are not in it.")

/// An indicator whose sources were never delivered is "non pervenuto", not absent.
func notReceived(_ slug: String, _ asOf: Day) -> Observation {
  Observation(
    indicator: slug, territory: .total, period: .year(asOf.year), status: .notReceived)
}

/// Its sources were delivered, and the fields it rests on left empty by all.
func neverFilled(_ slug: String, _ asOf: Day) -> Observation {
  var one = notReceived(slug, asOf)
  one.note = "campo mai compilato"
  return one
}
