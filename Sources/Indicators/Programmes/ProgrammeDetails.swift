public import Warehouse

extension Programme.Milestone {
  /// By CUP, in the order of the plan; of a step told by two publishers the last delivered stands.
  static func all(in store: Store, asOf: Day) throws -> [String: [Self]] {
    var all: [String: [String: Self]] = [:]
    try store.forEachCurrent(.milestone) { fact in
      guard let cup = fact.text(.cup), let code = fact.text(.code),
        let planned = fact.day(.plannedOn)
      else { return }
      all[cup, default: [:]][code] = Self(
        code: code, name: fact.text(.name) ?? code, planned: planned,
        actual: fact.happened(.actualOn, by: asOf))
    }
    return all.mapValues { $0.values.sorted { ($0.planned, $0.code) < ($1.planned, $1.code) } }
  }
}

extension Programme.Award {
  /// By CUP, in the order of the days.
  static func all(in store: Store, asOf: Day) throws -> [String: [Self]] {
    var all: [String: [Self]] = [:]
    try store.forEachCurrent(.award) { fact in
      guard let cup = fact.text(.cup) else { return }
      let day = fact.day(.awardedOn)
      if let day, day > asOf { return }
      let awardee = fact.text(.awardee)
      var award = Self(
        cig: fact.text(.cig), day: day, amountCents: fact.integer(.amountCents),
        awardee: awardee.flatMap { OrganisationName.isOne($0) ? $0 : nil }, role: fact.text(.role))
      award.isAwardeeWithheld = awardee != award.awardee
      all[cup, default: []].append(award)
    }
    return all.mapValues { awards in
      awards.enumerated().sorted {
        ($0.element.day?.number ?? 0, $0.element.cig ?? "", $0.offset)
          < ($1.element.day?.number ?? 0, $1.element.cig ?? "", $1.offset)
      }.map(\.element)
    }
  }
}

extension Programme.Reached {
  /// By CUP, the newest breakdown of every figure.
  ///
  /// A breakdown with a part below the threshold is withheld whole: the total is published, and one part
  /// alone would follow from it and the others.
  public static func all(
    in store: Store, settings: DisclosureSettings, asOf: Day
  ) throws -> [String: [Self]] {
    var rows: [String: [Self]] = [:]
    var wholes: [String: [String: (date: Day, achieved: Double)]] = [:]
    try store.forEachCurrent(.physicalIndicator) { fact in
      let (sex, age) = (fact.text(.sex), fact.text(.ageBand))
      guard let cup = fact.text(.cup), let code = fact.text(.code),
        let day = fact.happened(.referredTo, by: asOf), let achieved = fact.real(.achieved)
      else { return }
      if sex == nil, age == nil {
        if let last = wholes[cup]?[code], last.date > day { return }
        wholes[cup, default: [:]][code] = (day, achieved)
        return
      }
      rows[cup, default: []].append(
        Self(
          code: code, name: fact.text(.name) ?? code, unit: fact.text(.unit) ?? "", date: day,
          sex: sex, ageBand: age, achieved: achieved))
    }
    return Dictionary(
      uniqueKeysWithValues: rows.map { cup, rows in
        let newest = Dictionary(
          rows.map { ($0.code, $0.date) }, uniquingKeysWith: { max($0, $1) })
        var places: [String: Int] = [:]
        var kept: [Self] = []
        for row in rows where newest[row.code] == row.date {
          let place = [row.code, row.sex ?? "", row.ageBand ?? ""].joined(separator: "|")
          if let index = places[place] {
            kept[index] = row
          } else {
            places[place] = kept.count
            kept.append(row)
          }
        }
        let protected = protected(
          kept, wholes: (wholes[cup] ?? [:]).filter { $1.date == newest[$0] }.mapValues(\.achieved),
          threshold: Double(settings.threshold))
        return (
          cup,
          protected.sorted {
            ($0.code, $0.ageBand ?? "", $0.sex ?? "") < ($1.code, $1.ageBand ?? "", $1.sex ?? "")
          }
        )
      })
  }

  /// - Parameter wholes: by code, the figure that is broken down: it is shown whatever happens here.
  static func protected(
    _ rows: [Self], wholes: [String: Double] = [:], threshold: Double
  ) -> [Self] {
    let small = Dictionary(grouping: rows, by: \.code).filter { code, rows in
      let few = { (count: Double) in count > 0 && count < threshold }
      return rows.contains { few($0.achieved ?? 0) }
        || sumsToCompare(rows, whole: wholes[code]).contains { few(abs($0 - $1)) }
    }
    return rows.map { row in
      var row = row
      if small[row.code] != nil { row.achieved = nil }
      return row
    }
  }

  /// Sums of the breakdown that should be one another: what one has beyond the other is who was left out,
  /// and can be told by subtraction.
  private static func sumsToCompare(_ rows: [Self], whole: Double?) -> [(Double, Double)] {
    func sum(_ isIncluded: (Self) -> Bool) -> Double? {
      let own = rows.filter(isIncluded)
      return own.isEmpty ? nil : own.reduce(0) { $0 + ($1.achieved ?? 0) }
    }
    let wholes = [
      whole, sum { $0.ageBand == nil }, sum { $0.sex == nil },
      sum { $0.sex != nil && $0.ageBand != nil },
    ].compactMap(\.self)
    let ofSexes = Set(rows.compactMap(\.sex)).map { sex in
      (sum { $0.sex == sex && $0.ageBand == nil }, sum { $0.sex == sex && $0.ageBand != nil })
    }
    let ofAges = Set(rows.compactMap(\.ageBand)).map { age in
      (sum { $0.ageBand == age && $0.sex == nil }, sum { $0.ageBand == age && $0.sex != nil })
    }
    return wholes.flatMap { a in wholes.map { (a, $0) } }
      + (ofSexes + ofAges).compactMap { a, b in
        if let a, let b { (a, b) } else { nil }
      }
  }
}
