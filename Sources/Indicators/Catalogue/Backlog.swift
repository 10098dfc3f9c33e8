public import Warehouse

/// RT5: requests still open at the as-of date, by how long they have been.
public struct Backlog: RequestIndicator {
  public init() {}

  /// Upper ends of the age classes, in days; the last class is open.
  static let classes: [(name: String, upTo: Int)] = [
    ("0-30", 30), ("31-90", 90), ("91-180", 180), (">180", Int.max),
  ]

  /// Of a case open for so many days.
  static func ageClass(_ days: Int) -> Int { upperEnds.firstIndex { days <= $0 }! }

  private static let upperEnds = classes.map(\.upTo)

  public let estimator = Estimator.openCases
  public let needs = [Need(.serviceRequest, .decidedOn, .startedOn, .closedOn, .outcome)]
  public let definition = Definition(
    slug: "arretrato", code: "RT5", family: "RT",
    name: Text(it: "Richieste ancora aperte", en: "Requests still open"),
    unit: .count, direction: .lowerIsBetter,
    formula: Text(
      it:
        "richieste senza decisione, avvio né chiusura alla data di riferimento, per giorni trascorsi dalla richiesta (0–30, 31–90, 91–180, oltre 180)",
      en:
        "requests with no decision, start or closure at the as-of date, by days since the request (0–30, 31–90, 91–180, over 180)"
    ),
    caveats: Text(
      it:
        "È una quantità a una data, non un flusso: dipende anche da quante richieste arrivano. Un esito che chiude, anche senza data, vale come chiusura.",
      en:
        "It is a stock at a date, not a flow: it also depends on how many requests arrive. An outcome that ends a request ends it even undated."
    ),
    source: Text("Definizione del catalogo", "Definition of the catalogue"), minimumCell: "K5"
  )
  .reading(
    [.serviceRequest], by: ["anzianita", "area_utenza", "servizio", "canale"],
    WorkedExample(
      "Venti richieste del 1° maggio 2026, cinque delle quali avviate il 1° giugno: 15 ancora aperte al 30 giugno.",
      "Twenty requests of 1 May 2026, five of which started on 1 June: 15 still open on 30 June.",
      [
        .serviceRequest: WorkedExample.requests(15, [.requestedOn: "2026-05-01"])
          + WorkedExample.requests(5, [.requestedOn: "2026-05-01", .startedOn: "2026-06-01"])
      ], in: 2026, 15))

  public func `case`(_ r: ServiceRequest, _ context: CaseContext) -> Case? {
    guard r.requestedOn <= context.observedUntil else { return nil }
    func has(_ day: Day?) -> Bool { day.map { $0 <= context.observedUntil } ?? false }
    // An outcome that ends a request without saying when has ended it already.
    let isUndated = r.decidedOn == nil && r.closedOn == nil
    let isOver =
      context.outcomes.isCompeting(r.outcome) || r.outcome == context.outcomes.rejected
    guard !has(r.decidedOn), !has(r.startedOn), !has(r.closedOn), !(isUndated && isOver)
    else { return nil }
    return Case(
      day: context.asOf,
      measure: .duration(days: context.asOf - r.requestedOn, cause: 0))
  }
}
