import Warehouse

extension FindingKind {
  static let unlikeOrigin = FindingKind(
    "origine-discorde", .warning,
    it:
      "la richiesta che id_origine nomina è di un altro comune, giorno e servizio: contano tutte e due, finché qualcuno"
      + " non decide",
    en:
      "the request that id_origine names is of another municipality, day and service: both count, until somebody decides",
    expected:
      "l'identificativo di quella stessa richiesta nell'altro sistema, o nessuno; se è davvero la stessa, MERGED in"
      + " .tavolo/decisioni/richieste.csv")
}

extension [Audit] {
  /// Two offices number alike.
  static let unlikeOrigins: [Audit] = [Audit(.unlikeOrigin, .unlikeOrigins)]
}
