public import Warehouse

/// Needs expressed per thousand residents of the target population.
public struct RequestsPerThousand: RequestIndicator {
  public init() {}

  static var slug: String { entry.slug }

  public let estimator = Estimator.perThousandResidents
  public let definition = entry
  private static let entry = Definition(
    slug: "richieste-per-1000", code: "", family: "NC",
    name: Text(it: "Richieste per 1.000 residenti", en: "Requests per 1,000 residents"),
    unit: .perThousand, direction: .descriptive,
    formula: Text(
      it: "1.000 × richieste ricevute nel periodo / residenti della popolazione di riferimento",
      en: "1,000 × requests received in the period / residents of the target population"),
    caveats: Text(
      it: """
        Conta i bisogni espressi, non i bisogni: dove nessuno chiede, il tasso è basso. I periodi più \
        brevi di un anno non sono rapportati all'anno.
        """,
      en: """
        It counts expressed needs, not needs: where nobody asks, the rate is low. Periods shorter than \
        a year are not annualised.
        """),
    source: Text(
      "Garwood (1936) per l'intervallo esatto di Poisson",
      "Garwood (1936) for the exact Poisson interval"), minimumCell: "KP"
  )
  .reading(
    [.serviceRequest, .population], by: ["area_utenza", "servizio", "canale"],
    WorkedExample(
      "Venticinque richieste nel 2025, 1.000 residenti: 25 per mille.",
      "Twenty-five requests in 2025, 1,000 residents: 25 per thousand.",
      [.serviceRequest: WorkedExample.requests(25)], 25))

  public func `case`(_ r: ServiceRequest, _ context: CaseContext) -> Case? {
    r.requestedOn <= context.asOf
      ? Case(day: r.requestedOn, measure: .unit(inNumerator: true)) : nil
  }
}
