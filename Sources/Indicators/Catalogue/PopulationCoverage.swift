import Warehouse

/// NC1: distinct persons reached by a service, of the target population.
public enum PopulationCoverage {
  public static let definition = Definition(
    slug: "copertura-popolazione", code: "NC1", family: "NC",
    name: Text(it: "Copertura della popolazione", en: "Population coverage"),
    unit: .share, direction: .higherIsBetter,
    formula: Text(
      it: """
        persone distinte con un servizio avviato o una prestazione ricevuta nel periodo / residenti della \
        popolazione di riferimento (0–17 anni per famiglia e minori, 65 e più per gli anziani, tutti per \
        le altre aree)
        """,
      en: """
        distinct persons with a service started or delivered in the period / residents of the target \
        population (0–17 for families, 65 and over for older people, everyone for the other areas)
        """),
    caveats: Text(
      it: """
        Le persone si riconoscono solo fra le fonti che condividono la chiave; chi arriva senza \
        identificativo non è contato. La popolazione di riferimento non è il bisogno.
        """,
      en: """
        People are recognised only across sources that share the key; those without an identifier are not \
        counted. The target population is not the need.
        """),
    source: Text(
      "Wilson (1927) per l'intervallo; popolazione residente",
      "Wilson (1927) for the interval; resident population"), minimumCell: "KP"
  )
  .reading(
    [.serviceRequest, .serviceDelivery, .population], by: ["area_utenza", "servizio"],
    WorkedExample(
      "Venti persone con un servizio avviato nel 2025, dieci delle quali hanno anche ricevuto prestazioni, su 1.000 residenti: 20 / 1.000 = 2 %.",
      "Twenty persons with a service started in 2025, ten of whom also received services, of 1,000 residents: 20 / 1,000 = 2%.",
      [
        .serviceRequest: (0..<20).flatMap { i in
          WorkedExample.requests(1, [.person: "\(i)", .startedOn: "2025-03-01"])
        },
        .serviceDelivery: (0..<10).map { i in
          [
            .person: "\(i)", .comune: WorkedExample.code(0), .deliveredOn: "2025-03-01",
            .service: "A1",
          ]
        },
      ], 0.02))
}
