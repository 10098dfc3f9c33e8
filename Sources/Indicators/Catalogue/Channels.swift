public import Warehouse

/// DD1: through which channels people ask.
public struct ChannelMix: RequestIndicator {
  public init() {}

  public let estimator = Estimator.channelMix
  public let definition = Definition(
    slug: "canali", code: "DD1", family: "DD",
    name: Text(it: "Canali di accesso", en: "Access channels"),
    unit: .share, direction: .descriptive,
    formula: Text(
      it: "richieste arrivate da un canale / richieste ricevute nel periodo",
      en: "requests that came through a channel / requests received in the period"),
    caveats: Text(
      it: "Il canale è quello del primo contatto.", en: "The channel is that of the first contact."),
    source: Text(
      "Vocabolario controllato AgID dei canali; Wilson (1927)",
      "AgID controlled vocabulary of channels; Wilson (1927)"), minimumCell: "K5"
  )
  .reading(
    [.serviceRequest], by: ["canale"],
    WorkedExample(
      "Quaranta richieste, dieci delle quali a un Punto di Prossimità: 10 / 40 = 25 %.",
      "Forty requests, ten of which at a Proximity Point: 10 / 40 = 25%.",
      [
        .serviceRequest: WorkedExample.requests(30)
          + WorkedExample.requests(10, [.channel: "pdp"])
      ], at: ("canale", "pdp"), 0.25))

  public func `case`(_ r: ServiceRequest, _ context: CaseContext) -> Case? {
    r.requestedOn <= context.asOf
      ? Case(day: r.requestedOn, measure: .unit(inNumerator: true)) : nil
  }
}

/// DD2: how many requests needed a Punto di Prossimità or its operator.
public struct AssistedShare: RequestIndicator {
  public init() {}

  private static let point = PackedCode("pdp")
  private static let operatorOfPoint = PackedCode("operatore_pdp")

  public let estimator = Estimator.share(followUp: 0)
  public let definition = Definition(
    slug: "quota-assistita-pdp", code: "DD2", family: "DD",
    name: Text(
      it: "Richieste assistite dai Punti di Prossimità",
      en: "Requests assisted by the Proximity Points"),
    unit: .share, direction: .descriptive,
    formula: Text(
      it: """
        richieste arrivate da un Punto di Prossimità, o inserite dal suo operatore / richieste ricevute
        """,
      en: "requests from a Proximity Point, or entered by its operator / requests received"),
    caveats: Text(
      it: """
        Una quota bassa in un comune interno può voler dire che il punto non c'è, non che le persone \
        fanno da sole.
        """,
      en: """
        A low share in an inner municipality may mean that there is no point, not that people manage alone.
        """),
    source: Text(
      "Wilson (1927) per l'intervallo", "Wilson (1927) for the interval"), minimumCell: "K5"
  )
  .reading(
    [.serviceRequest], by: ["area_utenza", "servizio", "canale"],
    WorkedExample(
      "Quaranta richieste: dieci a un Punto di Prossimità, dieci per telefono inserite dal suo operatore: 20 / 40 = 50 %.",
      "Forty requests: ten at a Proximity Point, ten by telephone entered by its operator: 20 / 40 = 50%.",
      [
        .serviceRequest: WorkedExample.requests(20)
          + WorkedExample.requests(10, [.channel: "pdp"])
          + WorkedExample.requests(10, [.channel: "telefono", .actor: "operatore_pdp"])
      ], 0.5))

  public func `case`(_ r: ServiceRequest, _ context: CaseContext) -> Case? {
    guard r.requestedOn <= context.asOf else { return nil }
    let channel = r.channel
    let actor = r.actor
    let isAssisted = channel == AssistedShare.point || actor == AssistedShare.operatorOfPoint
    return Case(day: r.requestedOn, measure: .unit(inNumerator: isAssisted))
  }
}
