/// Names short enough for a label.
enum TerritoryNames {
  /// A social district is known by its lead comune: `Ambito territoriale sociale n. 2 di Rosarno` is
  /// `Rosarno`.
  static func short(_ name: String) -> String {
    guard name.hasPrefix("Ambito "), let of = name.firstRange(of: " di ") else { return name }
    return String(name[of.upperBound...])
  }
}
