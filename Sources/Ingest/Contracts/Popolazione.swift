extension Contract {
  /// Residents (`popolazione`).
  public static let popolazione = Contract(
    dataset: "popolazione", table: "population", title: "Popolazione residente",
    meaning: "Una riga per comune, anno, età (o fascia) e sesso.",
    fields: [
      Field("comune", "comune", .comune, required: true, "Comune.", example: "080043"),
      Field(
        "anno", "year", .integer(1900...2100), required: true, "Anno (al 1° gennaio).",
        example: "2026"),
      Field(
        "eta", "age_from", .ageBand(column2: "age_to"), required: true,
        "Età singola o fascia: 65, 65-69, 100+.", example: "65-69"),
      Field(
        "sesso", "sex", .code(.sesso, keepsUnknown: false), required: true, "F o M.", example: "F"),
      Field(
        "residenti", "residents", .integer(0...100_000_000), required: true, "Residenti.",
        example: "412"),
    ])
}
