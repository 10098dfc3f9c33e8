extension Contract {
  /// What citizens offer (`risorse`).
  public static let risorse = Contract(
    dataset: "risorse", table: "citizen_resource", title: "Risorse dei cittadini",
    meaning: "Una riga per ogni offerta di tempo, competenza o beni di un cittadino.",
    identity: "id_offerta",
    fields: [
      Field(
        "id_offerta", "resource_id", .identifier, required: true, "Identificativo dell'offerta.",
        example: "OFF-207"),
      Field(
        "id_persona", "person", .person, "Identificativo personale; diventa una chiave.",
        example: "(mai mostrato)"),
      Field("comune", "comune", .comune, required: true, "Comune di chi offre.", example: "080043"),
      Field(
        "tipo", "resource_kind", .code(.tipoRisorsa, keepsUnknown: true), required: true,
        "Tempo, competenza o bene.", example: "tempo"),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true),
        "Servizio a cui si avvicina, se c'è.", example: "C1"),
      Field("quantita", "quantity", .decimal(0...1_000_000_000), "Quantità offerta.", example: "4"),
      Field("unita", "unit", .text, "Unità della quantità.", example: "ore a settimana"),
      Field("data_inizio", "starts_on", .date, required: true, "Da quando.", example: "2026-01-15"),
      Field("data_fine", "ends_on", .date, "Fino a quando.", example: "2026-12-31"),
    ],
    rules: [DatesInOrder(first: "data_inizio", later: ["data_fine"])])
}
