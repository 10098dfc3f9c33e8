extension Contract {
  /// Services delivered (`prestazioni`).
  public static let prestazioni = Contract(
    dataset: "prestazioni", table: "service_delivery", title: "Prestazioni",
    meaning: "Una riga per ogni prestazione erogata.", identity: "id_prestazione",
    happenedOn: "data",
    fields: [
      Field(
        "id_prestazione", "delivery_id", .identifier, required: true, "Identificativo.",
        example: "PRE-00981"),
      Field(
        "id_richiesta", "request_id", .identifier, "Richiesta a cui risponde.",
        example: "2026-000123"),
      Field(
        "ente", "provider", .organisation, required: true, "Codice fiscale dell'ente.",
        example: "92123450808"),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true), required: true,
        "Servizio reso.", example: "C1"),
      Field(
        "area_utenza", "user_area", .code(.areaUtenza, keepsUnknown: true), "Area di utenza.",
        example: "ANN"),
      Field(
        "comune", "comune", .comune, required: true, "Comune di residenza della persona.",
        example: "080043"),
      Field(
        "id_persona", "person", .person, "Identificativo personale; diventa una chiave.",
        example: "(mai mostrato)"),
      Field(
        "data", "delivered_on", .date, required: true, "Giorno della prestazione.",
        example: "2026-04-07"),
      Field(
        "quantita", "quantity", .quantity, required: true,
        "Quantità nell'unità indicata; le durate anche come 1h30 o 90 min.", example: "1,5"),
      Field(
        "unita", "unit", .code(.unita, keepsUnknown: false), required: true, "Unità di misura.",
        example: "ore"),
      Field("costo", "cost_cents", .euro, "Costo complessivo.", example: "27,00"),
      Field(
        "quota_ente", "provider_share_cents", .euro, "Quota a carico dell'ente.", example: "20,00"),
      Field(
        "quota_utente", "user_share_cents", .euro, "Quota a carico della persona.", example: "7,00"),
      Field(
        "quota_ssn", "health_share_cents", .euro, "Quota a carico del servizio sanitario.",
        example: "0,00"),
      Field(
        "volontari_ore", "volunteer_hours", .decimal(0...10_000), "Ore di volontariato.",
        example: "0,5"),
      Field("a_distanza", "is_remote", .yesNo, "Resa a distanza.", example: "no"),
      Field("condivisa", "is_shared", .yesNo, "Resa a più persone insieme.", example: "no"),
      Field(
        "partecipanti", "participants", .integer(0...100_000), "Numero di partecipanti.",
        example: "1"),
      Field(
        "regime", "regime", .code(.regime, keepsUnknown: false),
        "Pubblico, aziendale o territoriale.",
        example: "pubblico"),
      Field("programma", "programme", .text, "CUP o progetto che la finanzia.", example: "PRJ-01"),
    ],
    rules: [
      FutureDate(), AreaFromService(service: "servizio", area: "area_utenza"),
      PartsOfAWhole(
        whole: "costo", parts: ["quota_ente", "quota_utente", "quota_ssn"], isComplete: true),
    ])
}
