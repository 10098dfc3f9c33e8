extension Contract {
  /// Referrals between organisations (`invii`).
  public static let invii = Contract(
    dataset: "invii", table: "referral", title: "Invii",
    meaning: "Una riga per ogni invio di una persona da un'organizzazione a un'altra.",
    identity: "id_invio",
    happenedOn: "data",
    fields: [
      Field(
        "id_invio", "referral_id", .identifier, required: true, "Identificativo dell'invio.",
        example: "INV-0087"),
      Field(
        "data", "referred_on", .date, required: true, "Giorno dell'invio.", example: "2026-02-10"),
      Field(
        "da_ente", "from_provider", .organisation, required: true, "Codice fiscale di chi invia.",
        example: "02123450807"),
      Field(
        "a_ente", "to_provider", .organisation, required: true, "Codice fiscale di chi riceve.",
        example: "92123450808"),
      Field(
        "id_persona", "person", .person, "Identificativo personale; diventa una chiave.",
        example: "(mai mostrato)"),
      Field(
        "id_richiesta", "request_id", .identifier, "Richiesta a cui l'invio si riferisce.",
        example: "2026-000123"),
      Field("comune", "comune", .comune, "Comune di residenza della persona.", example: "080043"),
      Field(
        "data_arrivo", "arrived_on", .date,
        "Giorno in cui la persona è arrivata; vuoto se non risulta.", example: "2026-02-17"),
      Field("esito", "outcome", .text, "Esito dell'invio.", example: "presa in carico"),
    ],
    rules: [FutureDate(), DatesInOrder(first: "data", later: ["data_arrivo"])])
}
