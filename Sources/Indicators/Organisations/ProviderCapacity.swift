public import Warehouse

extension ProviderProfile {
  /// Places of an organisation on the newest day it told of by the as-of date: how many there are, how many
  /// are taken and how many persons wait for one. A place taken is a person: rounded to five, and withheld
  /// where they are few.
  public struct Capacity: Hashable, Sendable {
    public var day: Day
    /// Accredited ones, or else authorised.
    public var places: Int
    public var taken: Count
    public var waiting: Count

    public enum Count: Hashable, Sendable {
      case about(Int)
      case withheld, notStated
    }

    public init(day: Day, places: Int, taken: Count, waiting: Count) {
      self.day = day
      self.places = places
      self.taken = taken
      self.waiting = waiting
    }

    /// A row of a day: its places, those taken, those who wait; nil where it does not say.
    struct Row {
      var day: Day
      var places: Int?
      var taken: Int?
      var waiting: Int?
    }

    /// Nil where no row of the newest day says how many places there are.
    init?(_ rows: [Row], threshold: Int) {
      guard let day = rows.map(\.day).max() else { return nil }
      let newest = rows.filter { $0.day == day }
      let places = newest.compactMap(\.places).reduce(0, +)
      guard places > 0 else { return nil }
      func count(_ values: [Int]) -> Count {
        if values.isEmpty { return .notStated }
        let sum = values.reduce(0, +)
        return sum > 0 && sum < threshold ? .withheld : .about(ProviderProfile.rounded(sum))
      }
      self.day = day
      self.places = places
      taken = count(newest.compactMap(\.taken))
      waiting = count(newest.compactMap(\.waiting))
    }

    /// By fiscal code.
    static func all(
      in store: Store, days: ClosedRange<Day>, threshold: Int
    ) throws -> [String: Capacity] {
      var rows: [String: [Row]] = [:]
      try store.forEachCurrent(.capacity) { fact in
        guard let provider = fact.text(.provider), let day = fact.day(.observedOn),
          days.contains(day)
        else { return }
        rows[provider, default: []].append(
          Row(
            day: day,
            places: (fact.integer(.accreditedPlaces) ?? fact.integer(.authorisedPlaces)).map(
              Int.init),
            taken: fact.integer(.occupiedPlaces).map(Int.init),
            waiting: fact.integer(.waiting).map(Int.init)))
      }
      return rows.compactMapValues { Capacity($0, threshold: threshold) }
    }
  }
}
