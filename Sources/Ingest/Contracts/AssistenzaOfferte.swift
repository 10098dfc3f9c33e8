extension Contract {
  /// Carers who offer themselves (`assistenza_offerte`).
  public static let assistenzaOfferte = Contract(
    dataset: "assistenza_offerte", table: "care_offer", title: "Offerte di assistenza familiare",
    meaning: "Una riga per ogni assistente familiare che si offre.", identity: "id_offerta",
    happenedOn: "data_pubblicazione",
    fields: [
      Field(
        "id_offerta", "care_offer_id", .identifier, required: true, "Identificativo dell'offerta.",
        example: "ASF-0019"),
      Field(
        "id_persona", "person", .person, "Identificativo personale; diventa una chiave.",
        example: "(mai mostrato)"),
      Field(
        "comune", "comune", .comune, required: true, "Comune dell'assistente.", example: "080043"),
      Field("qualifica", "qualification", .text, "Qualifica.", example: "OSS"),
      Field(
        "ore_settimanali", "weekly_hours", .decimal(0...168), "Ore disponibili a settimana.",
        example: "30"),
      Field(
        "data_pubblicazione", "published_on", .date, required: true, "Pubblicazione.",
        example: "2026-01-20"),
      Field(
        "data_chiusura", "closed_on", .date, "Chiusura; vuota se è aperta.", example: "2026-03-10"),
      Field("esito", "outcome", .text, "Esito.", example: "contratto"),
    ],
    rules: [FutureDate(), DatesInOrder(first: "data_pubblicazione", later: ["data_chiusura"])])
}
