import Warehouse

/// The one pass over the facts: every indicator's cases, tallied.
struct Pass {
  enum Tally {
    case counts(CountTally)
    case durations(DurationTally)
  }

  private(set) var counts: [CountTally?]
  private(set) var durations: [DurationTally?]
  private(set) var reached = PersonTally()
  /// Who asked: a request that names nobody is somebody of its own.
  private(set) var asking = PersonTally()
  let indicators = Catalogue.fromRequests
  /// By indicator: the mark of a person in the numerator of a share; the next bit is the complement's.
  let marks: [UInt16?]

  init(frame: Frame, store: Store, asOf: Day) throws {
    counts = Catalogue.fromRequests.map { indicator in
      if case .incidence = indicator.estimator { return nil }
      return CountTally(cells: frame.baseCells)
    }
    durations = Catalogue.fromRequests.map { indicator in
      if case .incidence = indicator.estimator { return DurationTally() }
      return nil
    }
    var bit: UInt16 = 1
    let marks = Catalogue.fromRequests.map { indicator -> UInt16? in
      guard case .share = indicator.estimator else { return nil }
      defer { bit <<= 2 }
      return bit
    }
    self.marks = marks
    let received = try store.receivedDays()
    var contexts: [Int64: CaseContext] = [:]
    for (snapshot, day) in received {
      contexts[snapshot] = CaseContext(asOf: asOf, observedUntil: day)
    }
    var snapshot: Int64 = -1
    var context = CaseContext(asOf: asOf, observedUntil: asOf)

    // One closure per indicator: a protocol value would be copied for every request.
    let readings = indicators.map { indicator in
      { (r: ServiceRequest, c: CaseContext) in indicator.case(r, c) }
    }
    try store.forEachCurrentRequest { request in
      if request.key >> 32 != snapshot {
        snapshot = request.key >> 32
        context = contexts[snapshot]!
      }
      guard let comune = frame.comune(request.comune) else { return }
      let places = frame.modalities(
        area: request.userArea, service: request.service, channel: request.channel)
      var marked: UInt16 = 0
      for i in readings.indices {
        guard let one = readings[i](request, context), let quarter = frame.quarter(one.day)
        else {
          continue
        }
        let base = frame.baseCell(comune: comune, quarter: quarter, modality: 0)
        switch one.measure {
        case .unit(let inNumerator):
          if let mark = marks[i] { marked |= inNumerator ? mark : mark << 1 }
          counts[i]!.add(base, inNumerator: inNumerator)
          counts[i]!.add(base + places.area, inNumerator: inNumerator)
          counts[i]!.add(base + places.service, inNumerator: inNumerator)
          counts[i]!.add(base + places.channel!, inNumerator: inNumerator)
        case .duration(let days, let cause):
          if durations[i] != nil {
            durations[i]!.add(base, days: days, cause: cause)
            durations[i]!.add(base + places.area, days: days, cause: cause)
            durations[i]!.add(base + places.service, days: days, cause: cause)
            durations[i]!.add(base + places.channel!, days: days, cause: cause)
          } else {
            let age = Backlog.classes.firstIndex { days <= $0.upTo }!
            for modality in [0, places.area, places.service, places.channel!] {
              counts[i]!.add(base + modality, inNumerator: true)
            }
            counts[i]!.add(base + frame.firstAgeClass + age, inNumerator: true)
          }
        }
      }
      if request.requestedOn <= asOf, let quarter = frame.quarter(request.requestedOn) {
        asking.entries.append(
          PersonTally.Entry(
            person: request.person ?? UInt64(bitPattern: request.key), comune: UInt16(comune),
            quarter: UInt8(quarter), area: UInt8(places.area), service: UInt8(places.service),
            channel: UInt8(places.channel!), marks: marked))
      }
      if let person = request.person, let started = request.startedOn, started <= asOf,
        let quarter = frame.quarter(started)
      {
        reached.entries.append(
          PersonTally.Entry(
            person: person, comune: UInt16(comune), quarter: UInt8(quarter),
            area: UInt8(places.area), service: UInt8(places.service),
            channel: PersonTally.noChannel))
      }
    }

    try store.forEachCurrentDelivery { delivery in
      guard let person = delivery.person, delivery.deliveredOn <= asOf,
        let comune = frame.comune(delivery.comune),
        let quarter = frame.quarter(delivery.deliveredOn)
      else { return }
      let places = frame.modalities(
        area: delivery.userArea, service: delivery.service, channel: nil)
      reached.entries.append(
        PersonTally.Entry(
          person: person, comune: UInt16(comune), quarter: UInt8(quarter),
          area: UInt8(places.area), service: UInt8(places.service),
          channel: PersonTally.noChannel))
    }
    asking.sort()
    reached.sort()
  }
}
