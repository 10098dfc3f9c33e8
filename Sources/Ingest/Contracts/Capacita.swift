extension Contract {
  /// Places and hours available at a date (`capacita`).
  public static let capacita = Contract(
    dataset: "capacita", table: "capacity", title: "Capacità",
    meaning:
      "Una riga per ente, servizio, comune e giorno di rilevazione: posti e ore disponibili.",
    fields: [
      Field(
        "data_rilevazione", "observed_on", .date, required: true, "Giorno della rilevazione.",
        example: "2026-06-30"),
      Field(
        "ente", "provider", .organisation, required: true, "Codice fiscale dell'ente.",
        example: "92123450808"),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true), required: true, "Servizio.",
        example: "D2"),
      Field("comune", "comune", .comune, required: true, "Comune della sede.", example: "080043"),
      Field(
        "posti_autorizzati", "authorised_places", .integer(0...1_000_000),
        "Posti autorizzati al funzionamento.", example: "30"),
      Field(
        "posti_accreditati", "accredited_places", .integer(0...1_000_000), "Posti accreditati.",
        example: "25"),
      Field(
        "posti_occupati", "occupied_places", .integer(0...1_000_000), "Posti occupati.",
        example: "22"),
      Field(
        "lista_attesa", "waiting", .integer(0...1_000_000), "Persone in lista d'attesa.",
        example: "6"),
      Field(
        "ore_settimanali", "weekly_hours", .decimal(0...1_000_000),
        "Ore di servizio offerte a settimana.", example: "36"),
    ],
    rules: [
      FutureDate(),
      WithinCapacity("posti_occupati", of: ["posti_accreditati", "posti_autorizzati"]),
      WithinCapacity("posti_accreditati", of: ["posti_autorizzati"]),
    ])
}
