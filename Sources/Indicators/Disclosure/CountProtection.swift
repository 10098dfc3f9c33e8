import Warehouse

/// Turns the counts of one indicator into a protection problem: every cell that will be published,
/// the pieces published sums could give away, and every way they add up.
struct CountProtection {
  let frame: Frame
  let grid: Grid
  let settings: DisclosureSettings
  /// By modality: special categories and stigma ask for the stricter threshold.
  let isSensitive: [Bool]

  /// Which cells must be withheld.
  ///
  /// - Parameters:
  ///   - counts: the protected count of every cell.
  ///   - denominator: what readers know it is a share of, where it is a share.
  ///   - addsOverTime: false for distinct persons, who may return.
  ///   - addsOverModalities: false where a case can count in several.
  func hidden(
    counts: [Int], estimator: Estimator?, addsOverTime: Bool, addsOverModalities: Bool,
    denominator: (_ unit: Int, _ period: Int, _ modality: Int, _ cell: Int) -> Int?
  ) throws -> [Bool] {
    var problem = ProtectionProblem()
    var ids = [Int32](repeating: -1, count: frame.cells)
    for place in 0..<frame.places {
      for period in frame.periods.indices {
        for modality in frame.modalities.indices {
          let cell = frame.cell(unit: place, period: period, modality: modality)
          let isPublished = grid.publishes(
            unit: place, period: period, modality: modality, estimator: estimator)
          guard isPublished || (place >= frame.units.count && counts[cell] > 0) else { continue }
          let whole = denominator(place, period, modality, cell)
          // Nothing to say and nobody to protect.
          guard counts[cell] > 0 || (whole ?? 0) > 0 else { continue }
          ids[cell] = Int32(
            problem.add(
              ProtectionProblem.Cell(
                persons: counts[cell], denominator: whole.map { max($0, counts[cell]) },
                threshold: threshold(place: place, modality: modality), isPublished: isPublished)))
        }
      }
    }
    link(
      &problem, ids: ids, counts: counts, addsOverTime: addsOverTime,
      addsOverModalities: addsOverModalities)
    let result = try problem.solved()
    return ids.map { $0 >= 0 && result.hidden[Int($0)] }
  }

  /// Persons needed in a cell.
  func threshold(place: Int, modality: Int) -> Int {
    var residents: Int?
    if place < frame.units.count, frame.units[place].kind == .comune {
      residents = frame.comuni[place - firstComune].residents
    }
    return settings.threshold(isSensitive: isSensitive[modality], comuneResidents: residents)
  }

  private var firstComune: Int { frame.units.count - frame.comuni.count }

  // MARK: How cells add up

  private func link(
    _ problem: inout ProtectionProblem, ids: [Int32], counts: [Int], addsOverTime: Bool,
    addsOverModalities: Bool
  ) {
    /// States a sum when all that is not zero in it is a cell of the problem.
    func state(_ total: Int, _ parts: [Int], revealsAttribute: Bool = false) {
      guard ids[total] >= 0 else { return }
      let known = parts.filter { counts[$0] > 0 }
      guard !known.isEmpty, known.allSatisfy({ ids[$0] >= 0 }),
        known.reduce(0, { $0 + counts[$1] }) == counts[total]
      else { return }
      problem.addRelation(
        total: Int(ids[total]), parts: known.map { Int(ids[$0]) },
        revealsAttribute: revealsAttribute)
    }
    for period in frame.periods.indices {
      for modality in frame.modalities.indices {
        for (whole, parts) in geography {
          state(
            frame.cell(unit: whole, period: period, modality: modality),
            parts.map { frame.cell(unit: $0, period: period, modality: modality) })
        }
      }
    }
    for place in 0..<frame.places {
      for period in frame.periods.indices where addsOverModalities {
        let total = frame.cell(unit: place, period: period, modality: 0)
        for dimension in dimensions {
          state(total, dimension.map { frame.cell(unit: place, period: period, modality: $0) })
        }
      }
      for modality in frame.modalities.indices where addsOverTime {
        for (whole, parts) in calendar {
          state(
            frame.cell(unit: place, period: whole, modality: modality),
            parts.map { frame.cell(unit: place, period: $0, modality: modality) })
        }
      }
    }
  }

  /// Total of provinces and `ND`; province, ATS and class of pieces; piece of comuni.
  private var geography: [(Int, [Int])] {
    let firstPiece = frame.units.count
    let pieces = frame.pieces.indices.map { firstPiece + $0 }
    var sums: [(Int, [Int])] = []
    let provinces = frame.units.indices.filter { frame.units[$0].kind == .province }
    sums.append((0, provinces + [pieces.last!]))
    for (unit, key) in frame.units.enumerated() {
      let parts = pieces.filter { place in
        let piece = frame.pieces[place - firstPiece]
        return switch key.kind {
        case .province: piece.province == key.code
        case .ats: piece.ats == key.code
        case .innerAreaClass: piece.innerAreaGroup == key.code
        default: false
        }
      }
      if !parts.isEmpty { sums.append((unit, parts)) }
    }
    for (i, piece) in frame.pieces.enumerated() where piece != .undetermined {
      let members = frame.comuni.indices.filter { Frame.Piece(frame.comuni[$0]) == piece }
      sums.append((firstPiece + i, members.map { firstComune + $0 }))
    }
    return sums
  }

  /// Years of halves, halves of quarters.
  private var calendar: [(Int, [Int])] {
    frame.periods.indices.compactMap { whole in
      let parts = frame.periods.indices.filter { part in
        switch (frame.periods[whole], frame.periods[part]) {
        case (.year(let y), .half(let year, _)): y == year
        case (.half(let y, let h), .quarter(let year, let q)): y == year && (q + 1) / 2 == h
        default: false
        }
      }
      return parts.isEmpty ? nil : (whole, parts)
    }
  }

  private var dimensions: [[Int]] {
    ["area_utenza", "servizio", "canale", "anzianita"].map { name in
      frame.modalities.indices.filter { frame.modalities[$0].dimension == name }
    }
  }
}
