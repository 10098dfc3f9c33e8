extension Contract {
  /// Volunteers and hours by month (`volontari`).
  public static let volontari = Contract(
    dataset: "volontari", table: "volunteering", title: "Volontari",
    meaning: "Una riga per ente, mese e attività: volontari e ore.",
    happenedOn: "mese",
    fields: [
      Field(
        "ente", "provider", .organisation, required: true, "Codice fiscale dell'ente.",
        example: "92123450808"),
      Field("mese", "month", .month, required: true, "Mese.", example: "2026-03"),
      Field("attivita", "activity", .text, "Attività.", example: "accompagnamento"),
      Field(
        "volontari", "volunteers", .integer(0...1_000_000), required: true,
        "Volontari attivi nel mese.", example: "18"),
      Field(
        "ore", "hours", .decimal(0...10_000_000), required: true, "Ore prestate.", example: "212,5"),
      Field(
        "ore_formazione", "training_hours", .decimal(0...10_000_000), "Ore di formazione.",
        example: "12"),
      Field(
        "rimborsi", "refunds_cents", .euro,
        "Rimborsi delle spese dei volontari (art. 17 CTS: mai compensi).", example: "148,00"),
    ],
    rules: [FutureDate()])
}
