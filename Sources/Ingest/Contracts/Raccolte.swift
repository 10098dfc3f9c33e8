extension Contract {
  /// Money and goods raised (`raccolte`).
  public static let raccolte = Contract(
    dataset: "raccolte", table: "fundraising", title: "Raccolte",
    meaning: "Una riga per ogni raccolta di denaro o di beni.",
    happenedOn: "data",
    fields: [
      Field(
        "ente", "provider", .organisation, required: true, "Codice fiscale dell'ente.",
        example: "92123450808"),
      Field(
        "data", "raised_on", .date, required: true, "Giorno della raccolta o della sua chiusura.",
        example: "2026-05-17"),
      Field(
        "fonte", "donor_kind", .code(.fonteRaccolta, keepsUnknown: true), required: true,
        "Da chi viene.", example: "cittadini"),
      Field("importo", "amount_cents", .euro, "Denaro raccolto.", example: "1.250,00"),
      Field(
        "bene", "goods", .text, "Bene raccolto, quando non è denaro.", example: "generi alimentari"),
      Field(
        "quantita", "quantity", .decimal(0...1_000_000_000), "Quantità del bene.", example: "320"),
      Field("unita", "unit", .text, "Unità della quantità.", example: "kg"),
      Field(
        "valore_stimato", "estimated_cents", .euro, "Valore stimato del bene.", example: "960,00"),
      Field(
        "vincolato", "is_restricted", .yesNo, "Il donatore ne ha fissato l'uso.", example: "no"),
      Field(
        "programma", "programme", .text, "CUP o progetto a cui è destinata.", example: "PRJ-01"),
      Field("donatori", "donors", .integer(0...100_000_000), "Numero di donatori.", example: "46"),
    ],
    rules: [FutureDate(), AtLeastOne(["importo", "bene"])])
}
