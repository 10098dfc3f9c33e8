/// Which characters of each line are which column, as `tracciato` in `source.json` says.
public struct FixedLayout: Sendable, Equatable {
  public struct Column: Sendable, Equatable {
    public var name: String
    /// 1-based places of the first and the last character.
    public var places: ClosedRange<Int>

    public init(name: String, places: ClosedRange<Int>) {
      self.name = name
      self.places = places
    }
  }

  /// From left to right.
  public var columns: [Column]

  public init(columns: [Column]) {
    self.columns = columns.sorted {
      ($0.places.lowerBound, $0.places.upperBound, $0.name)
        < ($1.places.lowerBound, $1.places.upperBound, $1.name)
    }
  }

  /// Reads `11-20`, or `5` for one character; nil when it is neither.
  public static func places(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { Int($0.filter { $0 != " " }) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first >= 1, last >= first, last <= FixedWidthReader.lineLimit
    else { return nil }
    return first...last
  }
}
