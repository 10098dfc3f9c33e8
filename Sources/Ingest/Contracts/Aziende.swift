extension Contract {
  /// Corporate welfare, aggregates (`aziende`).
  public static let aziende = Contract(
    dataset: "aziende", table: "corporate_welfare", title: "Welfare aziendale",
    meaning: "Una riga per azienda, anno e servizio: valori complessivi.",
    fields: [
      Field(
        "id_azienda", "company_id", .identifier, required: true, "Identificativo dell'azienda.",
        example: "AZ-07"),
      Field("anno", "year", .integer(1900...2100), required: true, "Anno.", example: "2025"),
      Field("dipendenti", "employees", .integer(0...10_000_000), "Dipendenti.", example: "84"),
      Field("comune", "comune", .comune, "Comune dell'azienda.", example: "080063"),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true), "Servizio acquistato.",
        example: "D1"),
      Field("importo", "amount_cents", .euro, "Spesa.", example: "12.400,00"),
      Field(
        "prestazioni", "deliveries", .integer(0...100_000_000), "Prestazioni acquistate.",
        example: "310"),
    ])
}
