extension Contract {
  /// Staff of the social services (`personale`).
  public static let personale = Contract(
    dataset: "personale", table: "staff", title: "Personale",
    meaning:
      "Una riga per comune o ambito, anno e profilo: personale dei servizi sociali in equivalenti a tempo pieno.",
    fields: [
      Field(
        "comune", "place", .place, required: true, "Comune, oppure ambito territoriale sociale.",
        example: "LOC"),
      Field("anno", "year", .integer(1900...2100), required: true, "Anno.", example: "2025"),
      Field(
        "profilo", "profile", .code(.profiloPersonale, keepsUnknown: true), required: true,
        "Profilo professionale.", example: "assistente_sociale"),
      Field(
        "fte", "fte", .decimal(0...100000), required: true, "Equivalenti a tempo pieno, non teste.",
        example: "7,5"),
      Field("tempo_indeterminato", "is_permanent", .yesNo, "A tempo indeterminato.", example: "sì"),
    ])
}
