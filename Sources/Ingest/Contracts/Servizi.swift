extension Contract {
  /// Offers published (`servizi`).
  public static let servizi = Contract(
    dataset: "servizi", table: "service_offer", title: "Servizi offerti",
    meaning: "Una riga per ogni offerta pubblicata.", identity: "id_servizio",
    fields: [
      Field(
        "id_servizio", "offer_id", .identifier, required: true, "Identificativo dell'offerta.",
        example: "SRV-014"),
      Field(
        "ente", "provider", .organisation, required: true, "Codice fiscale dell'ente.",
        example: "92123450808"),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true), required: true, "Servizio.",
        example: "C1"),
      Field(
        "percorso", "funnel_path", .text, "Percorso nell'imbuto della piattaforma.",
        example: "P2>domicilio"),
      Field(
        "area_utenza", "user_area", .code(.areaUtenza, keepsUnknown: true), "Area di utenza.",
        example: "ANN"),
      Field("titolo", "title", .text, "Titolo dell'offerta.", example: "Assistenza a domicilio"),
      Field(
        "comuni", "comuni", .comuni, required: true, "Comuni coperti separati da |, oppure tutti.",
        example: "080043|080036"),
      Field("gratuita", "is_free", .yesNo, required: true, "Offerta gratuita.", example: "no"),
      Field("prezzo", "price_cents", .euro, "Prezzo.", example: "18,00"),
      Field("condivisa", "is_shared", .yesNo, "In condivisione.", example: "no"),
      Field(
        "modalita", "mode", .code(.modalita, keepsUnknown: false), "Formula di erogazione.",
        example: "domicilio"),
      Field(
        "regime", "regime", .code(.regime, keepsUnknown: false),
        "Pubblico, aziendale o territoriale.",
        example: "territoriale"),
      Field("capacita", "capacity", .decimal(0...1_000_000), "Capacità.", example: "40"),
      Field(
        "unita_capacita", "capacity_unit", .code(.unitaCapacita, keepsUnknown: false),
        "Unità della capacità.", example: "ore_settimana"),
      Field(
        "stato", "status", .code(.statoOfferta, keepsUnknown: false), "Stato dell'offerta.",
        example: "pubblicato"),
      Field("data_inizio", "starts_on", .date, required: true, "Inizio.", example: "2025-10-20"),
      Field("data_fine", "ends_on", .date, "Fine.", example: "2026-12-31"),
      Field(
        "lat", "latitude", .decimal(Field.latitudes), "Latitudine della sede.", example: "38,2393"),
      Field(
        "lon", "longitude", .decimal(Field.longitudes), "Longitudine della sede.",
        example: "16,2618"),
    ],
    rules: [
      DatesInOrder(first: "data_inizio", later: ["data_fine"]),
      AreaFromService(service: "servizio", area: "area_utenza"),
    ])
}
