internal import Warehouse

/// Organisations that do not exist: their fiscal codes start with 9999 and their names say so.
struct Organisations: Sendable {
  struct Organisation: Sendable {
    var code: String
    var name: String
    var kind: Kind
    var comune: Int
    /// Positions of the comuni it serves, its own among them.
    var served: [Int]
    var activities: [String]
    var volunteers: Int
    /// Tenths of a full-time employee.
    var staffTenths: Int
    var registeredOn: Day
    var runtsNumber: Int
  }

  enum Kind: Int, CaseIterable {
    case volunteers, promotion, cooperative, enterprise, foundation

    var name: String {
      [
        "Associazione Sintetica", "Circolo Sintetico", "Cooperativa Sintetica",
        "Impresa sociale Sintetica", "Fondazione Sintetica",
      ][rawValue]
    }
    /// The `tipo` of the contract, the register's section, and the words of the register.
    var code: String {
      ["odv", "aps", "coop_sociale", "impresa_sociale", "filantropico"][rawValue]
    }
    var section: String { ["a", "b", "d", "d", "c"][rawValue] }
    var words: String {
      [
        "Org. di volontariato", "Ass. di promozione sociale", "Coop. sociale", "Impresa sociale",
        "Ente filantropico",
      ][rawValue]
    }
  }

  let all: [Organisation]

  /// One for every 5,000 residents, at most forty, and at least the fifteen that the projects name.
  init(_ territory: SampleTerritory, seed: UInt64, asOf: Day) {
    let residents = territory.comuni.reduce(0) { $0 + $1.residents }
    let count = min(max((residents + 4_999) / 5_000, 15), 40)
    let size = WeightedChoice(territory.comuni.map { Double($0.residents) })
    all = (0..<count).map { i in
      var random = RandomStream(seed: seed, .organisation, i)
      let kind = Kind.allCases[WeightedChoice([40, 30, 20, 6, 4]).pick(random.unit())]
      let comune = size.pick(random.unit())
      // Those of the same ambito, or some of them.
      let near = territory.comuni.indices.filter {
        territory.comuni[$0].ats == territory.comuni[comune].ats && $0 != comune
      }
      let reach = random.unit()
      let served = [comune] + near.filter { _ in random.chance(reach) }
      var digits = InlineArray<16, UInt8>(repeating: 0)
      let length = Identifiers.writeElevenDigits(9_999_000 + i, office: 999, to: &digits)
      return Organisation(
        code: String(decoding: (0..<length).map { digits[$0] }, as: UTF8.self),
        name: "\(kind.name) n. \(i + 1)", kind: kind, comune: comune,
        served: served.sorted(),
        activities: ["a"] + ["c", "i", "u", "w"].filter { _ in random.chance(0.35) },
        volunteers: 5 + random.below(60),
        staffTenths: kind == .volunteers ? 0 : 5 * random.below(40),
        registeredOn: asOf - 400 - random.below(1500), runtsNumber: 900_000 + i)
    }
  }
}
