extension Contract {
  /// Visits to a Punto di Prossimità (`accessi_pdp`).
  public static let accessiPdP = Contract(
    dataset: "accessi_pdp", table: "proximity_access", title: "Accessi ai Punti di Prossimità",
    meaning: "Una riga per ogni accesso a un Punto di Prossimità.", identity: "id_accesso",
    happenedOn: "data_ora",
    fields: [
      Field(
        "id_accesso", "access_id", .identifier, required: true, "Identificativo.",
        example: "ACC-00731"),
      Field(
        "id_punto", "point_id", .identifier, required: true, "Punto di Prossimità.",
        example: "PDP-03"),
      Field(
        "data_ora", "accessed_on", .date, required: true, "Giorno e ora dell'accesso.",
        example: "2026-04-02T10:15:00"),
      Field("comune", "comune", .comune, "Comune di residenza della persona.", example: "080043"),
      Field("motivo", "reason", .ownWord, "Motivo.", example: "pratica in linea"),
      Field(
        "servizi_orientati", "oriented_services", .codes(.servizio), "Servizi indicati.",
        example: "A1|C1"),
      Field(
        "assistito", "is_assisted", .yesNo, "Un operatore ha aiutato la persona.", example: "sì"),
      Field(
        "non_autonomo_digitale", "not_digitally_autonomous", .yesNo,
        "La persona non usa da sola gli strumenti digitali.", example: "sì"),
      Field("fascia_eta", "age_band", .ageBand(column2: nil), "Fascia di età.", example: "65-74"),
      Field(
        "cittadinanza", "citizenship", .code(.cittadinanza, keepsUnknown: false), "ITA, UE, EXTRA.",
        example: "ITA"),
      Field("durata_minuti", "minutes", .integer(0...1440), "Durata in minuti.", example: "20"),
      Field(
        "id_richiesta", "request_id", .identifier, "Richiesta nata dall'accesso.",
        example: "2026-000123"),
      Field(
        "esito", "outcome", .code(.esitoAccesso, keepsUnknown: false), "Esito.",
        example: "richiesta"),
    ],
    rules: [FutureDate()])
}
