import Indicators

/// Why a number is not there, or not final. A missing value is a word, never a blank, never a zero.
enum Mark: String, Hashable, Sendable, CaseIterable {
  case confidential = "[c]"
  case notApplicable = "[x]"
  case notReceived = "[..]"
  case provisional = "[p]"

  init?(_ status: Observation.Status) {
    switch status {
    case .published: return nil
    case .suppressed: self = .confidential
    case .notApplicable: self = .notApplicable
    case .notReceived: self = .notReceived
    case .provisional: self = .provisional
    }
  }

  /// The word behind the mark.
  var meaning: Text {
    switch self {
    case .confidential: Text(it: "riservato", en: "confidential")
    case .notApplicable: Text(it: "non applicabile", en: "not applicable")
    case .notReceived: Text(it: "non pervenuto", en: "not received")
    case .provisional: Text(it: "provvisorio", en: "provisional")
    }
  }

  /// One line for the legend.
  var legend: Text {
    switch self {
    case .confidential:
      Text(
        it: "[c] riservato: il dato esiste ma non si pubblica, per proteggere le persone.",
        en: "[c] confidential: the figure exists but is withheld to protect people.")
    case .notApplicable:
      Text(
        it: "[x] non applicabile: il dato non ha senso o non è calcolabile in questo caso.",
        en: "[x] not applicable: the figure has no meaning or cannot be computed here.")
    case .notReceived:
      Text(
        it: "[..] non pervenuto: nessuno ha ancora consegnato il dato.",
        en: "[..] not received: nobody has delivered the figure yet.")
    case .provisional:
      Text(
        it: "[p] provvisorio: il dato può ancora cambiare con le prossime consegne, o è quello "
          + "dell'edizione precedente perché la sua revisione riguarda troppo poche persone.",
        en: "[p] provisional: the figure may still change with the next deliveries, or is that of "
          + "the edition before because its revision concerns too few people.")
    }
  }
}
