extension Contract {
  /// Payments (`pagamenti`).
  public static let pagamenti = Contract(
    dataset: "pagamenti", table: "payment", title: "Pagamenti",
    meaning: "Una riga per pagamento, o per totale pagato a una data.",
    fields: [
      Field(
        "cup", "cup", .cup, required: true, "Codice unico di progetto.", example: "B41H22000020006"),
      Field(
        "fonte", "fund", .code(.fonteFinanziamento, keepsUnknown: false), "Fonte.", example: "pnrr"),
      Field(
        "data", "paid_on", .date, required: true, "Giorno del pagamento o del totale.",
        example: "2025-03-31"),
      Field("importo", "amount_cents", .euro, required: true, "Importo.", example: "243.898,21"),
      Field(
        "fonte_dato", "origin", .text, required: true, "Chi lo dichiara e dove.",
        example: "ReGiS, dati aperti"),
      Field(
        "cumulato", "is_cumulative", .yesNo, required: true, "È un totale fino alla data.",
        example: "sì"),
    ],
    rules: [FutureDate()])
}
