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
      all[cup, default: []].append(
        Self(
          cig: fact.text(.cig), day: day, amountCents: fact.integer(.amountCents),
          awardee: fact.text(.awardee), role: fact.text(.role)))
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
    try store.forEachCurrent(.physicalIndicator) { fact in
      let (sex, age) = (fact.text(.sex), fact.text(.ageBand))
      guard sex != nil || age != nil, let cup = fact.text(.cup), let code = fact.text(.code),
        let day = fact.happened(.referredTo, by: asOf), let achieved = fact.real(.achieved)
      else { return }
      rows[cup, default: []].append(
        Self(
          code: code, name: fact.text(.name) ?? code, unit: fact.text(.unit) ?? "", date: day,
          sex: sex, ageBand: age, achieved: achieved))
    }
    return rows.mapValues { rows in
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
      return protected(kept, threshold: Double(settings.threshold))
        .sorted {
          ($0.code, $0.ageBand ?? "", $0.sex ?? "") < ($1.code, $1.ageBand ?? "", $1.sex ?? "")
        }
    }
  }

  static func protected(_ rows: [Self], threshold: Double) -> [Self] {
    let small = Set(
      rows.filter { ($0.achieved ?? 0) > 0 && ($0.achieved ?? 0) < threshold }.map(\.code))
    return rows.map { row in
      var row = row
      if small.contains(row.code) { row.achieved = nil }
      return row
    }
  }
}
