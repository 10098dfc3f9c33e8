import Warehouse

/// Where the user area was not delivered and the service serves a single one, that one is it.
///
/// Nothing is guessed: a service that serves several areas leaves the field empty, and what was
/// delivered and not understood stays `ND`.
public struct AreaFromService: RowRule {
  let service: String
  let area: String

  public init(service: String, area: String) {
    self.service = service
    self.area = area
  }

  public var fills: [String] { [area] }

  public func check(_ batch: DecodedBatch) {
    guard let services = batch.column(service), let areas = batch.column(area) else { return }
    let single = batch.layout.singleArea
    for row in 0..<batch.facts.count
    where areas.a[row] == FactBatch.null && services.a[row] != FactBatch.null {
      let index = Int(services.a[row])
      if index < single.count, let known = single[index] { areas.a[row] = known }
    }
  }
}
