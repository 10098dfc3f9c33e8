extension Contract {
  /// Services delivered (`prestazioni`).
  public static let prestazioni = Contract(
    dataset: "prestazioni", table: "service_delivery", title: "Prestazioni",
    meaning: "Una riga per ogni prestazione erogata.", identity: "id_prestazione",
    happenedOn: "data",
    fields: [
      Field("id_prestazione", "delivery_id", .identifier, required: true, "Identificativo."),
      Field("id_richiesta", "request_id", .identifier, "Richiesta a cui risponde."),
      Field("ente", "provider", .organisation, required: true, "Codice fiscale dell'ente."),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true), required: true,
        "Servizio reso.", example: "C1"),
      Field(
        "area_utenza", "user_area", .code(.areaUtenza, keepsUnknown: true), "Area di utenza."),
      Field("comune", "comune", .comune, required: true, "Comune di residenza della persona."),
      Field("id_persona", "person", .person, "Identificativo personale; diventa una chiave."),
      Field("data", "delivered_on", .date, required: true, "Giorno della prestazione."),
      Field(
        "quantita", "quantity", .quantity, required: true,
        "Quantità nell'unità indicata; le durate anche come 1h30 o 90 min.", example: "1,5"),
      Field(
        "unita", "unit", .code(.unita, keepsUnknown: false), required: true, "Unità di misura."),
      Field("costo", "cost_cents", .euro, "Costo complessivo."),
      Field("quota_ente", "provider_share_cents", .euro, "Quota a carico dell'ente."),
      Field("quota_utente", "user_share_cents", .euro, "Quota a carico della persona."),
      Field("quota_ssn", "health_share_cents", .euro, "Quota a carico del servizio sanitario."),
      Field("volontari_ore", "volunteer_hours", .decimal(0...10_000), "Ore di volontariato."),
      Field("a_distanza", "is_remote", .yesNo, "Resa a distanza."),
      Field("condivisa", "is_shared", .yesNo, "Resa a più persone insieme."),
      Field("partecipanti", "participants", .integer(0...100_000), "Numero di partecipanti."),
      Field("regime", "regime", .code(.regime, keepsUnknown: false), "Pubblico, aziendale, …"),
      Field("programma", "programme", .text, "CUP o progetto che la finanzia."),
    ],
    rules: [FutureDate(), AreaFromService(service: "servizio", area: "area_utenza")])
}
