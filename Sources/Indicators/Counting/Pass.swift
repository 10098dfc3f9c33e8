import Dispatch
import Foundation
import Warehouse

/// The one pass over the facts: every indicator's cases, tallied.
///
/// Threads share the facts out between them, each with tallies of its own; tallies of disjoint facts add
/// up, so the result does not depend on who counted what.
struct Pass {
  let counts: [CountTally?]
  let durations: [DurationTally?]
  let reached: PersonGroups
  /// Who asked: a request that names nobody is somebody of its own.
  let asking: PersonGroups
  let indicators = Catalogue.fromRequests
  /// True when any fact names somebody: otherwise nobody can be told from another, and none reached is
  /// no nought.
  let knowsPersons: Bool
  /// By indicator: the mark of a person in the numerator of a share; the next bit is the complement's.
  let marks: [UInt16?]

  init(
    frame: Frame, store: Store, asOf: Day,
    threads: Int = ProcessInfo.processInfo.activeProcessorCount
  ) throws {
    var bit: UInt16 = 1
    let marks = indicators.map { indicator -> UInt16? in
      guard case .share = indicator.estimator else { return nil }
      defer { bit <<= 2 }
      return bit
    }
    self.marks = marks
    let received = try store.lastHeardDays()
    let aliases = try store.personAliases(asOf: asOf)
    let parts = (0..<threads).map { _ in
      PassPart(frame: frame, asOf: asOf, received: received, marks: marks, aliases: aliases)
    }
    try store.shareCurrentRequests(among: parts) { $0.add($1) }
    try store.shareCurrentDeliveries(among: parts) { $0.add($1) }
    DispatchQueue.concurrentPerform(iterations: threads) { parts[$0].finish() }
    knowsPersons = parts.contains { $0.knowsPersons }
    counts = concurrently(indicators.count) { i in
      parts.dropFirst().reduce(into: parts[0].counts[i]) { $0?.merge($1.counts[i]!) }
    }
    durations = concurrently(indicators.count) { i in
      parts.dropFirst().reduce(into: parts[0].durations[i]) { $0?.merge($1.durations[i]!) }
    }
    // One after the other, so that no two are there twice.
    reached = Pass.groups(parts.map { $0.takeReached() })
    asking = Pass.groups(parts.map { $0.takeAsking() })
  }
}

extension Pass {
  private static func groups(_ tallies: [PersonTally]) -> PersonGroups {
    PersonGroups(tallies.dropFirst().reduce(into: tallies[0]) { $0.merge($1) })
  }
}

/// What one thread of the pass has counted.
///
/// Sendable because a part belongs to one thread at a time.
final class PassPart: @unchecked Sendable {
  private let frame: Frame
  private let asOf: Day
  private let received: [Int64: Day]
  private(set) var counts: [CountTally?]
  private(set) var durations: [DurationTally?]
  private var reached = PersonTally()
  private var asking = PersonTally()
  private(set) var knowsPersons = false
  private let marks: [UInt16?]
  /// Persons who were decided to be others.
  private let aliases: [UInt64: UInt64]
  /// Where the requests at hand count, and the marks of their persons.
  private var places: [Place] = []
  private var marked: [UInt16] = []

  private struct Place {
    /// -1 outside the territory.
    var comune: Int32
    var area: UInt8
    var service: UInt8
    var channel: UInt8
  }

  init(
    frame: Frame, asOf: Day, received: [Int64: Day], marks: [UInt16?], aliases: [UInt64: UInt64]
  ) {
    self.aliases = aliases
    self.frame = frame
    self.marks = marks
    self.asOf = asOf
    self.received = received
    counts = Catalogue.fromRequests.map { indicator in
      if case .incidence = indicator.estimator { return nil }
      return CountTally(cells: frame.baseCells)
    }
    durations = Catalogue.fromRequests.map { indicator in
      if case .incidence = indicator.estimator { return DurationTally(frame: frame) }
      return nil
    }
  }

  /// Some requests of one delivery.
  func add(_ requests: UnsafeBufferPointer<ServiceRequest>) {
    guard let first = requests.first else { return }
    let context = CaseContext(asOf: asOf, observedUntil: received[first.key >> 32]!)
    places.removeAll(keepingCapacity: true)
    marked = [UInt16](repeating: 0, count: requests.count)
    for request in requests {
      let (area, service, channel) = frame.modalities(
        area: request.userArea, service: request.service, channel: request.channel)
      places.append(
        Place(
          comune: Int32(frame.comune(request.comune) ?? -1), area: UInt8(area),
          service: UInt8(service), channel: UInt8(channel!)))
    }
    // One indicator after the other: its code and its tallies stay at hand.
    for (i, indicator) in Catalogue.fromRequests.enumerated() {
      if durations[i] != nil {
        tallyDurations(indicator, i, requests, context)
      } else {
        tallyCounts(indicator, i, requests, context)
      }
    }
    addPersons(requests)
  }

  private func tallyCounts(
    _ indicator: some RequestIndicator, _ i: Int, _ requests: UnsafeBufferPointer<ServiceRequest>,
    _ context: CaseContext
  ) {
    let frame = frame
    // What is filled leaves the part meanwhile, so that no access check stands in the loop.
    var (tally, marked) = (counts[i]!, self.marked)
    (counts[i], self.marked) = (nil, [])
    defer { (counts[i], self.marked) = (tally, marked) }
    let mark = marks[i] ?? 0
    for (row, (request, place)) in zip(requests, places).enumerated() where place.comune >= 0 {
      guard let one = indicator.case(request, context), let quarter = frame.quarter(one.day) else {
        continue
      }
      let base = frame.baseCell(comune: Int(place.comune), quarter: quarter, modality: 0)
      var isCounted = true
      switch one.measure {
      case .unit(let inNumerator):
        isCounted = inNumerator
        marked[row] |= inNumerator ? mark : mark << 1
      case .duration(let days, _):
        tally.add(base + frame.firstAgeClass + Backlog.ageClass(days), inNumerator: true)
      }
      tally.add(base, inNumerator: isCounted)
      tally.add(base + Int(place.area), inNumerator: isCounted)
      tally.add(base + Int(place.service), inNumerator: isCounted)
      tally.add(base + Int(place.channel), inNumerator: isCounted)
    }
  }

  private func tallyDurations(
    _ indicator: some RequestIndicator, _ i: Int, _ requests: UnsafeBufferPointer<ServiceRequest>,
    _ context: CaseContext
  ) {
    let frame = frame
    var tally = durations[i]!
    durations[i] = nil
    defer { durations[i] = tally }
    for (request, place) in zip(requests, places) where place.comune >= 0 {
      guard let one = indicator.case(request, context), let quarter = frame.quarter(one.day),
        case .duration(let days, let cause) = one.measure
      else { continue }
      tally.add(
        comune: Int(place.comune), quarter: quarter, area: place.area, service: place.service,
        channel: place.channel, days: days, cause: cause)
    }
  }

  private func addPersons(_ requests: UnsafeBufferPointer<ServiceRequest>) {
    knowsPersons = knowsPersons || requests.contains { $0.person != nil }
    for (row, (request, place)) in zip(requests, places).enumerated() where place.comune >= 0 {
      if request.requestedOn <= asOf, let quarter = frame.quarter(request.requestedOn) {
        asking.add(
          PersonTally.Entry(
            person: known(request.person) ?? UInt64(bitPattern: request.key),
            comune: UInt16(place.comune), quarter: UInt8(quarter), area: place.area,
            service: place.service, channel: place.channel, marks: marked[row]))
      }
      if let person = known(request.person), let started = request.startedOn, started <= asOf,
        let quarter = frame.quarter(started)
      {
        reached.add(
          PersonTally.Entry(
            person: person, comune: UInt16(place.comune), quarter: UInt8(quarter),
            area: place.area, service: place.service, channel: PersonTally.noChannel))
      }
    }
  }

  private func known(_ person: UInt64?) -> UInt64? {
    aliases.isEmpty ? person : person.map { aliases[$0] ?? $0 }
  }

  /// A service delivered reaches somebody.
  func add(_ delivery: ServiceDelivery) {
    knowsPersons = knowsPersons || delivery.person != nil
    guard let person = known(delivery.person), delivery.deliveredOn <= asOf,
      let comune = frame.comune(delivery.comune), let quarter = frame.quarter(delivery.deliveredOn)
    else { return }
    let places = frame.modalities(area: delivery.userArea, service: delivery.service, channel: nil)
    reached.add(
      PersonTally.Entry(
        person: person, comune: UInt16(comune), quarter: UInt8(quarter), area: UInt8(places.area),
        service: UInt8(places.service), channel: PersonTally.noChannel))
  }

  /// Persons are many: who takes them leaves none behind.
  func takeReached() -> PersonTally {
    defer { reached = PersonTally() }
    return reached
  }

  func takeAsking() -> PersonTally {
    defer { asking = PersonTally() }
    return asking
  }

  /// Nothing more will come: what is left to do needs no other part.
  func finish() { for i in durations.indices { durations[i]?.compact() } }
}
