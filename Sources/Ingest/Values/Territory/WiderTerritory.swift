/// Words that stand where a comune should and name many: a total, a province, a district, a region.
enum WiderTerritory {
  /// - Parameter reading: what the text is as a comune; one that is known is meant.
  static func isMeant(by text: String, _ reading: ComuneReading) -> Bool {
    switch reading {
    case .special(.wholeTerritory): return true
    case .unresolved: break
    default: return false
    }
    let folded = Folding.fold(text)
    return regions.contains(folded)
      || openings.contains { folded == $0 || folded.hasPrefix($0 + " ") }
      || endings.contains { folded.hasSuffix(" " + $0) }
  }

  private static let openings = [
    "TOTALE", "TOTALI", "TOT", "SUBTOTALE", "SUB TOTALE", "TOTAL", "SOMMA", "COMPLESSIVO",
    "PROVINCIA", "PROV", "CITTA METROPOLITANA", "REGIONE", "AREA", "MACROAREA", "ZONA", "DISTRETTO",
    "AMBITO", "ATS", "PIANO DI ZONA", "UNIONE", "COMUNITA", "CONSORZIO", "COMPRENSORIO", "ASL",
    "ASP",
    "AZIENDA", "BEZIRKSGEMEINSCHAFT", "UNITE DES COMMUNES", "AUTONOME PROVINZ",
  ]
  private static let endings = ["TOTALE", "TOTAL", "PROVINCIA", "PROV", "REGIONE"]

  /// And the country. One that is a comune too (`Molise`) is read as that.
  private static let regions: Set<String> = [
    "ABRUZZO", "BASILICATA", "CALABRIA", "CAMPANIA", "EMILIA ROMAGNA", "FRIULI VENEZIA GIULIA",
    "LAZIO", "LIGURIA", "LOMBARDIA", "MARCHE", "MOLISE", "PIEMONTE", "PUGLIA", "SARDEGNA",
    "SICILIA",
    "TOSCANA", "TRENTINO ALTO ADIGE", "UMBRIA", "VALLE D AOSTA", "VENETO", "ITALIA",
  ]
}
