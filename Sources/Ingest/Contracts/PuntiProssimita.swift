extension Contract {
  /// Punti di Prossimità (`punti_prossimita`).
  public static let puntiProssimita = Contract(
    dataset: "punti_prossimita", table: "proximity_point", title: "Punti di Prossimità",
    meaning: "Una riga per ogni Punto di Prossimità.", identity: "id_punto",
    fields: [
      Field("id_punto", "point_id", .identifier, required: true, "Identificativo del punto."),
      Field("denominazione", "name", .text, required: true, "Denominazione."),
      Field("comune", "comune", .comune, required: true, "Comune."),
      Field("lat", "latitude", .decimal(-90...90), "Latitudine."),
      Field("lon", "longitude", .decimal(-180...180), "Longitudine."),
      Field("ente_gestore", "manager", .organisation, "Codice fiscale del gestore."),
      Field("struttura", "venue", .text, "Struttura ospitante."),
      Field("data_apertura", "opened_on", .date, required: true, "Apertura."),
      Field("data_chiusura", "closed_on", .date, "Chiusura."),
      Field("ore_settimanali", "weekly_hours", .decimal(0...168), "Ore di apertura a settimana."),
      Field("fte_pubblici", "public_fte", .decimal(0...10_000), "Personale pubblico (FTE)."),
      Field("fte_ets", "third_sector_fte", .decimal(0...10_000), "Personale degli ETS (FTE)."),
      Field("mq", "square_metres", .decimal(0...1_000_000), "Superficie."),
    ],
    rules: [DatesInOrder(first: "data_apertura", later: ["data_chiusura"])])

  /// Visits to a Punto di Prossimità (`accessi_pdp`).
  public static let accessiPdP = Contract(
    dataset: "accessi_pdp", table: "proximity_access", title: "Accessi ai Punti di Prossimità",
    meaning: "Una riga per ogni accesso a un Punto di Prossimità.", identity: "id_accesso",
    happenedOn: "data_ora",
    fields: [
      Field("id_accesso", "access_id", .identifier, required: true, "Identificativo."),
      Field("id_punto", "point_id", .identifier, required: true, "Punto di Prossimità."),
      Field("data_ora", "accessed_on", .date, required: true, "Giorno e ora dell'accesso."),
      Field("comune", "comune", .comune, "Comune di residenza della persona."),
      Field("motivo", "reason", .text, "Motivo."),
      Field("servizi_orientati", "oriented_services", .codes(.servizio), "Servizi indicati."),
      Field("assistito", "is_assisted", .yesNo, "Un operatore ha aiutato la persona."),
      Field(
        "non_autonomo_digitale", "not_digitally_autonomous", .yesNo,
        "La persona non usa da sola gli strumenti digitali."),
      Field("fascia_eta", "age_band", .text, "Fascia di età."),
      Field(
        "cittadinanza", "citizenship", .code(.cittadinanza, keepsUnknown: false), "ITA, UE, EXTRA."),
      Field("durata_minuti", "minutes", .integer(0...1440), "Durata in minuti."),
      Field("id_richiesta", "request_id", .identifier, "Richiesta nata dall'accesso."),
      Field("esito", "outcome", .code(.esitoAccesso, keepsUnknown: false), "Esito."),
    ],
    rules: [FutureDate()])
}
