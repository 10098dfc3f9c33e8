/// Everything that is about to be published of one kind of person count, and how it adds up.
///
/// Cells are person counts; relations say which cell is the sum of which others. A cell can be part
/// of many sums: a comune of its ATS and of its class, a quarter of its half-year, a modality of its
/// total. Counts that do not add up exactly (distinct persons over periods) are not relations.
/// Linked tables belong in one problem: what is hidden in one must not follow from another.
public struct ProtectionProblem: Sendable {
  public struct Cell: Hashable, Sendable {
    /// Persons behind the published number (the numerator).
    public var persons: Int
    /// Persons it is a share of, if any. Readers are assumed to know it (a population, another
    /// table), so the difference must be protected like the count itself.
    public var denominator: Int?
    /// Fewest persons publishable here: `DisclosureSettings.threshold(isSensitive:comuneResidents:)`.
    public var threshold: Int
    /// False where “nobody” says something about somebody (of three users none is…).
    public var zeroIsPublishable: Bool
    /// False for a cell that is nobody's to see but could be worked out: the comuni of two
    /// overlapping partitions. It is hidden from the start; it is protected only if it is small.
    public var isPublished: Bool
    /// True where something else already withholds it: hidden here too, and protected unless it is a
    /// zero, which then only keeps the others company.
    public var isWithheld: Bool
    /// True for what could not be told apart (`ND`): it says nothing of anybody's place or need, it is
    /// never shown, and its size is a matter of data quality. It lends uncertainty and needs none.
    public var isUndetermined: Bool
    /// How wide a reader's uncertainty about a small withheld count must be; the threshold unless told.
    public var uncertainty: Int
    /// How many the withheld counts of a sum must be together where this one is small: what is withheld of a
    /// sum is told as a whole. As many as the uncertainty unless told.
    public var together: Int

    public init(
      persons: Int, denominator: Int? = nil, threshold: Int, zeroIsPublishable: Bool = true,
      isPublished: Bool = true, isWithheld: Bool = false, isUndetermined: Bool = false,
      uncertainty: Int? = nil, together: Int? = nil
    ) {
      precondition(threshold >= DisclosureSettings.sistanFloor, "never below the legal floor")
      self.persons = persons
      self.denominator = denominator
      self.threshold = threshold
      self.zeroIsPublishable = zeroIsPublishable
      self.isPublished = isPublished
      self.isWithheld = isWithheld
      self.isUndetermined = isUndetermined
      self.uncertainty = uncertainty ?? threshold
      self.together = together ?? self.uncertainty
    }
  }

  public private(set) var cells: [Cell] = []
  /// Members of all relations one after the other; the total comes first in each.
  private(set) var members: [Int32] = []
  /// Where each relation starts in `members`, and the end.
  private(set) var starts: [Int32] = [0]
  private(set) var attributeRelations: [Int] = []

  public init() {}

  /// The new cell's id: cells are numbered from 0 in the order they are added.
  @discardableResult
  public mutating func add(_ cell: Cell) -> Int {
    cells.append(cell)
    return cells.count - 1
  }

  /// States that `total` is the sum of `parts`.
  ///
  /// - Parameter revealsAttribute: the parts are modalities of something sensitive: when all persons
  ///   fall into one of them, everybody's attribute is known, and the parts are withheld.
  public mutating func addRelation(
    total: Int, parts: [Int], revealsAttribute: Bool = false
  ) {
    precondition(!parts.isEmpty && !parts.contains(total), "a total and its parts")
    if revealsAttribute { attributeRelations.append(starts.count - 1) }
    members.append(Int32(total))
    for part in parts { members.append(Int32(part)) }
    starts.append(Int32(members.count))
  }

  public var relationCount: Int { starts.count - 1 }

  var linkage: Linkage { Linkage(cellCount: cells.count, starts: starts, members: members) }

  /// The total and the parts of a relation.
  public func relation(_ index: Int) -> (total: Int, parts: [Int]) {
    let range = Int(starts[index])..<Int(starts[index + 1])
    return (Int(members[range.lowerBound]), members[range.dropFirst()].map(Int.init))
  }

  /// Refuses counts that contradict each other: protection rests on sums being sums.
  func validate() throws(ProtectionError) {
    for (id, cell) in cells.enumerated() {
      guard cell.persons >= 0, cell.persons <= cell.denominator ?? .max else {
        throw .impossibleCount(cell: id)
      }
    }
    for index in 0..<relationCount {
      let relation = relation(index)
      guard relation.parts.reduce(0, { $0 + cells[$1].persons }) == cells[relation.total].persons,
        Set(relation.parts).count == relation.parts.count
      else { throw .unbalanced(relation: index) }
    }
  }
}

/// A problem whose numbers cannot all be true: a mistake of who built it.
public enum ProtectionError: Error, Hashable, CustomStringConvertible {
  /// Negative, or more than its denominator.
  case impossibleCount(cell: Int)
  /// The parts do not add up to the total, or one is named twice.
  case unbalanced(relation: Int)
  /// Withheld counts that a reader could still work out.
  case breached(cells: Int)

  public var description: String {
    switch self {
    case .impossibleCount(let cell):
      "tutela della riservatezza: la cella \(cell) è negativa o supera il suo denominatore"
    case .unbalanced(let relation):
      "tutela della riservatezza: nella relazione \(relation) le parti non danno il totale"
    case .breached(let cells):
      "tutela della riservatezza: \(cells) numeri da non mostrare si ricaverebbero da quelli mostrati; "
        + "niente è stato pubblicato"
    }
  }
}
