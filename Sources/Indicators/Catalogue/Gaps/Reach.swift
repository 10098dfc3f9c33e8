import Warehouse

/// TG and PP: what is within reach, by travel time between comuni.
extension Indicator {
  static let accessibility = Indicator(
    "TG8", "accessibilita",
    Text("Posti raggiungibili per 1.000 residenti", "Places within reach per 1,000 residents"),
    .perThousand, .higherIsBetter, cell: "",
    formula: Text(
      "E2SFCA con soglia d0 di 30 minuti e peso w = (e^(−½(d/d0)²) − e^(−½)) / (1 − e^(−½)): A_i = Σ_j w_ij posti_j / Σ_k w_kj residenti_k, nel territorio la media pesata con i residenti; «.15» e «.45» cambiano la soglia; «.bilanciata»: A_i = Σ_j (w_ij / Σ_i w_ij) posti_j / Σ_k residenti_k (w_kj / Σ_j w_kj)",
      "E2SFCA with a limit d0 of 30 minutes and weight w = (e^(−½(d/d0)²) − e^(−½)) / (1 − e^(−½)): A_i = Σ_j w_ij places_j / Σ_k w_kj residents_k, over a territory the mean weighted by residents; “.15” and “.45” change the limit; “.bilanciata”: A_i = Σ_j (w_ij / Σ_i w_ij) places_j / Σ_k residents_k (w_kj / Σ_j w_kj)"
    ),
    caveats: Text(
      "Posti delle offerte attive, senza quelle online: in sede, nel comune della sede legale dell'ente se è fra quelli serviti; gli altri divisi fra i comuni serviti secondo i residenti. I centri dei comuni stanno per chi vi abita. \(withoutPlace.it)",
      "Places of active offers but those online: given at a seat, in the municipality of the organisation's registered seat where it is among those served; the others divided among the municipalities served by residents. Centres stand for inhabitants. \(withoutPlace.en)"
    ),
    source: .both("Luo & Wang (2003); Dai (2010); Páez, Higgins & Vivona (2019)"),
    parts: [
      Definition.Part("15", Text("entro 15 minuti", "within 15 minutes"), .perThousand),
      Definition.Part("45", Text("entro 45 minuti", "within 45 minutes"), .perThousand),
      Definition.Part(
        "bilanciata", Text("bilanciata, entro 30 minuti", "balanced, within 30 minutes"),
        .perThousand),
    ],
    needing: [Need(.serviceOffer, .capacity)],
    .code(inputs: [.serviceOffer, .travelTime]) { c in
      let times = try c.travelTimes()
      let supply = try c.placesByComune()
      let people = c.frame.comuni.indices.map { c.residents(ofComune: $0) }
      func access(_ limit: Double, balanced: Bool = false) -> [Double] {
        balanced
          ? FloatingCatchment.balanced(
            population: people, supply: supply, times: times, within: limit)
          : FloatingCatchment.access(
            population: people, supply: supply, times: times, within: limit)
      }
      let figures = [
        ("", access(30)), (".15", access(15)), (".45", access(45)),
        (".bilanciata", access(30, balanced: true)),
      ]
      return c.frame.units.indices.flatMap { unit -> [Observation] in
        let members = c.frame.members(of: unit)
        let whole = members.reduce(0) { $0 + people[$1] }
        guard whole > 0 else { return [] }
        return figures.map { suffix, values in
          let mean = members.reduce(0) { $0 + values[$1] * people[$1] } / whole
          return c.observe("accessibilita" + suffix, unit: unit, 1000 * mean)
        }
      }
    },
    example: .code(
      "Due sedi con 10 e 5 posti, tre comuni: 10 per 1.000 nel primo (pesi 0/1, 30 minuti).",
      "Two sites of 10 and 5 places, three comuni: 10 per 1,000 in the first (weights 0/1, 30 minutes).",
      10
    ) {
      1000
        * FloatingCatchment.access(
          population: [1000, 500, 200], supply: [10, 5], times: [[10, 25], [28, 5], [45, 35]],
          within: 30, decay: .none)[0]
    })

  static let withoutOffer = Indicator(
    "TG10", "comuni-senza-offerta",
    Text("Residenti senza offerta entro 30 minuti", "Residents with no offer within 30 minutes"),
    .share, .lowerIsBetter, cell: "KO",
    formula: Text(
      "residenti dei comuni senza un ente attivo sul servizio entro 30 minuti / residenti; «.comuni» = quanti comuni",
      "residents of municipalities with no provider active on the service within 30 minutes / residents; “.comuni” = how many municipalities"
    ),
    caveats: Text(
      "Offerta dichiarata: un ente può dichiarare più comuni di quanti ne serva. \(withoutPlace.it)",
      "Declared offer: an organisation may declare more municipalities than it serves. \(withoutPlace.en)"
    ),
    source: Text("Definizione del catalogo", "Definition of the catalogue"),
    parts: [
      Definition.Part(
        "comuni", Text("comuni senza offerta", "municipalities with no offer"), .count)
    ],
    .code(inputs: [.serviceOffer, .travelTime]) { c in
      let times = try c.travelTimes()
      let served = try c.servedComuni()
      let people = c.frame.comuni.indices.map { c.residents(ofComune: $0) }
      return served.sorted { $0.key < $1.key }.flatMap { service, comuni -> [Observation] in
        let outside = Set(
          c.frame.comuni.indices.filter { !times.reach(from: $0, to: comuni, within: 30) })
        return c.wideUnits.flatMap { unit -> [Observation] in
          let members = c.frame.members(of: unit)
          let without = members.filter(outside.contains)
          let whole = members.reduce(0) { $0 + people[$1] }
          let left = without.reduce(0) { $0 + people[$1] }
          return [
            c.observe(
              "comuni-senza-offerta", unit: unit, "servizio", service,
              whole > 0 ? left / whole : nil,
              of: left, over: whole),
            c.observe(
              "comuni-senza-offerta.comuni", unit: unit, "servizio", service, Double(without.count)),
          ]
        }
      }
    },
    example: .code(
      "200 residenti su 1.700 senza sedi entro 30 minuti: 11,8 %.",
      "200 residents of 1,700 with no site within 30 minutes: 11.8%.", 0.117647
    ) { 200.0 / 1700 })

  static let nearPoint = Indicator(
    "PP1", "residenti-vicini-pdp",
    Text(
      "Residenti entro 15 minuti da un Punto di Prossimità",
      "Residents within 15 minutes of a Proximity Point"),
    .share, .higherIsBetter, cell: "",
    formula: Text(
      "residenti dei comuni entro 15 minuti da un punto aperto / residenti; «.entro-30» a 30 minuti",
      "residents of municipalities within 15 minutes of an open point / residents; “.entro-30” at 30 minutes"
    ),
    caveats: Text(
      "Distanze fra centri dei comuni: nei comuni grandi dicono poco.",
      "Distances between centres of municipalities: they say little in large ones."),
    source: Text("Definizione del catalogo", "Definition of the catalogue"),
    parts: [
      Definition.Part(
        "entro-30", Text("con il limite a 30 minuti", "with the limit at 30 minutes"), .share)
    ],
    .code(inputs: [.proximityPoint, .travelTime]) { c in
      let times = try c.travelTimes()
      let points = Set(try c.openPoints())
      let people = c.frame.comuni.indices.map { c.residents(ofComune: $0) }
      return c.wideUnits.flatMap { unit in
        [("", 15.0), (".entro-30", 30)].map { suffix, limit in
          let members = c.frame.members(of: unit)
          let near = members.filter { times.reach(from: $0, to: points, within: limit) }
          let whole = members.reduce(0) { $0 + people[$1] }
          let reached = near.reduce(0) { $0 + people[$1] }
          return c.observe(
            "residenti-vicini-pdp" + suffix, unit: unit, whole > 0 ? reached / whole : nil,
            of: reached, over: whole)
        }
      }
    },
    example: .code(
      "1.500 residenti su 1.700 entro la soglia: 88,2 %.",
      "1,500 residents of 1,700 within the limit: 88.2%.", 0.882353
    ) { 1500.0 / 1700 })

  static let placement = Indicator(
    "PP4", "priorita-localizzazione",
    Text("Dove aprire il prossimo punto", "Where to open the next point"),
    .count, .descriptive, cell: "",
    formula: Text(
      "per k = 1, 2, 3: residenti di 65 e più che i k comuni migliori portano entro 15 minuti da un punto (copertura massima esatta); «.minuti» = minuti-persona risparmiati, in interi, dai k migliori della p-mediana; «.senza-eta» = lo stesso con tutti i residenti; di un ambito, fra i suoi comuni e per i suoi soli residenti",
      "for k = 1, 2, 3: residents 65 and over whom the best k municipalities bring within 15 minutes of a point (exact maximal covering); “.minuti” = whole person-minutes saved by the best k of the p-median; “.senza-eta” = the same with all residents; of a district, among its municipalities and for its residents alone"
    ),
    caveats: Text(
      "I pesi sono una scelta politica: se con tutti i residenti la scelta cambia, è sensibile. La nota nomina i comuni. Chi è a più di 60 minuti conta come a 60.",
      "Weights are a political choice: if with all residents the choice changes, it is sensitive. The note names the municipalities. Beyond 60 minutes counts as 60."
    ),
    source: .both("Church & ReVelle (1974); Hakimi (1964)"),
    parts: [
      Definition.Part("minuti", Text("minuti-persona risparmiati", "person-minutes saved"), .count),
      Definition.Part(
        "senza-eta", Text("pesando tutti i residenti", "weighing all residents"), .count),
    ],
    .code(inputs: [.proximityPoint, .travelTime]) { c in
      let times = try c.travelTimes()
      let points = Set(try c.openPoints())
      return c.wideUnits.flatMap { unit -> [Observation] in
        let members = c.frame.members(of: unit)
        let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
        // By site, who has a way to it.
        var comers = members.map { _ in [Ways.Way]() }
        for (from, comune) in members.enumerated() {
          for way in times[comune] {
            guard let site = place[way.place] else { continue }
            comers[site].append(Ways.Way(place: from, minutes: way.minutes))
          }
        }
        let reach = comers.map { $0.filter { $0.minutes <= 15 }.map(\.place) }
        // A point across the border serves them as well.
        let covered = Set(
          members.indices.filter { times.reach(from: members[$0], to: points, within: 15) })
        let now = members.map { comune in
          times[comune].filter { points.contains($0.place) }.reduce(60) { min($0, $1.minutes) }
        }
        let old = members.map { c.residents(ofComune: $0, ages: 65...130) }
        let all = members.map { c.residents(ofComune: $0) }
        let weights = old.reduce(0, +) > 0 ? old : all
        return (1...3).flatMap { k -> [Observation] in
          func one(_ suffix: String, _ solution: SiteSelection.Solution) -> Observation {
            c.observe(
              "priorita-localizzazione" + suffix, unit: unit, "punti", "\(k)",
              solution.value.rounded(),
              note: solution.sites.map { c.frame.comuni[members[$0]].name }
                .joined(separator: ", "))
          }
          return [
            one(
              "",
              SiteSelection.maximalCovering(weights: weights, reach: reach, covered: covered, k: k)),
            one(
              ".minuti",
              SiteSelection.median(weights: weights, times: Ways(comers), now: now, k: k)),
            one(
              ".senza-eta",
              SiteSelection.maximalCovering(weights: all, reach: reach, covered: covered, k: k)),
          ]
        }
      }
    },
    example: .code(
      "Tre comuni con 100, 80 e 30 anziani; il secondo raggiunge sé e il terzo: 110.",
      "Three municipalities with 100, 80 and 30 older residents; the second reaches itself and the third: 110.",
      110
    ) {
      SiteSelection.maximalCovering(weights: [100, 80, 30], reach: [[0], [1, 2], [2]], k: 1).value
    })

  static let isolation = Indicator(
    "TR5", "isolamento", Text("Residenti isolati", "Isolated residents"), .share, .lowerIsBetter,
    cell: "",
    formula: Text(
      "residenti dei comuni senza posti raggiungibili entro 30 minuti e a più di 40 minuti dal polo / residenti",
      "residents of municipalities with no place within 30 minutes and over 40 minutes from the pole / residents"
    ),
    caveats: Text(
      "Le linee pubbliche non sono consegnate: la lontananza dal polo ne prende il posto. I posti sono dove li mette TG8; quelli online non contano.",
      "Public lines are not delivered: distance from the pole stands for them. Places are where TG8 puts them; those online do not count."
    ),
    source: Text(
      "Soglia dei comuni periferici della SNAI (40,9 minuti)",
      "Threshold of peripheral municipalities of the SNAI (40.9 minutes)"),
    .code(inputs: [.serviceOffer, .travelTime]) { c in
      let times = try c.travelTimes()
      let supply = try c.placesByComune()
      let isolated = c.frame.comuni.indices.filter { i in
        !times[i].contains { supply[$0.place] > 0 && $0.minutes <= 30 }
          && (c.frame.comuni[i].minutesToPole ?? 0) > 40
      }
      return c.wideUnits.map { unit in
        let members = c.frame.members(of: unit)
        let whole = members.reduce(0) { $0 + c.residents(ofComune: $1) }
        let left = members.filter(isolated.contains).reduce(0) { $0 + c.residents(ofComune: $1) }
        return c.observe(
          "isolamento", unit: unit, whole > 0 ? left / whole : nil, of: left, over: whole)
      }
    },
    example: .code("50 residenti su 1.000: 5 %.", "50 residents of 1,000: 5%.", 0.05) {
      50.0 / 1000
    })
}

extension Computation {
  /// Comuni with a Punto di Prossimità open at the as-of date.
  func openPoints() throws -> [Int] {
    try store.currentProximityPoints().filter {
      $0.openedOn <= asOf && ($0.closedOn.map { $0 > asOf } ?? true)
    }.compactMap { comune($0.comune) }
  }

  /// Places one can travel to, of the active offers: at the seat of who gives them there, where it is known; otherwise
  /// divided among the comuni served by residents.
  func placesByComune() throws -> [Double] {
    let seats = Dictionary(
      try store.currentProviders().map { ($0.fiscalCode, comune($0.comune)) }
    ) { first, _ in first }
    var places = [Double](repeating: 0, count: frame.comuni.count)
    for offer in try store.placedOffers(on: asOf)
    where offer.capacityUnit == "posti" && offer.mode != "online" {
      var sites = covered(offer)
      // A seat elsewhere is not where those of this territory are received.
      if offer.mode == "sede", let seat = seats[offer.provider] ?? nil, sites.contains(seat) {
        sites = [seat]
      }
      let whole = sites.reduce(0) { $0 + residents(ofComune: $1) }
      guard whole > 0, let capacity = offer.capacity else { continue }
      for comune in sites { places[comune] += capacity * residents(ofComune: comune) / whole }
    }
    return places
  }

  func covered(_ offer: ServiceOffer) -> [Int] {
    offer.comuni.isEmpty ? Array(frame.comuni.indices) : offer.comuni.compactMap { comune($0) }
  }

  /// By first-level service, the comuni with an active offer.
  func servedComuni() throws -> [String: Set<Int>] {
    var served: [String: Set<Int>] = [:]
    for offer in try store.placedOffers(on: asOf) where offer.service != "ND" {
      served[Counting.Breakdown.heading(offer.service), default: []].formUnion(covered(offer))
    }
    return served
  }
}
