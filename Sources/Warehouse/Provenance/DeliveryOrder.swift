/// Which of two deliveries of one day is the later, and prevails: the one whose name comes after. What stands
/// before a dot is compared first, so that a longer name is later than the one it begins with: `2026-07-10.csv`,
/// then `2026-07-10 (1).csv` or `2026-07-10-corretto.csv`.
public enum DeliveryOrder {
  /// What names are compared by: a dot comes before whatever else may stand in one.
  public static func key(_ name: String) -> String { name.replacing(".", with: "\u{1}") }

  /// The same of a column of names.
  static func key(of column: String) -> String { "replace(\(column), '.', char(1))" }
}
