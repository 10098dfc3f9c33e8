import Glibc
import Indicators
import Warehouse

@testable import Reports

/// The observations of the sample evidence, from a small fixed generator: the same on every run.
enum SampleObservations {
  static let services = [
    NamedCode(code: "A", name: Text(it: "Accesso e valutazione", en: "Access and assessment")),
    NamedCode(code: "B", name: Text(it: "Inclusione e integrazione", en: "Inclusion")),
    NamedCode(code: "C", name: Text(it: "Domiciliarità", en: "Home care")),
    NamedCode(code: "E", name: Text(it: "Strutture residenziali", en: "Residential care")),
  ]
  static let userAreas = [
    NamedCode(code: "FAM", name: Text(it: "Famiglia e minori", en: "Families and minors")),
    NamedCode(
      code: "DIS", name: Text(it: "Persone con disabilità", en: "People with disabilities")),
    NamedCode(code: "ANZ", name: Text(it: "Persone anziane", en: "Older people")),
    NamedCode(code: "POV", name: Text(it: "Povertà e disagio", en: "Poverty")),
  ]
  static let channels = [
    NamedCode(code: "piattaforma", name: Text(it: "Piattaforma", en: "Platform")),
    NamedCode(code: "pdp", name: Text(it: "Punto di Prossimità", en: "Proximity point")),
    NamedCode(code: "sportello", name: Text(it: "Sportello comunale", en: "Municipal desk")),
    NamedCode(code: "telefono", name: Text(it: "Telefono", en: "Telephone")),
  ]

  static let territories: [TerritoryKey] =
    [.total, TerritoryKey(.ats, "LOC"), TerritoryKey(.ats, "CAU")]
    + SampleEvidence.comuni.map(\.key)

  static func all() -> [Observation] {
    var out: [Observation] = []
    for (t, territory) in territories.enumerated() {
      for (p, period) in SampleEvidence.periods.enumerated() {
        let residents = people(territory)
        for breakdown in [Breakdown.total, .userArea("ANZ")] {
          let factor = breakdown == .total ? 1.0 : 0.4
          let rate = 0.04 + 0.012 * Double(t % 5) + 0.004 * Double(p)
          out.append(
            share("copertura-popolazione", territory, period, breakdown, rate, residents * factor))
          out.append(
            share(
              "copertura-bisogni", territory, period, breakdown, 0.45 + 0.05 * Double(t % 6),
              residents * factor * 0.08))
          out.append(
            rate1000(territory, period, breakdown, 22 + Double((t * 7) % 19), residents * factor))
        }
        out += waiting("tempo-attivazione", territory, period, Double(28 + (t * 11) % 60), t)
        out += waiting("tempo-primo-contatto", territory, period, Double(4 + t % 7), t)
      }
      let gap = Double((t * 5) % 9) - 4
      if territory.kind == .comune {
        out.append(
          Observation(
            indicator: "divario-copertura", territory: territory, period: .half(2026, 1),
            value: t == 8 ? nil : gap, lower: t == 8 ? nil : gap - 1.8,
            upper: t == 8 ? nil : gap + 1.8, status: t == 8 ? .suppressed : .published))
        out.append(
          Observation(
            indicator: "posti-per-100", territory: territory, period: .half(2026, 1),
            value: Double(t % 4) * 0.8, numerator: Double(t % 4) * 8, denominator: 1000,
            status: t == 5 ? .provisional : .published))
      }
    }
    out += breakdowns() + territoryWide() + programme()
    return out.sorted { $0.id < $1.id }
  }

  private static func people(_ territory: TerritoryKey) -> Double {
    let comuni = SampleEvidence.comuni.filter {
      territory == .total || territory == $0.key || territory.code == $0.ats
    }
    return Double(comuni.reduce(0) { $0 + $1.residents })
  }

  /// Wilson's interval; withheld when few are counted, never delivered for one comune.
  private static func share(
    _ indicator: String, _ territory: TerritoryKey, _ period: Period, _ breakdown: Breakdown,
    _ rate: Double, _ denominator: Double
  ) -> Observation {
    let n = denominator.rounded()
    let x = (rate * n).rounded()
    var one = Observation(
      indicator: indicator, territory: territory, period: period, dimension: breakdown.dimension,
      modality: breakdown.modality)
    if territory.code == "080012" {
      one.status = .notReceived
    } else if x < 10 {
      one.status = .suppressed
    } else {
      let (p, z) = (x / n, 1.959964)
      let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
      let half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
      one.value = p
      one.lower = middle - half
      one.upper = middle + half
      one.numerator = x
      one.denominator = n
      if territory.code == "080009" { one.status = .provisional }
    }
    return one
  }

  private static func rate1000(
    _ territory: TerritoryKey, _ period: Period, _ breakdown: Breakdown, _ rate: Double,
    _ residents: Double
  ) -> Observation {
    let x = (rate * residents / 1000).rounded()
    let half = 1.96 * sqrt(x) * 1000 / residents
    return Observation(
      indicator: "richieste-per-1000", territory: territory, period: period,
      dimension: breakdown.dimension, modality: breakdown.modality, value: x * 1000 / residents,
      lower: max(0, x * 1000 / residents - half), upper: x * 1000 / residents + half, numerator: x,
      denominator: residents.rounded())
  }

  private static func waiting(
    _ indicator: String, _ territory: TerritoryKey, _ period: Period, _ median: Double, _ t: Int
  ) -> [Observation] {
    func one(_ part: String) -> Observation {
      Observation(indicator: indicator + part, territory: territory, period: period)
    }
    var middle = one(".mediana")
    var ninetieth = one(".p90")
    if t == 7 {
      middle.status = .notApplicable
      middle.note = "non raggiunta"
    } else if t == 9 {
      middle.status = .suppressed
    } else {
      middle.value = median
      middle.lower = median * 0.8
      middle.upper = median * 1.3
    }
    ninetieth.status = .notApplicable
    ninetieth.note = "non raggiunta"
    return [middle, ninetieth]
      + [30.0, 60, 90, 180].map { day in
        var within = one(".entro-\(Int(day))")
        if t == 9 {
          within.status = .suppressed
        } else {
          let share = 0.92 * (1 - exp(-0.69 * day / median))
          within.value = share
          within.lower = share - 0.05
          within.upper = min(1, share + 0.05)
        }
        return within
      }
  }

  private static func breakdowns() -> [Observation] {
    var out: [Observation] = []
    for territory in territories.prefix(3) {
      for (index, channel) in channels.enumerated() {
        out.append(
          Observation(
            indicator: "canali", territory: territory, period: .half(2026, 1), dimension: "canale",
            modality: channel.code, value: [0.22, 0.18, 0.41, 0.19][index],
            lower: [0.20, 0.16, 0.39, 0.17][index], upper: [0.24, 0.20, 0.43, 0.21][index]))
      }
      for (index, service) in services.enumerated() {
        out.append(
          Observation(
            indicator: "richieste-per-1000", territory: territory, period: .half(2026, 1),
            dimension: "servizio", modality: service.code, value: [9.1, 6.4, 11.8, 1.2][index],
            lower: [8.6, 6.0, 11.2, 1.0][index], upper: [9.6, 6.8, 12.4, 1.4][index]))
        out.append(
          Observation(
            indicator: "copertura-offerta", territory: territory, period: .half(2026, 1),
            dimension: "servizio", modality: service.code, value: [1, 0.5, 0.75, 0.25][index],
            numerator: [12, 6, 9, 3][index], denominator: 12))
      }
      for (index, area) in userAreas.enumerated() where area.code != "ANZ" {
        out.append(
          Observation(
            indicator: "richieste-per-1000", territory: territory, period: .half(2026, 1),
            dimension: "area_utenza", modality: area.code, value: [7.5, 5.2, 0, 6.6][index],
            lower: [7.1, 4.9, 0, 6.2][index], upper: [7.9, 5.5, 0, 7.0][index]))
      }
      out.append(
        Observation(
          indicator: "copertura-offerta", territory: territory, period: .half(2026, 1), value: 0.62,
          numerator: 30, denominator: 48))
      for (age, count) in [("totale", 318.0), ("0-30", 120), ("31-90", 98), ("91-180", 61)] {
        out.append(
          Observation(
            indicator: "arretrato", territory: territory, period: .month(2026, 6),
            dimension: age == "totale" ? "totale" : "anzianita", modality: age, value: count))
      }
    }
    return out
  }

  private static func territoryWide() -> [Observation] {
    [
      Observation(
        indicator: "theil-copertura", territory: .total, period: .half(2026, 1), value: 0.0797750,
        lower: 0.061, upper: 0.099),
      Observation(
        indicator: "theil-copertura.tra-ats", territory: .total, period: .half(2026, 1),
        value: 0.0091587),
      Observation(
        indicator: "theil-copertura.entro-ats", territory: .total, period: .half(2026, 1),
        value: 0.0706162),
    ]
  }

  /// Domain reference §7, PNRR at 31/03/2025.
  private static func programme() -> [Observation] {
    [("totale", 151_610_000), ("pnrr", 81_284_010), ("promotore", 147_969_248)].map {
      basis, cents in
      Observation(
        indicator: "avanzamento-finanziario." + basis, territory: .total, period: .year(2026),
        dimension: "programma", modality: SampleEvidence.cup, value: 24_396_146 / Double(cents),
        numerator: 243_961.46, denominator: Double(cents) / 100)
    } + [
      Observation(
        indicator: "tempo-trascorso", territory: .total, period: .year(2026),
        dimension: "programma", modality: SampleEvidence.cup, value: 0.6667)
    ]
  }
}
