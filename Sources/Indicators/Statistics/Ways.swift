/// From each place, the places there is a way to and how many minutes it takes; of a country's pairs nearly all
/// have none.
public struct Ways: Sendable, ExpressibleByArrayLiteral {
  public struct Way: Sendable {
    public var place: Int
    public var minutes: Double

    public init(place: Int, minutes: Double) {
      self.place = place
      self.minutes = minutes
    }
  }

  private let byPlace: [[Way]]

  /// - Parameter byPlace: those of each place, each to another one.
  public init(_ byPlace: [[Way]]) {
    self.byPlace = byPlace.map { $0.sorted { $0.place < $1.place } }
  }

  /// - Parameter rows: by place, the minutes to each of the others; nil where there is no way.
  public init(_ rows: [[Double?]]) {
    byPlace = rows.map { row in
      row.enumerated().compactMap { place, minutes in
        minutes.map { Way(place: place, minutes: $0) }
      }
    }
  }

  public init(arrayLiteral rows: [Double?]...) { self.init(rows) }

  public var places: Range<Int> { byPlace.indices }

  /// In the order of the places they lead to.
  public subscript(place: Int) -> [Way] { byPlace[place] }

  /// Whether any of some places is near enough.
  public func reach(from place: Int, to wanted: Set<Int>, within limit: Double) -> Bool {
    byPlace[place].contains { $0.minutes <= limit && wanted.contains($0.place) }
  }
}
