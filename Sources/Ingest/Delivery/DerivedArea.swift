import Warehouse

/// Keeps, for each index of the service dictionary, the index of the only user area it serves.
struct DerivedArea {
  private let layout: Layout
  private let singleArea: [String: String]
  private let services: CodeDictionary
  private let areas: CodeDictionary

  init?(
    layout: Layout, singleArea: [String: String], services: CodeDictionary, areas: CodeDictionary
  ) {
    guard layout.slot("servizio") != nil, layout.slot("area_utenza") != nil else { return nil }
    self.layout = layout
    self.singleArea = singleArea
    self.services = services
    self.areas = areas
  }

  func refresh() {
    while layout.singleArea.count < services.codes.count {
      let service = services.codes[layout.singleArea.count]
      layout.singleArea.append(singleArea[service].map { areas.index(of: $0) })
    }
  }
}
