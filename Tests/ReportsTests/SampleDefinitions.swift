import Indicators

/// The definitions the sample evidence uses; texts are shortened, slugs and units are the real ones.
enum SampleDefinitions {
  static let all: [Definition] = [
    one(
      "copertura-popolazione", "NC1", "NC", "Copertura della popolazione", "Population coverage",
      .share, .higherIsBetter, "persone prese in carico / residenti", "KP"),
    one(
      "copertura-bisogni", "NC4", "NC", "Bisogni soddisfatti", "Needs met", .share,
      .higherIsBetter, "attivate / (ricevute − rinunce entro 30 giorni)", "KP"),
    one(
      "posti-per-100", "NC6", "NC", "Posti per 100 residenti", "Places per 100 residents",
      .perHundred, .higherIsBetter, "100 · posti attivi / residenti", "KO"),
    one(
      "copertura-offerta", "NC10", "NC", "Comuni con almeno un'offerta attiva",
      "Municipalities with an active offer", .share, .higherIsBetter,
      "comuni con almeno un ente attivo / comuni", "KO"),
    one(
      "richieste-per-1000", "", "NC", "Richieste per 1.000 residenti",
      "Requests per 1,000 residents", .perThousand, .descriptive,
      "1.000 · richieste / residenti", "K5"),
    one(
      "tempo-primo-contatto", "RT1", "RT", "Tempo al primo contatto", "Time to first contact",
      .days, .lowerIsBetter, "Kaplan–Meier dalla richiesta al primo contatto", "KM"),
    one(
      "tempo-attivazione", "RT3", "RT", "Tempo di attivazione", "Time to activation", .days,
      .lowerIsBetter, "Aalen–Johansen con le rinunce come uscite concorrenti", "KM"),
    one(
      "arretrato", "RT5", "RT", "Richieste aperte", "Open requests", .count, .lowerIsBetter,
      "richieste aperte alla data", "K5"),
    one(
      "divario-copertura", "TG1", "TG", "Divario di copertura dalla media", "Coverage gap",
      .percentagePoints, .higherIsBetter, "copertura del comune − copertura totale", "KP"),
    one(
      "theil-copertura", "TG3", "TG", "Indice di Theil della copertura", "Theil index of coverage",
      .nats, .lowerIsBetter, "T = Σ s·ln(s/p)", ""),
    one(
      "canali", "DD1", "DD", "Quota di richieste per canale", "Share of requests by channel",
      .share,
      .descriptive, "richieste del canale / richieste", "K5"),
    one(
      "quota-assistita-pdp", "DD2", "DD", "Richieste assistite in un Punto di Prossimità",
      "Requests assisted at a proximity point", .share, .descriptive,
      "richieste assistite / richieste", "K5"),
    one(
      "avanzamento-finanziario", "PN1", "PN", "Avanzamento finanziario", "Financial progress",
      .share, .descriptive, "pagato / finanziato", ""),
    one(
      "tempo-trascorso", "PN4", "PN", "Tempo trascorso", "Time elapsed", .share, .descriptive,
      "(data − inizio) / (fine − inizio)", ""),
  ]

  private static func one(
    _ slug: String, _ code: String, _ family: String, _ it: String, _ en: String,
    _ unit: Definition.Unit, _ direction: Definition.Direction, _ formula: String,
    _ minimumCell: String
  ) -> Definition {
    Definition(
      slug: slug, code: code, family: family, name: Text(it: it, en: en), unit: unit,
      direction: direction, formula: Text(it: formula, en: formula),
      caveats: Text(
        it: "Conta chi è arrivato ai servizi, non chi ne avrebbe bisogno.",
        en: "Counts who reached services, not who would need them."),
      source: Text(it: "definizione del progetto", en: "definition of the project"),
      minimumCell: minimumCell)
  }
}
