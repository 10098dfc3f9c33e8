/// How the counts of cells add up.
extension CellProtection {
  func state(
    _ whole: LinkedCell, _ parts: [LinkedCell], _ ids: [LinkedCell: [Int?]],
    _ problem: inout ProtectionProblem
  ) {
    guard let total = ids[whole] else { return }
    let parts = parts.compactMap { ids[$0] }
    for i in total.indices {
      guard let id = total[i] else { continue }
      let known = parts.compactMap { $0[i] }
      // Distinct units may return in several parts: then nothing adds up.
      guard !known.isEmpty,
        known.reduce(0, { $0 + problem.cells[$1].persons }) == problem.cells[id].persons
      else { continue }
      problem.addRelation(total: id, parts: known)
    }
  }

  /// What a count of some codes of a field is of the whole one, broken down by that field; what is left of
  /// their headings follows by subtraction.
  func state(
    _ division: LinkedCounts.Division, in cell: LinkedCell, _ ids: [LinkedCell: [Int?]],
    _ problem: inout ProtectionProblem
  ) {
    guard cell.breakdown == nil, let part = ids[cell]?[division.part] else { return }
    let headings = division.codes.sorted().compactMap { code in
      ids[
        LinkedCell(
          unit: cell.unit, period: cell.period, breakdown: division.breakdown, code: code)]?[
          division.whole]
    }
    let rest =
      headings.reduce(0) { $0 + problem.cells[$1].persons } - problem.cells[part].persons
    guard !headings.isEmpty, rest >= 0 else { return }
    if rest == 0, headings.count == 1 {
      problem.addRelation(total: headings[0], parts: [part])
      return
    }
    let threshold = problem.cells[part].threshold
    let together = problem.add(
      .init(
        persons: problem.cells[part].persons + rest, threshold: threshold, isPublished: false))
    problem.addRelation(total: together, parts: headings)
    var parts = [part]
    if rest > 0 {
      parts.append(
        problem.add(.init(persons: rest, threshold: threshold, isPublished: false)))
    }
    problem.addRelation(total: together, parts: parts)
  }
}
