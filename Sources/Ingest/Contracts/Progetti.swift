extension Contract {
  /// Multi-year community-welfare projects (`progetti`).
  public static let progetti = Contract(
    dataset: "progetti", table: "project", title: "Progetti",
    meaning: "Una riga per ogni progetto pluriennale di welfare di comunità.",
    identity: "id_progetto",
    fields: [
      Field(
        "id_progetto", "project_id", .identifier, required: true, "Identificativo del progetto.",
        example: "PRJ-01"),
      Field("titolo", "title", .text, required: true, "Titolo.", example: "Porte aperte"),
      Field("bando", "call", .text, "Bando.", example: "Welfare di comunità 2025"),
      Field(
        "capofila", "lead", .organisation, required: true, "Codice fiscale del capofila.",
        example: "92123450808"),
      Field(
        "partner", "partners", .organisations, "Codici fiscali dei partner, separati da |.",
        example: "02123450807"),
      Field(
        "comuni", "comuni", .comuni, required: true,
        "Comuni interessati, separati da |, oppure tutti.", example: "080043|080036"),
      Field("data_inizio", "starts_on", .date, required: true, "Inizio.", example: "2025-01-01"),
      Field("data_fine", "ends_on", .date, required: true, "Fine.", example: "2027-12-31"),
      Field(
        "contributo", "grant_cents", .euro, required: true, "Contributo della fondazione.",
        example: "600.000,00"),
      Field(
        "cofinanziamento", "cofunding_cents", .euro, "Cofinanziamento dei partner.",
        example: "150.000,00"),
      Field(
        "raccolta_obiettivo", "fundraising_goal_cents", .euro, "Obiettivo di raccolta fondi.",
        example: "90.000,00"),
      Field(
        "innovazione", "innovations", .codes(.innovazione),
        "Di governo, di processo, di servizio, separati da |.", example: "processo|servizio"),
    ],
    rules: [DatesInOrder(first: "data_inizio", later: ["data_fine"])])
}
