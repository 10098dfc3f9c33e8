/// Money raised from private donors: told only where it is not what a few persons gave.
struct PrivateMoney {
  /// Kinds of donor of the exchange contract that are no natural persons, or a number of them nobody knows
  /// apart.
  static let kindsWithoutPersons: Set<String> = ["imprese", "fondazioni", "cinque_per_mille"]

  private(set) var cents: Int64 = 0
  /// As the drives state them; a drive that does not say counts for none.
  private var persons = 0.0
  private var isOfPersons = false

  mutating func add(_ cents: Int64, kind: String?, donors: Double?) {
    self.cents += cents
    if let kind, Self.kindsWithoutPersons.contains(kind) { return }
    isOfPersons = true
    persons += donors ?? 0
  }

  func isTellable(threshold: Int) -> Bool { !isOfPersons || persons >= Double(threshold) }
}
