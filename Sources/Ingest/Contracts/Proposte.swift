extension Contract {
  /// Proposals brought to the table (`proposte`).
  public static let proposte = Contract(
    dataset: "proposte", table: "table_proposal", title: "Proposte",
    meaning: "Una riga per ogni proposta portata al tavolo.",
    fields: [
      Field(
        "id_procedimento", "proceeding_id", .identifier, required: true, "Procedimento.",
        example: "COP-2026-01"),
      Field(
        "numero", "number", .identifier, required: true, "Numero della proposta nel procedimento.",
        example: "3"),
      Field(
        "proponente_tipo", "proposer_kind", .code(.tipoProponente, keepsUnknown: true),
        required: true, "Chi propone.", example: "ets"),
      Field(
        "ente", "provider", .organisation, "Codice fiscale di chi propone.", example: "92123450808"),
      Field(
        "testo", "text", .text, required: true, "La proposta; nessun dato di persone.",
        example: "Trasporto a chiamata nei giorni di mercato"),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true), "Servizio.", example: "C4"),
      Field(
        "area_utenza", "user_area", .code(.areaUtenza, keepsUnknown: true), "Area di utenza.",
        example: "ANZ"),
      Field(
        "stato", "status", .code(.statoProposta, keepsUnknown: true), required: true,
        "A che punto è.", example: "discussa"),
      Field(
        "motivazione", "grounds", .text, "Motivo della decisione.", example: "da verificare i costi"
      ),
    ])
}
