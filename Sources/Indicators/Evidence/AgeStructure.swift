import Warehouse

/// Residents of a comune by the ages that tell how old it is, in the last year delivered. Public counts.
public struct AgeStructure: Hashable, Sendable {
  public var year: Int
  public var residents: Int
  /// Under 15, and 65 and over: what the old-age index is made of.
  public var children: Int
  public var elders: Int

  public init(year: Int, residents: Int, children: Int, elders: Int) {
    self.year = year
    self.residents = residents
    self.children = children
    self.elders = elders
  }

  /// Comuni of which every age was delivered, in bands that do not cross 15 and 65.
  ///
  /// - Parameter upTo: the last year that may be shown.
  static func all(_ counts: [PopulationCount], upTo year: Int) -> [ComuneCode: AgeStructure] {
    var found: [ComuneCode: AgeStructure] = [:]
    for (code, own) in Dictionary(grouping: counts.filter { $0.year <= year }, by: \.comune) {
      guard let comune = ComuneCode(code), let last = own.map(\.year).max() else { continue }
      let newest = own.filter { $0.year == last }
      let isWhole = newest.allSatisfy { one in
        [15, 65].allSatisfy { !one.ages.contains($0 - 1) || !one.ages.contains($0) }
      }
      guard isWhole, newest.contains(where: { $0.ages.lowerBound == 0 }),
        newest.contains(where: { $0.ages.lowerBound >= 65 })
      else { continue }
      func sum(_ belongs: (ClosedRange<Int>) -> Bool) -> Int {
        newest.filter { belongs($0.ages) }.reduce(0) { $0 + $1.residents }
      }
      found[comune] = AgeStructure(
        year: last, residents: sum { _ in true }, children: sum { $0.upperBound < 15 },
        elders: sum { $0.lowerBound >= 65 })
    }
    return found
  }
}
