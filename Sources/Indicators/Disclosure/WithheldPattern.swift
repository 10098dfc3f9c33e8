import Warehouse

/// The first, structured step of protection: tables are cut along their rows and columns.
///
/// Hiding single cells of many linked tables drags others along until little is left. Here a modality
/// that is too small anywhere among the ATS (or classes, or at the top) is withheld for all of them,
/// with a second one for company; and a comune with anything too small keeps its breakdown to itself.
/// What is shown is thus the same for all territories of a kind, and hidden cells lie together. The
/// general solver then verifies the result and adds what may still be missing.
struct WithheldPattern {
  let frame: Frame
  /// Modalities of each dimension.
  let dimensions: [[Int]]
  let isShown: (_ place: Int, _ modality: Int) -> Bool
  /// Not to be shown on its own account, in any of the periods that share the pattern.
  let isSmall: (_ place: Int, _ modality: Int) -> Bool
  /// Cases over those periods.
  let count: (_ place: Int, _ modality: Int) -> Int
  /// Whether they may be some for all a reader knows, where they are withheld.
  let mayCount: (_ place: Int, _ modality: Int) -> Bool
  let threshold: Int

  /// - Parameter inherited: what longer periods of the same year already withhold.
  func spots(inherited: Spots) -> Spots {
    var spots = inherited
    let top = places { $0 == .total || $0 == .province }
    let ats = places { $0 == .ats }
    let classes = places { $0 == .innerAreaClass }
    for dimension in dimensions {
      let above = withholdColumns(dimension, of: top, above: [], in: &spots)
      let atsColumns = withholdColumns(dimension, of: ats, above: above, in: &spots)
      let classColumns = withholdColumns(dimension, of: classes, above: above, in: &spots)
      for comune in frame.comuni.indices {
        for modality in atsColumns.union(classColumns) {
          insert(frame.firstComune + comune, modality, in: &spots)
        }
      }
    }
    for group in [ats, classes] { withholdTotals(of: group, in: &spots) }
    withholdComuni(classes: classes, in: &spots)
    return spots
  }

  private func places(_ isWanted: (TerritoryKey.Kind) -> Bool) -> [Int] {
    frame.units.indices.filter { isWanted(frame.units[$0].kind) }
  }

  private func insert(_ place: Int, _ modality: Int, in spots: inout Spots) {
    if isShown(place, modality) { spots.insert(place, modality) }
  }

  /// Withholds the modalities that are small in any of the places, two at least.
  private func withholdColumns(
    _ dimension: [Int], of places: [Int], above: Set<Int>, in spots: inout Spots
  ) -> Set<Int> {
    let shown = dimension.filter { modality in places.contains { isShown($0, modality) } }
    guard !shown.isEmpty else { return [] }
    var columns = Set(
      shown.filter { modality in
        above.contains(modality)
          || places.contains {
            isSmall($0, modality) || spots.contains($0, modality)
          }
      })
    let size = { (modality: Int) in places.reduce(0) { $0 + count($1, modality) } }
    if columns.filter({ size($0) > 0 }).count == 1,
      let company = shown.filter({ !columns.contains($0) && size($0) > 0 })
        .min(by: { (size($0), $0) < (size($1), $1) })
    {
      columns.insert(company)
    }
    for place in places {
      for modality in columns { insert(place, modality, in: &spots) }
    }
    return columns
  }

  /// A territory whose total is small is withheld with everything inside it, and with another one.
  private func withholdTotals(of places: [Int], in spots: inout Spots) {
    var hidden = places.filter {
      isSmall($0, 0) || spots.contains($0, 0)
    }
    guard !hidden.isEmpty else { return }
    if hidden.count == 1,
      let company = places.filter({ !hidden.contains($0) && count($0, 0) > 0 })
        .min(by: { (count($0, 0), $0) < (count($1, 0), $1) })
    {
      hidden.append(company)
    }
    for place in hidden {
      for modality in frame.modalities.indices { insert(place, modality, in: &spots) }
      for comune in frame.members(of: place) { insert(frame.firstComune + comune, 0, in: &spots) }
    }
  }

  private func withholdComuni(classes: [Int], in spots: inout Spots) {
    let graph = ComuneGraph(
      ends: frame.comuni.indices.map { comune in
        func group(_ kind: TerritoryKey.Kind) -> Int? {
          frame.unitsOfComune[comune].first { frame.units[$0].kind == kind }
        }
        return (
          group(.ats) ?? frame.placeless, group(.innerAreaClass) ?? frame.placeless + 1
        )
      })
    var withoutTotal: Set<Int> = []
    for block in [[0]] + dimensions {
      let shown = block.filter { isShown(frame.firstComune, $0) }
      guard !shown.isEmpty else { continue }
      // Columns already withheld say nothing of a row.
      let open = shown.filter { modality in
        !frame.comuni.indices.allSatisfy {
          spots.contains(frame.firstComune + $0, modality)
        }
      }
      var hidden = withoutTotal
      for comune in frame.comuni.indices {
        let place = frame.firstComune + comune
        if open.contains(where: {
          isSmall(place, $0) || spots.contains(place, $0)
        }) {
          hidden.insert(comune)
        }
      }
      let size = { (comune: Int) in
        open.reduce(0) { $0 + count(frame.firstComune + comune, $1) }
      }
      var edges = hidden.filter { comune in
        open.contains { mayCount(frame.firstComune + comune, $0) }
      }
      if !graph.accompany(&edges, least: threshold, size: size) {
        // Not enough comuni to hide among: the classes give way, and ATS alone divide the territory.
        for place in classes {
          for modality in shown { insert(place, modality, in: &spots) }
        }
        let alone = ComuneGraph(ends: graph.ends.map { ($0.ats, frame.placeless + 1) })
        _ = alone.accompany(&edges, least: threshold, size: size)
      }
      hidden.formUnion(edges)
      if block == [0] { withoutTotal = hidden }
      for comune in hidden {
        for modality in shown { insert(frame.firstComune + comune, modality, in: &spots) }
      }
    }
  }
}
