public import Warehouse

/// NC4: of the needs expressed, how many were answered by a service within 180 days.
public struct NeedsCoverage: RequestIndicator {
  public init() {}

  /// Days a request is given before it is judged.
  public static let followUp = 180
  /// Days within which a withdrawal means that the request was not pursued.
  static let earlyWithdrawal = 30

  public let estimator = Estimator.share(followUp: followUp)
  public let needs = [Need(.serviceRequest, .startedOn)]
  public let definition = Definition(
    slug: "copertura-bisogni", code: "NC4", family: "NC",
    name: Text(
      it: "Soddisfacimento della domanda espressa", en: "Expressed needs met within 180 days"),
    unit: .share, direction: .higherIsBetter,
    formula: Text(
      it: """
        richieste attivate entro 180 giorni / (richieste ricevute − rinunce entro 30 giorni e mai \
        attivate), fra le richieste seguite per almeno 180 giorni, solo per periodi chiusi da almeno 180 giorni
        """,
      en: """
        requests activated within 180 days / (requests received − withdrawals within 30 days, never \
        activated), among requests followed for at least 180 days, only for periods that ended at least \
        180 days ago
        """),
    caveats: Text(
      it: """
        I periodi troppo recenti non sono giudicati: la loro attesa si legge nel tempo di attivazione. Una \
        richiesta respinta resta nel denominatore: è un bisogno espresso e non soddisfatto. Le date \
        presunte sono escluse. Il giorno di una rinuncia è quello di chiusura o, se manca, di esito.
        """,
      en: """
        Periods too recent are not judged: read their waiting in the time to activation. A rejected request \
        stays in the denominator: it is an expressed need that was not met. Presumed dates are left out. \
        A withdrawal's day is that of closure or, failing that, of the decision.
        """),
    source: Text(
      "Wilson (1927) per l'intervallo", "Wilson (1927) for the interval"), minimumCell: "KP"
  )
  .reading(
    [.serviceRequest], by: ["area_utenza", "servizio", "canale"],
    WorkedExample(
      "Quaranta richieste del gennaio 2025: venti avviate dopo 45 giorni, dieci ritirate dopo 10, dieci mai avviate: 20 / (40 − 10) = 66,7 %.",
      "Forty requests of January 2025: twenty started after 45 days, ten withdrawn after 10, ten never started: 20 / (40 − 10) = 66.7%.",
      [
        .serviceRequest: WorkedExample.requests(20, [.startedOn: "2025-03-01"])
          + WorkedExample.requests(10, [.closedOn: "2025-01-25", .outcome: "rinuncia"])
          + WorkedExample.requests(10)
      ], 2.0 / 3))

  public func `case`(_ r: ServiceRequest, _ context: CaseContext) -> Case? {
    guard r.requestedOn + NeedsCoverage.followUp <= context.observedUntil, !r.hasPresumedDates
    else {
      return nil
    }
    let closed = r.closedOn ?? r.decidedOn
    if r.outcome == context.outcomes.withdrawn, r.startedOn == nil,
      let closed, closed - r.requestedOn <= NeedsCoverage.earlyWithdrawal
    {
      return nil
    }
    let isMet = r.startedOn.map { $0 - r.requestedOn <= NeedsCoverage.followUp } ?? false
    return Case(day: r.requestedOn, measure: .unit(inNumerator: isMet))
  }
}
