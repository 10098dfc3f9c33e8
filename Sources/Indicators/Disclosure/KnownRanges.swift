/// What readers who keep several editions know of the withheld numbers of one: the least and the most that
/// any pair of editions leaves to each, side by side.
struct KnownRanges: Sendable {
  typealias Number = PersonsOfCells.Number

  /// By number and place of the observation in its edition.
  private var ranges: [Int: ClosedRange<Int>] = [:]

  subscript(number: Number, place: Int) -> ClosedRange<Int>? {
    get { ranges[place * Number.allCases.count + number.rawValue] }
    set { ranges[place * Number.allCases.count + number.rawValue] = newValue }
  }
}

extension EarlierEdition {
  /// A new edition as it may be published after several, from the last back: what is kept as an earlier one
  /// had it agrees with all the ones before that.
  ///
  /// Two of the last earlier editions tell of each other's numbers, each tells of today's, and what the pairs say side by
  /// side may be what none of them does.
  ///
  /// - Parameter editions: how to read each: those of many years are not all held at once.
  static func reconciled<Failure: Error>(
    _ alone: [Observation], after editions: [() throws(Failure) -> [Observation]], frame: Frame,
    rules: RulesOfPersons
  ) throws(Failure) -> [Observation] {
    var last: [[Observation]] = []
    for read in editions.prefix(editionsCompared) { last.append(try read()) }
    var known = last.map { _ in KnownRanges() }
    for (newer, older) in pairs(last.count) {
      let pair = ComparedEditions(
        CellsOfEditions(before: last[older], after: last[newer]), alone: last[newer],
        settled: last[newer].map { _ in false }, frame: frame, rules: rules,
        known: (known[older], known[newer]))
      (known[older], known[newer]) = pair.learnt()
    }
    var (all, today) = (alone, editions.count > 1 ? KnownRanges() : nil)
    var settled = alone.map { _ in false }
    for (place, read) in editions.enumerated() {
      let isCompared = place < last.count
      let earlier = EarlierEdition(
        isCompared ? last[place] : try read(), frame: frame, rules: rules)
      let known = isCompared ? known[place] : KnownRanges()
      (all, today, settled) = earlier.reconciled(
        all, alone: alone, settled: settled, known: today.map { (known, $0) })
    }
    return all
  }

  /// Of so many, the last, each is laid over each other: the time it takes grows with the square.
  private static let editionsCompared = 3

  private static func pairs(_ count: Int) -> [(newer: Int, older: Int)] {
    (0..<count).flatMap { newer in (newer + 1..<count).map { (newer, $0) } }
  }
}
