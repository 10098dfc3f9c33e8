extension Contract {
  /// Families looking for a carer (`assistenza_domande`).
  public static let assistenzaDomande = Contract(
    dataset: "assistenza_domande", table: "care_request", title: "Domande di assistenza familiare",
    meaning: "Una riga per ogni famiglia che cerca un assistente familiare.",
    identity: "id_domanda",
    happenedOn: "data_pubblicazione",
    fields: [
      Field(
        "id_domanda", "care_request_id", .identifier, required: true,
        "Identificativo della domanda.", example: "DOM-0044"),
      Field(
        "id_nucleo", "household", .person, "Codice del nucleo; diventa una chiave.",
        example: "(mai mostrato)"),
      Field(
        "comune", "comune", .comune, required: true, "Comune della famiglia.", example: "080043"),
      Field(
        "tipo_cura", "care_kind", .code(.tipoCura, keepsUnknown: true), required: true,
        "Cura di persone care, dei bambini o della casa.", example: "cari"),
      Field(
        "ore_settimanali", "weekly_hours", .decimal(0...168), "Ore richieste a settimana.",
        example: "20"),
      Field("convivenza", "lives_in", .yesNo, "È chiesta la convivenza.", example: "no"),
      Field(
        "data_pubblicazione", "published_on", .date, required: true, "Pubblicazione.",
        example: "2026-02-01"),
      Field(
        "data_chiusura", "closed_on", .date, "Chiusura; vuota se è aperta.", example: "2026-03-10"),
      Field("esito", "outcome", .text, "Esito.", example: "trovata"),
    ],
    rules: [FutureDate(), DatesInOrder(first: "data_pubblicazione", later: ["data_chiusura"])])
}
