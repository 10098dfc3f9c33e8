extension Contract {
  /// Prevalence of needs (`prevalenze`).
  public static let prevalenze = Contract(
    dataset: "prevalenze", table: "prevalence", title: "Prevalenze",
    meaning:
      "Una riga per area di utenza, fascia di età e sesso: quota di residenti con il bisogno, da indagini nazionali.",
    fields: [
      Field(
        "area_utenza", "user_area", .code(.areaUtenza, keepsUnknown: true), required: true,
        "Area di utenza.", example: "ANN"),
      Field(
        "fascia_eta", "age_from", .ageBand(column2: "age_to"), required: true,
        "Età singola o fascia.", example: "75-84"),
      Field(
        "sesso", "sex", .code(.sesso, keepsUnknown: false), "F o M; vuoto se vale per entrambi.",
        example: "F"),
      Field(
        "prevalenza", "prevalence", .decimal(0...1), required: true, "Quota da 0 a 1.",
        example: "0,182"),
      Field(
        "ic_inf", "lower", .decimal(0...1), "Estremo inferiore dell'intervallo.", example: "0,171"),
      Field(
        "ic_sup", "upper", .decimal(0...1), "Estremo superiore dell'intervallo.", example: "0,194"),
      Field(
        "fonte", "origin", .text, required: true, "Indagine da cui viene.",
        example: "indagine di esempio"),
      Field(
        "anno", "year", .integer(1900...2100), required: true, "Anno dell'indagine.",
        example: "2019"),
    ],
    rules: [WithinInterval("prevalenza", lower: "ic_inf", upper: "ic_sup")])
}
