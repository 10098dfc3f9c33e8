extension Contract {
  /// Snapshots of waiting lists (`liste_attesa`).
  public static let listeAttesa = Contract(
    dataset: "liste_attesa", table: "waiting_list", title: "Liste d'attesa",
    meaning:
      "Una riga per lista e giorno di rilevazione; se la lista è nominativa, una riga per persona in attesa.",
    fields: [
      Field(
        "data_rilevazione", "observed_on", .date, required: true,
        "Giorno a cui la lista si riferisce.", example: "2026-06-30"),
      Field("comune", "comune", .comune, required: true, "Comune.", example: "080043"),
      Field(
        "servizio", "service", .code(.servizio, keepsUnknown: true), required: true,
        "Servizio atteso.", example: "C1"),
      Field(
        "ente", "provider", .organisation, "Codice fiscale di chi tiene la lista.",
        example: "92123450808"),
      Field(
        "in_attesa", "waiting", .integer(0...1_000_000), required: true,
        "Persone in attesa; 1 se la riga è di una persona.", example: "14"),
      Field(
        "id_persona", "person", .person, "Identificativo personale; diventa una chiave.",
        example: "(mai mostrato)"),
      Field(
        "data_inserimento", "entered_on", .date, "Ingresso della persona nella lista.",
        example: "2026-01-20"),
    ],
    rules: [FutureDate(), DatesInOrder(first: "data_inserimento", later: ["data_rilevazione"])])
}
