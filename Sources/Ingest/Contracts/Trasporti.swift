extension Contract {
  /// Transport needs (`trasporti`).
  public static let trasporti = Contract(
    dataset: "trasporti", table: "transport_need", title: "Trasporti",
    meaning: "Una riga per ogni bisogno di trasporto espresso.", identity: "id_trasporto",
    happenedOn: "data",
    fields: [
      Field(
        "id_trasporto", "transport_id", .identifier, required: true, "Identificativo.",
        example: "TRA-0310"),
      Field(
        "data", "needed_on", .date, required: true, "Giorno in cui serve.", example: "2026-04-09"),
      Field(
        "comune_origine", "origin_comune", .comune, required: true, "Comune di partenza.",
        example: "080043"),
      Field(
        "comune_destinazione", "destination_comune", .comune, required: true, "Comune di arrivo.",
        example: "080063"),
      Field(
        "motivo", "reason", .code(.motivoTrasporto, keepsUnknown: false), "Motivo del viaggio.",
        example: "esami"),
      Field("fascia_oraria", "time_band", .text, "Fascia oraria.", example: "8-10"),
      Field("ausili", "needs_aids", .yesNo, "Servono ausili (carrozzina…).", example: "no"),
      Field("accompagnatore", "has_companion", .yesNo, "Serve un accompagnatore.", example: "sì"),
      Field(
        "soddisfatto", "is_met", .yesNo, required: true, "Il viaggio è avvenuto.", example: "sì"),
      Field("modo", "mode", .text, "Con quale mezzo.", example: "volontari"),
      Field(
        "attesa_minuti", "wait_minutes", .integer(0...100000), "Attesa in minuti.", example: "15"),
      Field("costo", "cost_cents", .euro, "Costo.", example: "18,00"),
      Field(
        "ente", "provider", .organisation, "Codice fiscale di chi trasporta.",
        example: "92123450808"),
    ])
}
