/// What a reader knows of counts that are withheld.
extension CountProtection {
  /// The most each count may be for all a reader knows: what it is; of a withheld nought more, unless it
  /// follows from what is shown. Of a sum whose shown parts are all of it the others are noughts.
  ///
  /// Where a nought is not known as one, what is a share of it keeps the withheld counts beside it company.
  func bounds(of counts: [Int], hidden: [Bool], _ estimator: Estimator) -> [Int] {
    var bounds = counts
    for cell in counts.indices where hidden[cell] { bounds[cell] = max(1, counts[cell]) }
    for period in frame.periods.indices {
      let sums = sums(period, estimator)
      var isNews = true
      while isNews {
        isNews = false
        for (total, parts) in sums where !hidden[total] {
          let unknown = parts.filter { hidden[$0] && bounds[$0] > 0 }
          let shown = parts.reduce(0) { $0 + (hidden[$1] ? 0 : counts[$1]) }
          guard !unknown.isEmpty, shown == counts[total] else { continue }
          for part in unknown { bounds[part] = 0 }
          isNews = true
        }
      }
    }
    return bounds
  }

  /// Cells of a period that add up to another: over the territory, and over each dimension.
  private func sums(_ period: Int, _ estimator: Estimator) -> [(total: Int, parts: [Int])] {
    func cell(_ place: Int, _ modality: Int) -> Int? {
      guard
        grid.publishes(unit: place, period: period, modality: modality, estimator: estimator)
      else { return nil }
      return frame.cell(unit: place, period: period, modality: modality)
    }
    var all: [(total: Int, parts: [Int])] = []
    for modality in frame.modalities.indices {
      for (whole, parts) in sumsOfComuni + sumsWithoutComuni {
        guard let total = cell(whole, modality) else { continue }
        let known = parts.compactMap { cell($0, modality) }
        if !known.isEmpty { all.append((total, known)) }
      }
    }
    for place in frame.units.indices {
      guard let total = cell(place, 0) else { continue }
      for dimension in dimensions { all.append((total, dimension.compactMap { cell(place, $0) })) }
    }
    return all
  }
}
