extension Contract {
  /// Travel times between comuni (`tempi_percorrenza`).
  public static let tempiPercorrenza = Contract(
    dataset: "tempi_percorrenza", table: "travel_time", title: "Tempi di percorrenza",
    meaning: "Una riga per coppia di comuni.",
    fields: [
      Field(
        "origine", "origin_comune", .comune, required: true, "Comune di partenza.",
        example: "080043"),
      Field(
        "destinazione", "destination_comune", .comune, required: true, "Comune di arrivo.",
        example: "080063"),
      Field(
        "minuti", "minutes", .decimal(0...10000), required: true,
        "Minuti, in automobile se non è detto altro.", example: "78"),
    ])
}
