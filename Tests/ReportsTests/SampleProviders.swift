import Indicators
import Warehouse

/// Seven invented organisations: with deliveries, without, with too few persons to say.
enum SampleProviders {
  /// Codes that pass the check digit of a fiscal code and begin as no issued one does.
  static let codes = [
    "99990009997", "99990019996", "99990029995", "99990039994", "99990049993", "99990059992",
    "99990069991",
  ]

  static let all = codes.enumerated().map { index, code in
    ProviderProfile(
      fiscalCode: code, name: "Associazione di esempio n. \(index + 1)",
      kind: index % 2 == 0 ? "odv" : "coop_sociale", seat: ComuneCode("080001"),
      served: ["080001", "080002", "080009"].prefix(1 + index % 3).compactMap { ComuneCode($0) },
      activities: ["a", "c"], volunteers: index == 6 ? nil : Double(10 + 3 * index), employees: 0,
      offers: index == 5
        ? []
        : [
          ProviderProfile.Offer(
            service: ["A1", "C1", "E2"][index % 3], comuni: [ComuneCode("080001")!],
            capacity: 12, capacityUnit: "posti")
        ],
      deliveries: index < 5 ? 120 + 10 * index : nil, persons: index < 5 ? 40 + 5 * index : nil,
      isWithheld: index == 6,
      byComune: index < 5
        ? [
          .init(code: "080001", deliveries: 90), .init(code: "080002", deliveries: nil),
          .init(code: "080009", deliveries: nil),
        ] : [],
      byService: index < 5 ? [.init(code: "C", deliveries: 120 + 10 * index)] : [],
      sources: index < 5 ? [.init(publisher: "Comune di esempio", dataset: "richieste")] : [])
  }

  static let decision = TableDecision(
    procedure: "anziani-locride", number: "1", need: "Raggiungere chi vive lontano",
    decision: "Attivare un trasporto a chiamata", decidedOn: Day(iso: "2025-03-12")!,
    responsible: "Ufficio di piano",
    comuni: [], indicator: "copertura-bisogni", target: 0.8, due: Day(iso: "2026-12-31"),
    status: "in_corso")
}
