extension Contract {
  /// Strengths and weaknesses gathered at the table (`osservazioni_tavolo`).
  public static let osservazioniTavolo = Contract(
    dataset: "osservazioni_tavolo", table: "table_observation", title: "Osservazioni del tavolo",
    meaning: "Una riga per ogni punto di forza, debolezza, opportunità o rischio raccolto.",
    fields: [
      Field(
        "id_procedimento", "proceeding_id", .identifier, required: true, "Procedimento.",
        example: "COP-2026-01"),
      Field(
        "ente", "provider", .organisation, "Codice fiscale di chi osserva.", example: "92123450808"),
      Field(
        "tipo", "observation_kind", .code(.tipoOsservazione, keepsUnknown: true), required: true,
        "Forza, debolezza, opportunità o rischio.", example: "debolezza"),
      Field(
        "area_utenza", "user_area", .code(.areaUtenza, keepsUnknown: true), "Area di utenza.",
        example: "ANZ"),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true), "Servizio.", example: "C1"),
      Field(
        "testo", "text", .text, required: true, "L'osservazione; nessun dato di persone.",
        example: "Pochi assistenti domiciliari nei comuni interni"),
    ])
}
