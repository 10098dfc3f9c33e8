import Indicators
import Synchronization
import Warehouse

/// How the comuni are spread by their main figures: worked out once for the pages of all of them.
final class ComuneSpreads: Sendable {
  /// Published values of an indicator in a period.
  struct Spread: Sendable {
    /// Smallest first.
    var values: [Double]
    /// By class of inner areas, the median of three comuni at least.
    var medians: [String: Double]

    /// Lowest, first and third quartile, highest.
    var band: [Double] { [0, 0.25, 0.75, 1].map(values.sortedQuantile) }
  }

  private struct Key: Hashable {
    var indicator: String
    var slice: Slice
  }

  private let context: ReportContext
  private let known = Mutex<[Key: Spread]>([:])

  init(_ context: ReportContext) { self.context = context }

  /// Nil where no comune has a value.
  func spread(of indicator: String, in slice: Slice) -> Spread? {
    let key = Key(indicator: indicator, slice: slice)
    if let spread = known.withLock({ $0[key] }) { return spread }
    var all: [Double] = []
    var byClass: [String: [Double]] = [:]
    for comune in context.evidence.territory.comuni {
      let figure = context.reader.figure(indicator, comune.key, slice)
      guard let value = figure?.observation.value else { continue }
      all.append(value)
      if let group = comune.innerAreaGroup { byClass[group, default: []].append(value) }
    }
    if all.isEmpty { return nil }
    let spread = Spread(
      values: all.sorted(),
      medians: byClass.filter { $0.value.count >= 3 }.mapValues {
        $0.sorted().sortedQuantile(0.5)
      })
    known.withLock { $0[key] = spread }
    return spread
  }
}
