extension Contract {
  /// Proceedings of co-programming, co-design or accreditation (`procedimenti`).
  public static let procedimenti = Contract(
    dataset: "procedimenti", table: "proceeding", title: "Procedimenti",
    meaning:
      "Una riga per ogni procedimento di co-programmazione, co-progettazione o accreditamento.",
    identity: "id_procedimento",
    fields: [
      Field(
        "id_procedimento", "proceeding_id", .identifier, required: true,
        "Identificativo del procedimento.", example: "COP-2026-01"),
      Field(
        "tipo", "proceeding_kind", .code(.tipoProcedimento, keepsUnknown: true), required: true,
        "Tipo di procedimento.", example: "coprogrammazione"),
      Field(
        "oggetto", "subject", .text, required: true, "Oggetto.", example: "Anziani nella Locride"),
      Field(
        "attivita_art5", "activities", .codes(.attivitaArt5),
        "Lettere dell'art. 5 CTS, separate da |.", example: "a|c"),
      Field("cup", "cup", .cup, "CUP, se il procedimento ne ha uno.", example: "B41H22000020006"),
      Field(
        "data_avvio", "started_on", .date, required: true, "Atto di avvio.", example: "2026-02-02"),
      Field("data_avviso", "announced_on", .date, "Avviso pubblico.", example: "2026-02-16"),
      Field(
        "data_conclusione", "concluded_on", .date, "Atto di conclusione.", example: "2026-06-15"),
      Field(
        "responsabile_ufficio", "office", .text, "Ufficio responsabile, non la persona.",
        example: "Ufficio di piano"),
    ],
    rules: [
      FutureDate(), DatesInOrder(first: "data_avvio", later: ["data_avviso", "data_conclusione"]),
    ])
}
