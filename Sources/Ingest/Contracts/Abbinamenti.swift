extension Contract {
  /// Proposed matches of a request with an offer (`abbinamenti`).
  public static let abbinamenti = Contract(
    dataset: "abbinamenti", table: "match_proposal", title: "Abbinamenti",
    meaning: "Una riga per ogni proposta di abbinamento fra una richiesta e un'offerta.",
    identity: "id_abbinamento",
    happenedOn: "data_proposta",
    fields: [
      Field(
        "id_abbinamento", "match_id", .identifier, required: true, "Identificativo della proposta.",
        example: "ABB-0031"),
      Field(
        "id_richiesta", "request_id", .identifier, required: true, "Richiesta.",
        example: "2026-000123"),
      Field(
        "id_servizio", "offer_id", .identifier, "Servizio offerto da un ente.", example: "SRV-014"),
      Field(
        "id_offerta", "resource_id", .identifier, "Offerta di un cittadino.", example: "OFF-207"),
      Field(
        "data_proposta", "proposed_on", .date, required: true, "Giorno della proposta.",
        example: "2026-03-02"),
      Field(
        "data_accettazione", "accepted_on", .date, "Giorno dell'accettazione.",
        example: "2026-03-05"),
      Field(
        "esito", "outcome", .code(.esitoAbbinamento, keepsUnknown: true), required: true,
        "Esito della proposta.", example: "accettato"),
    ],
    rules: [FutureDate(), DatesInOrder(first: "data_proposta", later: ["data_accettazione"])])
}
