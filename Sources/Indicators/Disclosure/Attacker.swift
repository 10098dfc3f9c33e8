/// A reader who wants to know what was withheld, with pencil, paper and a linear solver.
///
/// Knows the published counts, denominators and sums, and nothing else. Three methods, each sound:
/// a bound they give holds for the true value. Sums one at a time (`BoundPropagation`), all equations
/// together (`ExactRecovery`), and linear programming over every connected part of at most
/// `limit` withheld cells (`SimplexBounds`).
public struct Attacker: Sendable {
  /// What must stay uncertain: a cell and how far apart its possible values must reach.
  public struct Target: Hashable, Sendable {
    public var cell: Int
    public var width: Int

    public init(cell: Int, width: Int) {
      self.cell = cell
      self.width = width
    }
  }

  /// A target the reader pinned down closer than allowed: one value when lower = upper.
  public struct Breach: Hashable, Sendable {
    public var cell: Int
    public var lower: Int
    /// nil = no upper bound, or a value that follows from equations alone.
    public var upper: Int?
    public var isRecovered: Bool
  }

  public struct Findings: Sendable {
    /// In cell order.
    public var breaches: [Breach]
    /// Targets in parts small enough for linear programming.
    public var boundedExactly: Int
    /// True where what is known of some part contradicts itself.
    var isContradicted: Bool
    /// Connected parts of withheld cells, and the size of the largest.
    public var parts: Int
    public var largestPart: Int
    /// The equations, as they were solved.
    var recovery: ExactRecovery?
  }

  /// Largest part bounded by linear programming unless said otherwise: about a millisecond per cell.
  public static let usualLimit = 300

  private let view: PublishedView
  private let limit: Int
  private let unknown: [Bool]
  let bounds: BoundPropagation

  /// - Parameter limit: size of the largest part to bound exactly; time grows with its cube.
  public init(_ view: PublishedView, limit: Int = Attacker.usualLimit) {
    self.view = view
    self.limit = limit
    bounds = BoundPropagation(view)
    let bounds = bounds
    // What propagation pins down is known from here on.
    unknown = view.values.indices.map {
      view.values[$0] == nil && bounds.lower[$0] < bounds.upper[$0]
    }
  }

  /// What sums one at a time give away.
  func narrowed(_ targets: [Target]) -> [Breach] {
    targets.compactMap { target in
      let (lower, upper) = (bounds.lower[target.cell], bounds.upper[target.cell])
      if upper - lower >= target.width { return nil }
      return Breach(cell: target.cell, lower: lower, upper: upper, isRecovered: lower == upper)
    }
  }

  /// Tries everything on the targets.
  public func attack(_ targets: [Target]) -> Findings {
    let parts = view.linkage.components { unknown[$0] }
    var findings = bounded(targets, parts)
    let asked = Set(targets.lazy.filter { $0.width > 0 }.map(\.cell))
    // No equation leads from one part to another.
    var isAsked = [Bool](repeating: false, count: unknown.count)
    for part in parts where part.contains(where: asked.contains) {
      for cell in part { isAsked[cell] = true }
    }
    let recovery = ExactRecovery(view.linkage, unknown: isAsked)
    let recovered = asked.intersection(recovery.determined)
    findings.breaches.removeAll { recovered.contains($0.cell) }
    findings.breaches += recovered.map {
      Breach(cell: $0, lower: bounds.lower[$0], upper: nil, isRecovered: true)
    }
    findings.breaches.sort { $0.cell < $1.cell }
    findings.recovery = recovery
    return findings
  }

  /// Tries all but the equations on the targets.
  func bounded(_ targets: [Target]) -> Findings {
    bounded(targets, view.linkage.components { unknown[$0] })
  }

  private func bounded(_ targets: [Target], _ parts: [[Int]]) -> Findings {
    var found: [Int: Breach] = [:]
    var width = [Int](repeating: 0, count: view.values.count)
    for target in targets { width[target.cell] = target.width }
    for breach in narrowed(targets) { found[breach.cell] = breach }
    var (exact, isContradicted) = (0, bounds.isContradicted)
    for part in parts where part.count <= limit {
      let aims = part.filter { width[$0] > 0 }
      if aims.isEmpty { continue }
      guard let tight = tightBounds(part, of: aims, until: width) else {
        isContradicted = true
        continue
      }
      exact += tight.count
      for (cell, range) in tight where range.upper - range.lower < width[cell] {
        found[cell] = Breach(
          cell: cell, lower: range.lower, upper: range.upper,
          isRecovered: range.lower == range.upper)
      }
    }
    return Findings(
      breaches: found.values.sorted { $0.cell < $1.cell }, boundedExactly: exact,
      isContradicted: isContradicted, parts: parts.count, largestPart: parts.map(\.count).max() ?? 0
    )
  }

  /// Published cells that a breach rests on: were one of them withheld, it would take another way to find it.
  /// None where linear programming found it: that does not say what it leaned on.
  func evidence(on breach: Breach, _ recovery: ExactRecovery?) -> Set<Int> {
    let cell = breach.cell
    if let upper = breach.upper {
      let isByBounds = bounds.upper[cell] - bounds.lower[cell] <= upper - breach.lower
      return isByBounds ? bounds.evidence(on: cell, in: view) : []
    }
    guard let recovery else { return [] }
    // Cells that propagation pins down are known to the equations: what they rest on counts too.
    return recovery.evidence(on: cell).reduce(into: []) { all, one in
      if view.values[one] == nil {
        all.formUnion(bounds.evidence(on: one, in: view))
      } else {
        all.insert(one)
      }
    }
  }

  /// The values a withheld cell can have, as tight as linear programming tells; upper nil = no limit.
  /// Nil when the cell is in a part larger than the limit.
  public func range(of cell: Int) -> (lower: Int, upper: Int?)? {
    if !unknown[cell] { return (bounds.lower[cell], bounds.upper[cell]) }
    guard
      let part = view.linkage.components(where: { unknown[$0] }).first(where: { $0.contains(cell) }
      ),
      part.count <= limit,
      let range = tightBounds(part, of: [cell], until: nil)?.first?.range
    else { return nil }
    return (range.lower, range.upper >= BoundPropagation.unbounded ? nil : range.upper)
  }

  /// Nil where what is known contradicts itself.
  private func tightBounds(
    _ part: [Int], of cells: [Int], until width: [Int]?
  ) -> [(cell: Int, range: (lower: Int, upper: Int))]? {
    var column: [Int: Int] = [:]
    for (index, cell) in part.enumerated() { column[cell] = index }
    let ceilings = part.map { cell in
      bounds.upper[cell] >= BoundPropagation.unbounded
        ? Double.infinity : Double(bounds.upper[cell] - bounds.lower[cell])
    }
    guard var programme = SimplexBounds(equations(part, column), ceilings: ceilings) else {
      return nil
    }
    return cells.compactMap { cell in
      guard let index = column[cell] else { return nil }
      programme.explore(index, until: width?[cell])
      let range = programme.wholeRange(index)
      let base = bounds.lower[cell]
      return (cell, (base + range.lower, min(base + range.upper, BoundPropagation.unbounded)))
    }
  }

  /// The sums a part takes part in, with what is known moved to the right and lower bounds as zero.
  private func equations(_ part: [Int], _ column: [Int: Int]) -> [SimplexBounds.Equation] {
    let linkage = view.linkage
    var relations = part.flatMap { cell in
      linkage.links(of: cell).map { Int(linkage.links[$0].relation) }
    }.sorted()
    relations = relations.indices.filter { $0 == 0 || relations[$0] != relations[$0 - 1] }
      .map { relations[$0] }
    return relations.map { relation in
      let members = linkage.members(of: relation)
      var equation = SimplexBounds.Equation(terms: [], constant: 0)
      for place in members {
        let cell = Int(linkage.members[place])
        let sign: Double = place == members.lowerBound ? -1 : 1
        equation.constant -= sign * Double(bounds.lower[cell])
        if let column = column[cell] { equation.terms.append((column, sign)) }
      }
      return equation
    }
  }
}
