import Warehouse

/// NC4: who asks, by age and sex.
extension Indicator {
  static let whoAsks = Indicator(
    "NC4b", "richieste-eta-sesso",
    Text("Richieste per età e sesso", "Requests by age and sex"), .perThousand, .descriptive,
    cell: "KP",
    formula: Text(
      "1.000 × richieste del periodo / residenti della stessa età (compiuta nell'anno della richiesta: meno di 65, 65 e più) o dello stesso sesso",
      "1,000 × requests of the period / residents of the same age (turned in the year of the request: under 65, 65 and over) or of the same sex"
    ),
    caveats: Text(
      "Le richieste che non dicono l'età o il sesso sono nel totale e in nessuna voce: dove mancano spesso i tassi sono troppo bassi. Chi chiede per un figlio o per un genitore può avervi scritto il proprio anno di nascita.",
      "Requests that do not state age or sex are in the total and under no heading: where they are often missing rates are too low. Who asks for a child or a parent may have written their own year of birth."
    ),
    source: .both("Garwood (1936)"),
    .facts(
      Counting(
        .serviceRequest, when: .day(.requestedOn), by: [.age, .sex], measure: .rate(per: 1000),
        protects: .person, levels: .ats)),
    example: .facts(
      "Tre richieste, 1.000 residenti: 3 per 1.000.",
      "Three requests, 1,000 residents: 3 per 1,000.",
      [[.sex: "F"], [.sex: "F"], [.sex: "M"]], 3))
}
