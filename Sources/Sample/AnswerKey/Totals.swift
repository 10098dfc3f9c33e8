internal import Warehouse

/// Counts of current requests, and of the people behind them.
struct Totals {
  /// Requests, started ones, open ones.
  typealias Count = SIMD4<Int>

  private let places: Places
  private let firstYear: Int
  private let years: Int
  private(set) var all = Count()
  /// By half-year, place and area.
  private var cells: [Count]
  private var services: [Count]
  private var channels: [Count]
  private var outcomes: [Int]
  private var people: Crowd
  private var starters: Crowd

  init(world: World, places: Places) {
    self.places = places
    firstYear = world.season.firstDay.year
    years = world.asOf.year - firstYear + 1
    cells = Array(
      repeating: Count(), count: years * 2 * places.codes.count * ServiceMix.areas.count)
    services = Array(repeating: Count(), count: ServiceMix.services.count + 1)
    channels = Array(repeating: Count(), count: Channel.allCases.count + 1)
    outcomes = Array(repeating: 0, count: Outcome.allCases.count + 1)
    people = Crowd(people: world.people.count, years: years, places: places.codes.count)
    starters = people
  }

  mutating func add(_ r: Recorded, home: Int) {
    let count = Count(1, r.isStarted ? 1 : 0, r.isOpen ? 1 : 0, 0)
    all &+= count
    let year = r.received.year - firstYear
    let half = year * 2 + (r.received.month > 6 ? 1 : 0)
    let cell = (half * places.codes.count + r.comune) * ServiceMix.areas.count + r.area
    cells[cell] &+= count
    services[r.service ?? services.count - 1] &+= count
    channels[r.channel?.rawValue ?? channels.count - 1] &+= count
    outcomes[r.outcome?.rawValue ?? outcomes.count - 1] += 1
    if r.isAnonymous {
      people.addAnonymous(year: year, place: r.comune)
      if r.isStarted { starters.addAnonymous(year: year, place: r.comune) }
    }
    guard let person = r.person else { return }
    people.add(person, year: year, place: r.comune, home: home)
    if r.isStarted { starters.add(person, year: year, place: r.comune, home: home) }
  }

  /// Distinct people of all current requests; anonymous rows are one each.
  var persons: Int { people.total }
  var anonymous: Int { people.anonymous }

  var byHalfPlaceArea: JSON {
    var rows: [JSON] = []
    let areas = ServiceMix.areas.count
    for (i, count) in cells.enumerated() where count.x > 0 {
      let half = i / areas / places.codes.count
      rows.append(
        .array([
          .string("\(firstYear + half / 2)-S\(half % 2 + 1)"),
          .string(places.codes[i / areas % places.codes.count]),
          .string(ServiceMix.areas[i % areas]), .int(count.x), .int(count.y), .int(count.z),
        ]))
    }
    return table(["semestre", "comune", "area_utenza", "richieste", "attivate", "aperte"], rows)
  }

  var byYearPlace: JSON {
    var rows: [JSON] = []
    for year in 0..<years {
      for place in places.codes.indices {
        let count = sum(year: year, place: place)
        guard count.x > 0 else { continue }
        rows.append(
          .array([
            .int(firstYear + year), .string(places.codes[place]), .int(count.x), .int(count.y),
            .int(count.z), .int(people.count(year: year, place: place)),
            .int(starters.count(year: year, place: place)),
          ]))
      }
    }
    return table(
      ["anno", "comune", "richieste", "attivate", "aperte", "persone", "persone_attivate"], rows)
  }

  var byYear: JSON {
    let rows = (0..<years).map { year in
      let count = places.codes.indices.reduce(into: Count()) {
        $0 &+= sum(year: year, place: $1)
      }
      return JSON.array([
        .int(firstYear + year), .int(count.x), .int(count.y), .int(count.z),
        .int(people.count(year: year)), .int(starters.count(year: year)),
      ])
    }
    return table(["anno", "richieste", "attivate", "aperte", "persone", "persone_attivate"], rows)
  }

  /// Requests grouped by something their place belongs to.
  func byGroup(_ name: String, of groupOfPlace: (Int) -> String) -> JSON {
    var groups: [String: Count] = [:]
    for place in places.codes.indices {
      let count = (0..<years).reduce(into: Count()) { $0 &+= sum(year: $1, place: place) }
      groups[groupOfPlace(place), default: Count()] &+= count
    }
    let rows = groups.keys.sorted().filter { groups[$0]!.x > 0 }.map { key in
      JSON.array([
        .string(key), .int(groups[key]!.x), .int(groups[key]!.y), .int(groups[key]!.z),
      ])
    }
    return table([name, "richieste", "attivate", "aperte"], rows)
  }

  var byService: JSON { list("servizio", ServiceMix.services + ["ND"], services) }
  var byChannel: JSON { list("canale", Channel.allCases.map(\.code) + ["ND"], channels) }

  var byOutcome: JSON {
    let names = Outcome.allCases.map(\.code) + [""]
    return table(
      ["esito", "richieste"],
      outcomes.indices.filter { outcomes[$0] > 0 }.map {
        .array([.string(names[$0]), .int(outcomes[$0])])
      })
  }

  private func sum(year: Int, place: Int) -> Count {
    var total = Count()
    for half in [year * 2, year * 2 + 1] {
      let start = (half * places.codes.count + place) * ServiceMix.areas.count
      for cell in start..<(start + ServiceMix.areas.count) { total &+= cells[cell] }
    }
    return total
  }

  private func list(_ name: String, _ names: [String], _ counts: [Count]) -> JSON {
    table(
      [name, "richieste", "attivate", "aperte"],
      counts.indices.filter { counts[$0].x > 0 }.map { i in
        .array([.string(names[i]), .int(counts[i].x), .int(counts[i].y), .int(counts[i].z)])
      })
  }

  private func table(_ columns: [String], _ rows: [JSON]) -> JSON {
    .object([("colonne", .array(columns.map(JSON.string))), ("righe", .array(rows))])
  }
}
