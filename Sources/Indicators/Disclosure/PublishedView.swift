/// What a reader sees: the published counts, the denominators, and how things add up.
///
/// It holds no hidden value, so nothing that works on it can lean on one.
public struct PublishedView: Sendable {
  /// nil = withheld.
  public let values: [Int?]
  /// The most a cell can be (its denominator); nil = no limit known.
  public let ceilings: [Int?]
  /// The least a cell can be; nil = nought.
  let floors: [Int]?
  let linkage: Linkage

  /// The problem as it looks once the cells of `hidden` are withheld.
  public init(_ problem: ProtectionProblem, hidden: [Bool]) {
    self.init(problem, problem.linkage, hidden: hidden)
  }

  init(_ problem: ProtectionProblem, _ linkage: Linkage, hidden: [Bool]) {
    self.init(
      values: zip(problem.cells, hidden).map { $1 ? nil : $0.persons },
      ceilings: problem.cells.map(\.denominator), linkage: linkage)
  }

  init(values: [Int?], ceilings: [Int?], floors: [Int]? = nil, linkage: Linkage) {
    self.values = values
    self.ceilings = ceilings
    self.floors = floors
    self.linkage = linkage
  }
}
