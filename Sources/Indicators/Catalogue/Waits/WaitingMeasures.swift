import Warehouse

/// RT: giving up, emergencies, and how differently comuni answer.
extension Indicator {
  /// The days on which a request is over, as the time to activation (RT3) takes them: the two incidences
  /// are of one table.
  private static let leaving: [Wait.StandIn] = {
    let isOver = Condition.isOne(.outcome, OutcomeCodes.competing + [OutcomeCodes.rejection])
    return [
      .init(for: .closedOn, .decidedOn, onlyIf: [isOver]),
      .init(for: .startedOn, .closedOn),
      .init(for: .startedOn, .decidedOn, onlyIf: [isOver]),
    ]
  }()

  static let earlyContact = Indicator(
    "RT1b", "contatto-entro-7",
    Text("Primo contatto entro 7 giorni", "First contact within 7 days"), .share, .higherIsBetter,
    cell: "K5",
    formula: Text(
      "richieste con primo contatto o colloquio entro 7 giorni / richieste seguite per almeno 7 giorni",
      "requests with a first contact or interview within 7 days / requests followed for at least 7 days"
    ),
    caveats: Text(
      "Le date presunte sono escluse. Chi ha rinunciato prima di un contatto conta come non contattato. Riservata anche dove si ricaverebbe che pochi sono stati contattati fra l'8º e il 30º giorno (RT1).",
      "Presumed dates are left out. Who withdrew before any contact counts as not contacted. Withheld also where it would follow that few were contacted between the 8th and the 30th day (RT1)."
    ),
    source: .both("Wilson (1927)"),
    .facts(
      Counting(
        .serviceRequest,
        where: [.not(.flag(.hasPresumedDates, true)), .seenFor(.requestedOn, days: 7)],
        when: .day(.requestedOn), by: [.area, .service, .channel],
        measure: .share([.within(.requestedOn, .firstResponseOn, days: 7)]), protects: .person,
        levels: .ats)),
    example: .facts(
      "Quattro richieste: contattate lo stesso giorno, dopo 7 giorni, dopo 8, mai: 50 %. Una di tre giorni fa non è ancora giudicata.",
      "Four requests: contacted the same day, 7 days later, 8 days later, never: 50%. One of three days ago is not judged yet.",
      [
        [.requestedOn: "2026-01-10", .firstResponseOn: "2026-01-10"],
        [.requestedOn: "2026-01-10", .firstResponseOn: "2026-01-17"],
        [.requestedOn: "2026-01-10", .firstResponseOn: "2026-01-18"],
        [.requestedOn: "2026-01-10"], [.requestedOn: "2026-06-27"],
      ], 0.5))

  static let givingUp = Indicator(
    "RT4", "rinuncia-in-attesa", Text("Rinuncia durante l'attesa", "Giving up while waiting"),
    .share, .lowerIsBetter, cell: "KM",
    formula: Text(
      "incidenza di Aalen–Johansen della rinuncia entro 90 e 180 giorni dalla richiesta; l'avvio del servizio e ogni altra chiusura la rendono impossibile",
      "Aalen–Johansen incidence of withdrawal within 90 and 180 days of the request; a started service or any other closure makes it impossible"
    ),
    caveats: Text(
      "Le cause della rinuncia non sono raccolte. Le date presunte sono escluse. I giorni sono quelli di RT3: una rinuncia o un'altra chiusura ha quello di chiusura o, se manca, di esito; una chiusura senza alcun giorno è censurata; chi ha un avvio non ha rinunciato. Chi rinuncia entro 30 giorni è ciò che il soddisfacimento della domanda (NC4) toglie dalle richieste: non è detto qui una seconda volta.",
      "Reasons for withdrawing are not collected. Presumed dates are left out. Days are those of RT3: a withdrawal or another closure has the day of closure or, failing that, of the decision; one without any day is censored; who has a started service has not withdrawn. Those who withdraw within 30 days are what needs met (NC4) take from the requests: they are not told here a second time."
    ),
    source: .both("Aalen & Johansen (1978)"), parts: .waits([90, 180]),
    .facts(
      Counting(
        .serviceRequest, where: [.not(.flag(.hasPresumedDates, true))], when: .day(.requestedOn),
        by: [.service],
        measure: .wait(
          Wait(
            .requestedOn, .closedOn, onlyIf: [.isOne(.outcome, ["rinuncia"]), .absent(.startedOn)],
            ended: [.startedOn], standIns: leaving, horizons: [90, 180])),
        protects: .person, levels: .ats)),
    example: .facts(
      "Trenta richieste: quindici rinunciano dopo 10 giorni, cinque di loro con la sola data di esito; quindici sono avviate dopo 78: entro 90 giorni il 50 %.",
      "Thirty requests: fifteen withdrawn after 10 days, five of them with the day of the decision alone; fifteen started after 78: 50% within 90 days.",
      (0..<30).map {
        $0 < 15
          ? [
            .requestedOn: "2025-01-01", $0 < 5 ? .decidedOn : .closedOn: "2025-01-11",
            .outcome: "rinuncia",
          ]
          : [.requestedOn: "2025-01-01", .startedOn: "2025-03-20"]
      }, 0.5, part: ".entro-90"))

  static let emergencies = Indicator(
    "RT6", "risposta-emergenze", Text("Risposta alle emergenze", "Answer to emergencies"), .share,
    .higherIsBetter, cell: "K5",
    formula: Text(
      "richieste in emergenza con prima risposta lo stesso giorno o il giorno dopo / richieste in emergenza seguite per almeno 2 giorni",
      "emergency requests first answered the same day or the day after / emergency requests followed for at least 2 days"
    ),
    caveats: Text(
      "Il livello essenziale si misura in ore: le fonti consegnano giorni, e il giorno dopo è il massimo che si può dire. Chi non ha avuto risposta conta come non risposto.",
      "The essential level is in hours: sources deliver days, and the day after is the most that can be said. No answer counts as none."
    ),
    source: Text(
      "L. 328/2000 art. 22; D.Lgs. 147/2017 art. 7 (pronto intervento sociale)",
      "Law 328/2000 art. 22; Legislative decree 147/2017 art. 7 (emergency social care)"),
    .facts(
      Counting(
        .serviceRequest,
        where: [.isOne(.urgency, ["emergenza"]), .seenFor(.requestedOn, days: 2)],
        when: .day(.requestedOn),
        measure: .share([.within(.requestedOn, .firstResponseOn, days: 1)]), protects: .person,
        levels: .ats)),
    example: .facts(
      "Tre emergenze: risposta lo stesso giorno, dopo tre giorni, mai: 33,3 %.",
      "Three emergencies: answered the same day, three days later, never: 33.3%.",
      [
        [.urgency: "emergenza", .requestedOn: "2026-01-10", .firstResponseOn: "2026-01-10"],
        [.urgency: "emergenza", .requestedOn: "2026-01-10", .firstResponseOn: "2026-01-13"],
        [.urgency: "emergenza", .requestedOn: "2026-01-10"],
        [.urgency: "ordinaria", .requestedOn: "2026-01-10"],
      ], 1.0 / 3))

  static let variability = Indicator(
    "RT7", "variabilita-tempi",
    Text("Variabilità dei tempi fra comuni", "Variability of times between municipalities"), .ratio,
    .lowerIsBetter, cell: "KM",
    formula: Text(
      "coefficiente di variazione, pesato con le richieste dell'anno, dei tempi medi di Kaplan–Meier fino alla decisione, ristretti a 180 giorni, dei comuni (le richieste senza decisione, anche chiuse, censurate all'ultimo giorno osservato)",
      "coefficient of variation, weighted by the year's requests, of the municipalities' Kaplan–Meier mean times to decision restricted to 180 days (requests without a decision, closed or not, censored on the last day observed)"
    ),
    caveats: Text(
      "Solo comuni con almeno 10 richieste e 5 decisioni nell'anno, e con la curva osservata fino a 180 giorni. Una parte della variabilità è caso.",
      "Only municipalities with at least 10 requests and 5 decisions in the year, and a curve observed up to 180 days. Part of the variability is chance."
    ),
    source: .both("Kaplan & Meier (1958); Klein & Moeschberger (2003) §4.5"),
    needing: [Need(.serviceRequest, .decidedOn)],
    .code(inputs: [.serviceRequest]) { $0.variability() },
    example: .code(
      "Due comuni di pari peso con tempi 1 e 3: media 2, scarto 1, variazione 0,5.",
      "Two municipalities of equal weight with times 1 and 3: mean 2, deviation 1, variation 0.5.",
      0.5
    ) { WeightedPercentile.variation([(1, 1), (3, 1)]) })
}

extension Computation {
  fileprivate func variability() -> [Observation] {
    return frame.periods.compactMap { period in
      guard case .year(let year) = period else { return nil }
      let means = frame.comuni.indices.compactMap { comune -> (value: Double, weight: Double)? in
        let own = requests.decisions(comune: comune, year: year)
        let table = SurvivalTable(
          entries: own.map {
            SurvivalTable.Entry(day: $0.wait >> 1, cause: $0.wait & 1, count: $0.count)
          })
        guard table.subjects >= settings.minimumAtRisk,
          table.totalEvents >= settings.minimumEvents,
          let mean = KaplanMeier(table).restrictedMean(until: 180)
        else { return nil }
        return (mean.value, Double(table.subjects))
      }
      guard means.count >= 5 else {
        return observe("variabilita-tempi", period: period, nil, note: "meno di 5 comuni")
      }
      return observe(
        "variabilita-tempi", period: period, WeightedPercentile.variation(means),
        interval: Bootstrap.interval(means, seed: 1) { WeightedPercentile.variation($0) })
    }
  }
}
