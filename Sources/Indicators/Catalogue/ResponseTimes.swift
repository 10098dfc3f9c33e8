public import Warehouse

/// RT1, RT2, RT3: how long people wait, from the day they asked.
///
/// One shape for the three: what is still open is censored, what made an answer impossible competes
/// with it. Treating withdrawals as censored would overstate activation (the reference example goes
/// from 55.6 % to 69.5 %).
public struct ResponseTime: RequestIndicator {
  enum Clock {
    case firstContact
    case decision
    case activation
  }

  let clock: Clock
  public let estimator: Estimator
  public var needs: [Need] {
    switch clock {
    case .firstContact: [Need(.serviceRequest, .firstResponseOn)]
    case .decision: [Need(.serviceRequest, .decidedOn)]
    case .activation: [Need(.serviceRequest, .startedOn)]
    }
  }
  public let definition: Definition

  /// RT1.
  public static let firstContact = ResponseTime(
    clock: .firstContact, slug: "tempo-primo-contatto", code: "RT1",
    name: Text(it: "Tempo al primo contatto", en: "Time to first contact"),
    event: Text(it: "primo contatto o colloquio", en: "first contact or interview"),
    WorkedExample(
      "Quaranta richieste: venti contattate dopo 10 giorni, venti dopo 50: entro 30 giorni 50 %.",
      "Forty requests: twenty contacted after 10 days, twenty after 50: 50% within 30 days.",
      [
        .serviceRequest: WorkedExample.requests(20, [.firstResponseOn: "2025-01-25"])
          + WorkedExample.requests(20, [.firstResponseOn: "2025-03-06"])
      ], suffix: ".entro-30", 0.5))
  /// RT2.
  public static let decision = ResponseTime(
    clock: .decision, slug: "tempo-decisione", code: "RT2",
    name: Text(it: "Tempo di decisione", en: "Time to decision"),
    event: Text(it: "decisione, anche di rigetto", en: "decision, rejections included"),
    WorkedExample(
      "Quaranta richieste: venti accolte e dieci respinte dopo 10 giorni, dieci ancora aperte: entro 30 giorni 75 %, perché anche un rigetto è una decisione.",
      "Forty requests: twenty accepted and ten rejected after 10 days, ten still open: 75% within 30 days, since a rejection is a decision too.",
      [
        .serviceRequest: WorkedExample.requests(20, [.decidedOn: "2025-01-25"])
          + WorkedExample.requests(
            10, [.decidedOn: "2025-01-25", .outcome: "respinta_requisiti"])
          + WorkedExample.requests(10)
      ], suffix: ".entro-30", 0.75))
  /// RT3.
  public static let activation = ResponseTime(
    clock: .activation, slug: "tempo-attivazione", code: "RT3",
    name: Text(it: "Tempo di attivazione", en: "Time to activation"),
    event: Text(it: "prima prestazione", en: "first service delivered"),
    WorkedExample(
      "Quaranta richieste: dieci ritirate dopo 5 giorni, venti avviate dopo 20, dieci ancora aperte: entro 30 giorni ¾ × 20/30 = 50 %; togliendo le rinunce sarebbe 66,7 %.",
      "Forty requests: ten withdrawn after 5 days, twenty started after 20, ten still open: ¾ × 20/30 = 50% within 30 days; leaving withdrawals out it would be 66.7%.",
      [
        .serviceRequest: WorkedExample.requests(
          10, [.closedOn: "2025-01-20", .outcome: "rinuncia"])
          + WorkedExample.requests(20, [.startedOn: "2025-02-04"]) + WorkedExample.requests(10)
      ], suffix: ".entro-30", 0.5))

  private init(
    clock: Clock, slug: String, code: String, name: Text, event: Text, _ example: WorkedExample
  ) {
    self.clock = clock
    let meanUntil = clock == .firstContact ? 60 : 180
    estimator = .incidence(meanUntil: meanUntil)
    definition = Definition(
      slug: slug, code: code, family: "RT", name: name, unit: .days, direction: .lowerIsBetter,
      formula: Text(
        it: """
          giorni dalla richiesta a: \(event.it); incidenza cumulata di Aalen–Johansen, con le richieste \
          aperte censurate all'ultimo giorno osservato e ogni chiusura senza l'evento (rinuncia, rigetto, \
          decesso, trasferimento…) come evento concorrente; mediana e 90º percentile = primo giorno in cui \
          l'incidenza arriva a quella quota; «.media-\(meanUntil)» = giorni in attesa nei primi \(meanUntil), \
          in media, comunque l'attesa finisca (area sotto la curva di Kaplan–Meier di tutte le uscite)
          """,
        en: """
          days from the request to: \(event.en); Aalen–Johansen cumulative incidence, open requests \
          censored on the last day observed and every closure without the event (withdrawal, rejection, \
          death, move…) as a competing event; median and 90th percentile = first day the incidence gets \
          to that share; “.media-\(meanUntil)” = mean days waiting in the first \(meanUntil), however the \
          wait ends (area under the Kaplan–Meier curve of every exit)
          """),
      caveats: Text(
        it: """
          «Non raggiunta» vuol dire che, alla data di riferimento, la curva non arriva a quella quota: la \
          media ristretta c'è anche allora. Una quota di 0 o di 100 % non ha intervallo: quello che le si \
          può dare dipende da quante richieste erano ancora osservate quel giorno, e lo direbbe. \
          Le date presunte sono escluse. Il giorno di un rigetto o di un'altra chiusura è quello di \
          chiusura o, se manca, di esito; una chiusura senza alcun giorno è censurata; un evento con la sua \
          data conta anche se la chiusura ne porta una precedente.
          """,
        en: """
          “Not reached” means that by the as-of date the curve does not get to that share: the restricted \
          mean is there even then. A share of 0 or 100% has no interval: the one it could be given depends \
          on how many requests were still observed on that day, and would tell. Presumed \
          dates are left out. A rejection or another closure has the day of closure or, failing that, of \
          the decision; one without any day is censored; an event with its date counts even where the \
          closure has an earlier one.
          """),
      source: Text(
        "Aalen e Johansen (1978); Kaplan e Meier (1958); Brookmeyer e Crowley (1982)",
        "Aalen & Johansen (1978); Kaplan & Meier (1958); Brookmeyer & Crowley (1982)"),
      minimumCell: "KM"
    ).reading([.serviceRequest], by: ["area_utenza", "servizio", "canale"], example)
  }

  public func `case`(_ r: ServiceRequest, _ context: CaseContext) -> Case? {
    guard r.requestedOn <= context.observedUntil, !r.hasPresumedDates else { return nil }
    let event: Day? =
      switch clock {
      case .firstContact: r.firstResponseOn
      case .decision: r.decidedOn
      case .activation: r.startedOn
      }
    if let event, event <= context.observedUntil {
      return Case(
        day: r.requestedOn, measure: .duration(days: event - r.requestedOn, cause: 1))
    }
    if let exit = impossible(r, context), exit <= context.observedUntil {
      return Case(day: r.requestedOn, measure: .duration(days: exit - r.requestedOn, cause: 2))
    }
    return Case(
      day: r.requestedOn,
      measure: .duration(days: context.observedUntil - r.requestedOn, cause: 0))
  }

  /// The day after which the event could not come any more.
  private func impossible(_ r: ServiceRequest, _ context: CaseContext) -> Day? {
    let exit = r.closedOn ?? r.decidedOn
    if context.outcomes.isCompeting(r.outcome) { return exit }
    // A rejection answers the request and will never become a service; any other closure without the
    // event ends the waiting too.
    if r.outcome == context.outcomes.rejected { return clock == .decision ? r.closedOn : exit }
    return r.closedOn
  }
}
