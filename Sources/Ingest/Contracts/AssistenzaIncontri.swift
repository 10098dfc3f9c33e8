extension Contract {
  /// Meetings between families and carers (`assistenza_incontri`).
  public static let assistenzaIncontri = Contract(
    dataset: "assistenza_incontri", table: "care_meeting",
    title: "Incontri fra famiglie e assistenti",
    meaning:
      "Una riga per ogni incontro proposto fra una domanda e un'offerta di assistenza familiare.",
    identity: "id_incontro",
    happenedOn: "data_proposta",
    fields: [
      Field(
        "id_incontro", "meeting_id", .identifier, required: true, "Identificativo dell'incontro.",
        example: "INC-0027"),
      Field(
        "id_domanda", "care_request_id", .identifier, required: true, "Domanda della famiglia.",
        example: "DOM-0044"),
      Field(
        "id_offerta", "care_offer_id", .identifier, required: true, "Offerta dell'assistente.",
        example: "ASF-0019"),
      Field(
        "data_proposta", "proposed_on", .date, required: true, "Proposta dell'incontro.",
        example: "2026-02-12"),
      Field("data_colloquio", "interviewed_on", .date, "Colloquio.", example: "2026-02-16"),
      Field(
        "data_contratto", "contracted_on", .date, "Inizio del contratto.", example: "2026-03-01"),
      Field(
        "contratto_regolare", "is_regular", .yesNo, "Contratto regolare dichiarato.", example: "sì"),
      Field(
        "data_fine", "ended_on", .date, "Fine del rapporto; vuota se dura.", example: "2026-06-20"),
    ],
    rules: [
      FutureDate(),
      DatesInOrder(
        first: "data_proposta", later: ["data_colloquio", "data_contratto", "data_fine"]),
      DatesInOrder(first: "data_contratto", later: ["data_fine"]),
    ])
}
