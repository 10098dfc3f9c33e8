extension Contract {
  /// Cases taken in charge (`casi`).
  public static let casi = Contract(
    dataset: "casi", table: "case_file", title: "Casi",
    meaning: "Una riga per ogni caso preso in carico.", identity: "id_caso",
    happenedOn: "data_apertura",
    fields: [
      Field(
        "id_caso", "case_id", .identifier, required: true, "Identificativo del caso.",
        example: "CAS-0219"),
      Field(
        "id_persona", "person", .person, required: true,
        "Identificativo personale; diventa una chiave.", example: "(mai mostrato)"),
      Field("comune", "comune", .comune, required: true, "Comune di residenza.", example: "080043"),
      Field(
        "area_utenza", "user_area", .code(.areaUtenza, keepsUnknown: true), required: true,
        "Area di utenza.", example: "ANN"),
      Field(
        "data_apertura", "opened_on", .date, required: true, "Apertura del caso.",
        example: "2025-11-03"),
      Field(
        "data_chiusura", "closed_on", .date, "Chiusura del caso; vuota se è aperto.",
        example: "2026-04-30"),
      Field(
        "motivo_chiusura", "closing_reason", .ownWord, "Motivo della chiusura.",
        example: "risoluzione dello stato di bisogno"),
      Field(
        "in_carico_a", "taken_by", .codes(.inCaricoA), "Chi ha in carico il caso, separati da |.",
        example: "servizio_sociale|volontariato"),
      Field(
        "enti", "organisations", .organisations,
        "Codici fiscali degli enti coinvolti, separati da |.", example: "92123450808"),
      Field(
        "obiettivi_breve", "short_goals", .integer(1...3),
        "Obiettivi a breve: 1 non raggiunti, 2 in parte, 3 raggiunti.", example: "3"),
      Field(
        "obiettivi_medio", "medium_goals", .integer(1...3),
        "Obiettivi a medio termine, come sopra.", example: "2"),
      Field(
        "obiettivi_lungo", "long_goals", .integer(1...3), "Obiettivi a lungo termine, come sopra.",
        example: "1"),
    ],
    rules: [FutureDate(), DatesInOrder(first: "data_apertura", later: ["data_chiusura"])])
}
