extension Contract {
  /// Statements of funding (`finanziamenti`): none overwrites another.
  public static let finanziamenti = Contract(
    dataset: "finanziamenti", table: "funding", title: "Finanziamenti",
    meaning: "Una riga per ogni dichiarazione di finanziamento, con data e origine.",
    fields: [
      Field(
        "cup", "cup", .cup, required: true, "Codice unico di progetto.", example: "B41H22000020006"),
      Field(
        "fonte", "fund", .code(.fonteFinanziamento, keepsUnknown: false), required: true,
        "Fonte del finanziamento, oppure totale.", example: "pnrr"),
      Field(
        "importo", "amount_cents", .euro, required: true, "Importo.", example: "1.479.692,48 €"),
      Field(
        "data_riferimento", "referred_to", .date, required: true, "A quando si riferisce.",
        example: "2025-03-31"),
      Field(
        "fonte_dato", "origin", .text, required: true, "Chi lo dichiara e dove.",
        example: "ReGiS, dati aperti"),
    ],
    rules: [FutureDate()])
}
