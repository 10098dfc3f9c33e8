extension Contract {
  /// Applications of organisations to become providers (`candidature`).
  public static let candidature = Contract(
    dataset: "candidature", table: "provider_application", title: "Candidature",
    meaning: "Una riga per ogni candidatura di un ente a erogare servizi sulla piattaforma.",
    identity: "id_candidatura",
    happenedOn: "data_candidatura",
    fields: [
      Field(
        "id_candidatura", "application_id", .identifier, required: true,
        "Identificativo della candidatura.", example: "CAN-0012"),
      Field(
        "ente", "provider", .organisation, required: true, "Codice fiscale dell'ente.",
        example: "92123450808"),
      Field(
        "data_candidatura", "applied_on", .date, required: true, "Presentazione.",
        example: "2025-09-15"),
      Field(
        "data_integrazione_richiesta", "integration_requested_on", .date,
        "Richiesta di integrazione dei documenti.", example: "2025-09-22"),
      Field(
        "data_integrazione", "integrated_on", .date, "Arrivo dell'integrazione.",
        example: "2025-10-01"),
      Field("data_esito", "decided_on", .date, "Decisione.", example: "2025-10-10"),
      Field(
        "esito", "outcome", .code(.esitoCandidatura, keepsUnknown: false),
        "Esito della candidatura.", example: "qualificato"),
      Field(
        "data_primo_servizio", "first_service_on", .date, "Primo servizio pubblicato.",
        example: "2025-10-20"),
      Field(
        "data_sospensione", "suspended_on", .date, "Sospensione della qualifica.",
        example: "2026-05-01"),
      Field(
        "data_decadenza", "lapsed_on", .date, "Decadenza della qualifica.", example: "2026-06-01"),
    ],
    rules: [
      FutureDate(),
      DatesInOrder(
        first: "data_candidatura",
        later: [
          "data_integrazione_richiesta", "data_integrazione", "data_esito", "data_primo_servizio",
          "data_sospensione", "data_decadenza",
        ]), DatesInOrder(first: "data_integrazione_richiesta", later: ["data_integrazione"]),
    ])
}
