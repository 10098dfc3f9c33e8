extension Contract {
  /// Punti di Prossimità (`punti_prossimita`).
  public static let puntiProssimita = Contract(
    dataset: "punti_prossimita", table: "proximity_point", title: "Punti di Prossimità",
    meaning: "Una riga per ogni Punto di Prossimità.", identity: "id_punto",
    fields: [
      Field(
        "id_punto", "point_id", .identifier, required: true, "Identificativo del punto.",
        example: "PDP-03"),
      Field(
        "denominazione", "name", .text, required: true, "Denominazione.",
        example: "Punto di Prossimità di Locri"),
      Field("comune", "comune", .comune, required: true, "Comune.", example: "080043"),
      Field("lat", "latitude", .decimal(Field.latitudes), "Latitudine.", example: "38,2393"),
      Field("lon", "longitude", .decimal(Field.longitudes), "Longitudine.", example: "16,2618"),
      Field(
        "ente_gestore", "manager", .organisation, "Codice fiscale del gestore.",
        example: "92123450808"),
      Field("struttura", "venue", .text, "Struttura ospitante.", example: "biblioteca comunale"),
      Field(
        "data_apertura", "opened_on", .date, required: true, "Apertura.", example: "2025-09-01"),
      Field("data_chiusura", "closed_on", .date, "Chiusura.", example: "2026-06-30"),
      Field(
        "ore_settimanali", "weekly_hours", .decimal(0...168), "Ore di apertura a settimana.",
        example: "24"),
      Field(
        "fte_pubblici", "public_fte", .decimal(0...10_000), "Personale pubblico (FTE).",
        example: "1"),
      Field(
        "fte_ets", "third_sector_fte", .decimal(0...10_000), "Personale degli ETS (FTE).",
        example: "1,5"),
      Field("mq", "square_metres", .decimal(0...1_000_000), "Superficie.", example: "85"),
      Field(
        "costo_annuo", "annual_cost_cents", .euro,
        "Costo di un anno di apertura, personale compreso.", example: "96.000,00"),
    ],
    rules: [DatesInOrder(first: "data_apertura", later: ["data_chiusura"])])
}
