/// Which services people of each user area ask for, how often and after how long.
///
/// Codes of the reference lists; the proportions are invented, plausible and the same everywhere.
enum ServiceMix {
  static let areas = ["FAM", "DIS", "ANZ", "ANN", "DIP", "IMM", "POV", "MUL", "XPL"]

  static let services = [
    "A1", "A2", "A3", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "C1", "C2", "C3", "C4", "D1",
    "D2", "D3", "D4", "E1", "E2", "E3", "E4", "E5", "X1", "X2", "X3",
  ]

  /// Weights by area, in the order of `areas`.
  private static let byArea: [[(service: String, weight: Double)]] = [
    [
      ("B4", 16), ("D1", 18), ("B2", 14), ("B3", 12), ("B1", 12), ("A2", 10), ("A1", 9), ("B5", 6),
      ("E3", 2), ("A3", 1),
    ],
    [
      ("B3", 18), ("C1", 16), ("C4", 14), ("D3", 14), ("B6", 10), ("C3", 10), ("A2", 8), ("B2", 5),
      ("E5", 3), ("E2", 2),
    ],
    [
      ("C3", 22), ("C4", 22), ("A1", 16), ("D1", 14), ("D2", 12), ("C1", 10), ("E2", 4),
    ],
    [
      ("C1", 34), ("C2", 22), ("C3", 16), ("E5", 10), ("D3", 8), ("C4", 6), ("B4", 4),
    ],
    [("B8", 40), ("A2", 30), ("B6", 30)],
    [("A1", 30), ("B8", 30), ("B5", 20), ("E4", 10), ("A2", 10)],
    [
      ("B1", 38), ("B7", 18), ("A2", 14), ("B6", 10), ("B8", 8), ("D4", 6), ("E1", 6),
    ],
    [("A1", 50), ("A2", 30), ("B8", 20)],
    [("X2", 45), ("X1", 30), ("X3", 25)],
  ]

  static let choices: [(pick: WeightedChoice, services: [Int])] = byArea.map { mix in
    (WeightedChoice(mix.map(\.weight)), mix.map { services.firstIndex(of: $0.service)! })
  }

  /// Area weights by age: up to 17, 18–64, 65–79, 80 and over; without and with what only the
  /// platform offers.
  private static let areaByAge: [[Double]] = [
    [78, 20, 0, 0, 0, 2, 0, 0, 0],
    [26, 20, 0, 0, 4, 8, 36, 6, 0],
    [2, 6, 66, 18, 0.5, 0.5, 4, 3, 0],
    [0, 1, 30, 66, 0, 0, 1, 2, 0],
  ]
  static let areaAtDesk = areaByAge.map(WeightedChoice.init)
  static let areaOnPlatform = areaByAge.map { weights in
    var all = weights
    all[8] = 14
    return WeightedChoice(all)
  }

  static func ageGroup(_ age: Int) -> Int { age < 18 ? 0 : age < 65 ? 1 : age < 80 ? 2 : 3 }

  /// How much longer than the average the start of a service takes, by service.
  static let slowness: [Double] = services.map { code in
    switch code.first {
    case "A": 0.35
    case "B": code == "B7" ? 0.15 : 0.9
    case "C": code == "C4" ? 0.6 : 1.1
    case "D": 1.2
    case "E": 2.2
    default: 0.5
    }
  }
}
