public import Warehouse

/// What an indicator may look at while it is worked out.
public struct Computation: Sendable {
  let facts: FactReader
  /// What they say of all requests.
  let requests: RequestDigest
  let residents: Residents
  let settings: DisclosureSettings
  /// Codes of special categories.
  let sensitive: SensitiveCodes
  /// What indicators need and nobody has ever filled in.
  let unmet: Set<Need>
  /// By unit, the ways it is a sum of others.
  private let sums: [Int: [[Int]]]
  /// What has been worked out so far, as it is published.
  var published: [Observation]
  private let personsReached: [Int]
  /// Requests of a cell where their number is published.
  let requestsShown: [String: Int]
  /// Cells where that number is withheld.
  let requestsWithheld: Set<String>
  let firstContacts: FirstContactsShown
  /// By period, comuni whose coverage is withheld.
  let comuniWithheld: [Period: Int]

  public var store: Store { facts.store }
  public var asOf: Day { facts.asOf }
  var frame: Frame { facts.frame }

  /// - Parameter personsReached: distinct persons by cell of the frame; for measures over the whole
  ///   territory, never to be published by cell.
  init(
    facts: FactReader, requests: RequestDigest, residents: Residents,
    settings: DisclosureSettings, sensitive: SensitiveCodes, unmet: Set<Need> = [],
    published: [Observation], personsReached: [Int]
  ) {
    self.facts = facts
    self.requests = requests
    self.residents = residents
    self.settings = settings
    self.sensitive = sensitive
    self.unmet = unmet
    self.published = published
    self.personsReached = personsReached
    requestsShown = Dictionary(
      uniqueKeysWithValues: published.compactMap { one in
        guard one.indicator == RequestsPerThousand.slug, let count = one.numerator
        else { return nil }
        return (one.id, Int(count))
      })
    requestsWithheld = Set(
      published.lazy.filter {
        $0.indicator == RequestsPerThousand.slug && $0.status == .suppressed
      }.map(\.id))
    firstContacts = FirstContactsShown(published)
    comuniWithheld = published.reduce(into: [:]) { withheld, one in
      guard one.indicator == PopulationCoverage.definition.slug, one.dimension == "totale",
        one.territory.kind == .comune, one.status == .suppressed
      else { return }
      withheld[one.period, default: 0] += 1
    }
    var sums: [Int: [[Int]]] = [:]
    for ofComuni in [true, false] {
      for (whole, parts) in facts.frame.geographicSums(ofComuni: ofComuni) {
        if sums[whole]?.contains(parts) != true { sums[whole, default: []].append(parts) }
      }
    }
    self.sums = sums
  }

  /// Last day of which the source of a delivery can tell, never after the as-of date.
  func observedUntil(snapshot: Int64) -> Day { facts.observedUntil(snapshot: snapshot) }

  /// Distinct persons reached in a unit and period of the frame.
  func reached(_ unit: Int, _ period: Int) -> Int {
    personsReached[frame.cell(unit: unit, period: period, modality: 0)]
  }

  // MARK: One indicator

  /// - Parameter protected: its table and what is withheld of it, where others over the same facts have
  ///   their say in it.
  func observations(
    of indicator: Indicator, protected: ProtectedTable? = nil
  ) throws -> [Observation] {
    if let silence = silence(of: indicator) { return [silence] }
    switch indicator.calculation {
    case .code(_, let code), .review(_, let code):
      let own = Computation.lastOfEach(try code(self))
      return own.isEmpty ? [nothing(indicator.definition.slug)] : own
    case .gathered(let counting, let gather):
      let table = CellTable(try gather(self), counting: counting, frame: frame)
      let own = member(table, counting, indicator.definition, isGathered: true)
      return estimates(try self.protected([own])[0], indicator)
    case .facts(let counting):
      if let protected { return estimates(protected, indicator) }
      let base = try facts.tallies([counting], over: counting.table)[0]
      let table = CellTable(base, counting: counting, frame: frame)
      return estimates(
        try self.protected([member(table, counting, indicator.definition)])[0], indicator)
    }
  }

  /// The table of an indicator with its rule on few persons.
  func member(
    _ table: CellTable, _ counting: Counting, _ definition: Definition, isGathered: Bool = false
  ) -> CellProtection.Member {
    let rule = MinimumCell(definition.minimumCell)
    @Sendable func threshold(_ key: CellTable.Key) -> Int? {
      let isSensitive = sensitive.holds(table.dimensions[key.dimension], key.code)
      let comune = key.unit - frame.firstComune
      return rule.threshold(
        settings, isSensitive: isSensitive,
        comuneResidents: frame.comuni.indices.contains(comune)
          ? frame.comuni[comune].residents : nil)
    }
    var member = CellProtection.Member(table: table, counting: counting, threshold: threshold)
    if !isGathered { hold(&member) }
    return member
  }

  typealias ProtectedTable = (member: CellProtection.Member, withheld: CellProtection.Withheld)

  /// Disclosure control of indicators over one dataset, those that say something of one another together.
  func protected(_ alone: [CellProtection.Member]) throws -> [ProtectedTable] {
    let members = besideEachOther(alone)
    struct Job: Sendable {
      var members: [Int]
      var protection: CellProtection
      var year: Int
    }
    let jobs = CellProtection.families(members).flatMap { family -> [Job] in
      let personal = family.filter { i in
        let key = CellTable.Key(
          unit: 0, period: frame.stock, dimension: 0, code: "totale")
        return members[i].threshold(key) != nil
      }
      if personal.isEmpty { return [] }
      let protection = CellProtection(
        members: personal.map { members[$0] }, floor: settings.legalFloor, sums: sums)
      return protection.years.map { Job(members: personal, protection: protection, year: $0) }
    }
    // The longest first, so that no core waits for the last one.
    func size(_ job: Job) -> Int {
      job.members.reduce(0) { sum, i in
        sum + members[i].table.cells.keys.count { $0.period.year == job.year }
      }
    }
    let ordered = jobs.map { (job: $0, size: size($0)) }.sorted { $0.size > $1.size }.map(\.job)
    let found = try concurrently(ordered.count) {
      try ordered[$0].protection.withheld(in: ordered[$0].year)
    }
    var all: [ProtectedTable] = members.map { ($0, CellProtection.Withheld()) }
    for (job, withheld) in zip(ordered, found) {
      for (i, own) in zip(job.members, withheld) { all[i].withheld.formUnion(own) }
    }
    return all
  }

  /// Estimates of every cell, after disclosure control.
  func estimates(_ protected: ProtectedTable, _ indicator: Indicator) -> [Observation] {
    let (table, counting) = (protected.member.table, protected.member.counting)
    let slug = indicator.definition.slug
    let estimates = CellEstimates(
      counting: counting, settings: settings,
      residents: { key, ages, sex in
        residents.count(unit: key.unit, year: key.period.year, ages: ages, sex: sex)
      },
      total: { key in
        table.cells[
          CellTable.Key(unit: key.unit, period: key.period, dimension: 0, code: "totale")]
      },
      threshold: protected.member.threshold)
    var all: [Observation] = []
    // Facts about a year as a whole tell of the years they name.
    let years = table.isYearly ? Set(table.cells.keys.map(\.period)) : []
    for period in table.periods {
      // Without a row they would be known to be none.
      let noughts =
        protected.member.holders.isEmpty
        ? [] : table.noughts(in: period, where: protected.member.isPartOfWithheld)
      all += noughts.flatMap { withheld($0, table, estimates, slug) }
      for key in table.keys(in: period) where table.publishes(key) && !noughts.contains(key) {
        if table.cells[key] == nil {
          let isTold =
            table.isStock
            || (table.isYearly ? years.contains(period) : facts.tells(counting.table, of: period))
          // Nothing over nothing says something of the whole alone, and so does what nobody told of.
          if key.unit > 0, !counting.measure.countsZero || !isTold { continue }
          if !isTold {
            all.append(untold(key, slug))
            continue
          }
        }
        all += observations(key, table, estimates, protected.withheld, slug)
      }
    }
    return all.isEmpty ? [nothing(slug)] : all
  }

  /// Where several facts speak of the same thing (two publishers, one milestone) the last one holds.
  private static func lastOfEach(_ observations: [Observation]) -> [Observation] {
    var place: [String: Int] = [:]
    var kept: [Observation] = []
    for one in observations {
      if let index = place[one.id] {
        kept[index] = one
      } else {
        place[one.id] = kept.count
        kept.append(one)
      }
    }
    return kept
  }

  /// Delivered, and nothing in it to work the indicator out from.
  private func nothing(_ slug: String) -> Observation {
    Observation(
      indicator: slug, territory: .total, period: .year(asOf.year), status: .notApplicable,
      note: "nessun caso")
  }

  private func untold(_ key: CellTable.Key, _ slug: String) -> Observation {
    Observation(
      indicator: slug, territory: frame.units[key.unit], period: key.period, status: .notReceived,
      note: "nessuna consegna parla di quel periodo")
  }

  private func blank(_ key: CellTable.Key, _ table: CellTable, _ slug: String) -> Observation {
    Observation(
      indicator: slug, territory: frame.units[key.unit], period: key.period,
      dimension: table.dimensions[key.dimension], modality: key.code)
  }

  private func withheld(
    _ key: CellTable.Key, _ table: CellTable, _ estimates: CellEstimates, _ slug: String
  ) -> [Observation] {
    estimates.suffixes.map { suffix in
      var one = blank(key, table, slug)
      one.indicator += suffix
      one.status = .suppressed
      return one
    }
  }

  private func observations(
    _ key: CellTable.Key, _ table: CellTable, _ estimates: CellEstimates,
    _ withheld: CellProtection.Withheld, _ slug: String
  ) -> [Observation] {
    if withheld.cells.contains(key) { return self.withheld(key, table, estimates, slug) }
    let hiddenHorizons = withheld.horizons.filter { $0.value.contains(key) }.keys
    return estimates.figures(
      key, table.cells[key] ?? CellTally(), hiddenHorizons: Set(hiddenHorizons)
    ).map { figure in
      var one = blank(key, table, slug)
      one.indicator += figure.suffix
      one.value = figure.value
      one.lower = figure.lower
      one.upper = figure.upper
      one.numerator = figure.numerator
      one.denominator = figure.denominator
      one.status = figure.status
      one.note = figure.note
      return one
    }
  }
}

/// The minimum-cell codes of the catalogue.
struct MinimumCell {
  private let code: String

  init(_ code: String) { self.code = code }

  var isOfPersons: Bool { !["", "KO"].contains(code) }

  /// Fewest persons (or sessions, or pairs) behind a cell; nil where nobody can be recognised:
  /// public facts and organisations.
  func threshold(
    _ settings: DisclosureSettings, isSensitive: Bool, comuneResidents: Int?
  ) -> Int? {
    if !isOfPersons { return nil }
    return switch code {
    case "K10": settings.threshold(isSensitive: true, comuneResidents: comuneResidents)
    default: settings.threshold(isSensitive: isSensitive, comuneResidents: comuneResidents)
    }
  }
}
