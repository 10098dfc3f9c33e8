extension Contract {
  /// Social spending (`spesa_sociale`).
  public static let spesaSociale = Contract(
    dataset: "spesa_sociale", table: "social_spending", title: "Spesa sociale",
    meaning:
      "Una riga per comune o ambito, anno, area e servizio. Serie di fonti diverse non si concatenano.",
    fields: [
      Field(
        "comune", "place", .place, required: true, "Comune, oppure ambito territoriale sociale.",
        example: "080043"),
      Field("anno", "year", .integer(1900...2100), required: true, "Anno.", example: "2023"),
      Field(
        "area_utenza", "user_area", .code(.areaUtenza, keepsUnknown: true), required: true,
        "Area di utenza.", example: "ANN"),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true), "Servizio.", example: "C1"),
      Field(
        "spesa_lorda", "gross_cents", .euro, required: true, "Spesa lorda.", example: "184.300,00"),
      Field(
        "compartecipazione_utenti", "user_share_cents", .euro, "Quota pagata dagli utenti.",
        example: "12.500,00"),
      Field(
        "compartecipazione_ssn", "health_share_cents", .euro, "Quota del servizio sanitario.",
        example: "40.000,00"),
      Field(
        "fonte", "spending_source", .code(.fonteSpesa, keepsUnknown: true), required: true,
        "Da quale rilevazione.", example: "istat"),
    ],
    rules: [
      PartsOfAWhole(
        whole: "spesa_lorda", parts: ["compartecipazione_utenti", "compartecipazione_ssn"],
        isComplete: false)
    ])
}
