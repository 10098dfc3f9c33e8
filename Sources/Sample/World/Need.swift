internal import Warehouse

/// Somebody's need for a service, with everything that will ever happen to it.
struct Need {
  var index: Int
  var person: Person
  var owner: RequestSource
  /// The platform exports it too, saying whose it is.
  var isShared: Bool
  var received: Day
  /// Local second of the day.
  var second: Int
  var area: Int
  var service: Int
  var channel: Channel
  var isAssisted: Bool
  var urgency: Urgency
  var firstContact: Day?
  var decided: Day?
  var takenOn: Day?
  var started: Day?
  /// The end: closure of an activated service, or the day the request ended without one.
  var ended: Day?
  /// How it ended, or what it will be once started.
  var ending: Outcome
}

/// Who receives a request first.
enum RequestSource: Int, CaseIterable { case municipality, ambito, platform }

enum Channel: Int, CaseIterable {
  case platform, app, proximityPoint, desk, telephone, email, certifiedEmail, home, intermediary,
    video

  /// The code of the channel list.
  var code: String { Channel.codes[rawValue] }

  private static let codes = [
    "piattaforma", "app", "pdp", "sportello", "telefono", "email", "pec", "domicilio",
    "intermediario", "video",
  ]
}

enum Urgency: Int, CaseIterable {
  case ordinary, urgent, emergency

  var code: String { ["ordinaria", "urgente", "emergenza"][rawValue] }
}

enum Outcome: Int, CaseIterable {
  case received, assessed, waiting, active, closed, rejected, withdrawn, died, moved, unreachable,
    otherService, expired

  /// The `esito` of a request.
  var code: String { Outcome.codes[rawValue] }

  private static let codes = [
    "ricevuta", "valutata", "in_attesa", "attivata", "chiusa", "respinta_requisiti", "rinuncia",
    "decesso", "trasferita", "irreperibile", "altro_servizio", "scaduta",
  ]

  /// Nobody has answered for good yet.
  var isOpen: Bool { rawValue <= Outcome.waiting.rawValue }
}

/// What is known of a need on a day: what an export of that day shows.
struct NeedView {
  var firstContact: Day?
  var decided: Day?
  var takenOn: Day?
  var started: Day?
  var ended: Day?
  var outcome: Outcome
  /// The newest of the dates shown, the request's own included.
  var lastChange: Day
}

extension Need {
  func view(on day: Day) -> NeedView {
    func seen(_ date: Day?) -> Day? { date.flatMap { $0 <= day ? $0 : nil } }
    var v = NeedView(
      firstContact: seen(firstContact), decided: seen(decided), takenOn: seen(takenOn),
      started: seen(started), ended: seen(ended), outcome: .received, lastChange: received)
    if v.started != nil {
      v.outcome = v.ended == nil ? .active : .closed
    } else if v.ended != nil {
      v.outcome = ending
    } else if v.decided != nil {
      v.outcome = .waiting
    } else if v.firstContact != nil {
      v.outcome = .assessed
    }
    func note(_ date: Day?) {
      if let date, date > v.lastChange { v.lastChange = date }
    }
    note(v.firstContact)
    note(v.decided)
    note(v.takenOn)
    note(v.started)
    note(v.ended)
    return v
  }
}
