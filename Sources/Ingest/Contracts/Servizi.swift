extension Contract {
  /// Offers published (`servizi`).
  public static let servizi = Contract(
    dataset: "servizi", table: "service_offer", title: "Servizi offerti",
    meaning: "Una riga per ogni offerta pubblicata.", identity: "id_servizio",
    fields: [
      Field("id_servizio", "offer_id", .identifier, required: true, "Identificativo dell'offerta."),
      Field("ente", "provider", .organisation, required: true, "Codice fiscale dell'ente."),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true), required: true, "Servizio."),
      Field("percorso", "funnel_path", .text, "Percorso nell'imbuto della piattaforma."),
      Field(
        "area_utenza", "user_area", .code(.areaUtenza, keepsUnknown: true), "Area di utenza."),
      Field("titolo", "title", .text, "Titolo dell'offerta."),
      Field(
        "comuni", "comuni", .comuni, required: true, "Comuni coperti separati da |, oppure tutti."),
      Field("gratuita", "is_free", .yesNo, required: true, "Offerta gratuita."),
      Field("prezzo", "price_cents", .euro, "Prezzo."),
      Field("condivisa", "is_shared", .yesNo, "In condivisione."),
      Field("modalita", "mode", .code(.modalita, keepsUnknown: false), "Formula di erogazione."),
      Field("regime", "regime", .code(.regime, keepsUnknown: false), "Pubblico, aziendale, …"),
      Field("capacita", "capacity", .decimal(0...1_000_000), "Capacità."),
      Field(
        "unita_capacita", "capacity_unit", .code(.unitaCapacita, keepsUnknown: false),
        "Unità della capacità."),
      Field("stato", "status", .code(.statoOfferta, keepsUnknown: false), "Stato dell'offerta."),
      Field("data_inizio", "starts_on", .date, required: true, "Inizio."),
      Field("data_fine", "ends_on", .date, "Fine."),
      Field("lat", "latitude", .decimal(-90...90), "Latitudine della sede."),
      Field("lon", "longitude", .decimal(-180...180), "Longitudine della sede."),
    ],
    rules: [
      DatesInOrder(first: "data_inizio", later: ["data_fine"]),
      AreaFromService(service: "servizio", area: "area_utenza"),
    ])
}
