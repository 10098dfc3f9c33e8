import Warehouse

/// The places a case can count in: territories, periods and modalities, each with its index.
///
/// Cases are tallied by base cell (comune × quarter × modality); every other cell is a sum of those.
struct Frame {
  /// `ND` and comuni that are not of the territory's list come after the last comune.
  let comuni: [ComuneRecord]
  /// Every territory observations may belong to; total first.
  let units: [TerritoryKey]
  private let placeOfUnit: [TerritoryKey: Int]
  /// Territories a comune counts in (by comune index; the last place is `ND`: the total alone).
  let unitsOfComune: [[Int]]
  private let comuniOfUnit: [[Int]]
  let quarters: [Period]
  /// Periods that have ended by the as-of date: a year that is half over would say no more than its
  /// half, and give it away where the half is withheld.
  let periods: [Period]
  /// The month of the as-of date, under which quantities at that date are published.
  let stock: Period
  /// Periods a quarter counts in.
  let periodsOfQuarter: [[Int]]
  let modalities: [Modality]

  struct Modality: Hashable {
    let dimension: String
    let code: String
  }

  /// Codes of the services that are no headings.
  let services: [String]
  private let comuneIndex: CodeIndex
  private let areaIndex: CodeIndex
  private let serviceIndex: CodeIndex
  private let channelIndex: CodeIndex
  private let firstDay: Day
  /// Asked for every case: a table costs less than the calendar.
  private let quarterOfDay: [Int]
  /// Modality of the first age class of open cases.
  let firstAgeClass: Int

  var undetermined: Int { comuni.count }

  /// - Parameters:
  ///   - succession: comuni that are no more and those of today that their facts count in, unless they
  ///     are shown themselves.
  ///   - years: years up to the as-of date whose facts are counted.
  init(
    comuni: [ComuneRecord], succession: [String: String] = [:], ats: [ATSRecord],
    services: [CodeRecord], areas: [CodeRecord],
    channels: [CodeRecord], asOf: Day, years: Int
  ) {
    self.comuni = comuni
    let shown = Dictionary(uniqueKeysWithValues: comuni.enumerated().map { ($1.istat, $0) })
    let former = succession.compactMap { filed, heir in
      shown[filed] == nil ? shown[heir].map { (PackedCode(filed), $0) } : nil
    }
    comuneIndex = CodeIndex(shown.map { (PackedCode($0), $1) } + former, otherwise: -1)

    units = Frame.units(comuni, ats)
    placeOfUnit = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
    unitsOfComune = Frame.unitsOfComune(comuni, placeOfUnit)
    var comuniOfUnit = [[Int]](repeating: [], count: units.count)
    for comune in comuni.indices {
      for unit in unitsOfComune[comune] { comuniOfUnit[unit].append(comune) }
    }
    self.comuniOfUnit = comuniOfUnit

    let firstYear = asOf.year - years + 1
    let quarters = (firstYear...asOf.year).flatMap { year in
      (1...4).map { Period.quarter(year, $0) }
    }.filter { $0.firstDay <= asOf }
    self.quarters = quarters
    firstDay = quarters[0].firstDay
    quarterOfDay = quarters.enumerated().flatMap { index, quarter in
      Array(repeating: index, count: quarter.lastDay - quarter.firstDay + 1)
    }
    let longer = Set(
      quarters.flatMap { [Period.half(of: $0.firstDay), .year($0.year)] })
    stock = Period.month(asOf.year, asOf.month)
    let stock = stock
    let periods = ((quarters + longer).filter { $0.lastDay <= asOf } + [stock]).sorted()
    self.periods = periods
    periodsOfQuarter = quarters.map { quarter in
      let whole: [Period] = [quarter, .half(of: quarter.firstDay), .year(quarter.year)]
      return (whole + (quarter == quarters.last ? [stock] : [])).compactMap {
        periods.firstIndex(of: $0)
      }
    }

    var modalities = [Modality(dimension: "totale", code: "totale")]
    let areaPlaces = Frame.add("area_utenza", areas.map(\.code), to: &modalities)
    let headings = Frame.add(
      "servizio", services.filter { $0.parent == nil }.map(\.code), to: &modalities)
    let channelPlaces = Frame.add("canale", channels.map(\.code), to: &modalities)
    firstAgeClass = modalities.count
    modalities += Backlog.classes.map { Modality(dimension: "anzianita", code: $0.name) }
    self.modalities = modalities
    self.services = services.filter { $0.parent != nil }.map(\.code)
    var servicePlaces = headings
    for service in services {
      if let heading = service.parent { servicePlaces[service.code] = headings[heading] }
    }
    areaIndex = Frame.index(areaPlaces)
    serviceIndex = Frame.index(servicePlaces)
    channelIndex = Frame.index(channelPlaces)
  }

  private static func units(_ comuni: [ComuneRecord], _ ats: [ATSRecord]) -> [TerritoryKey] {
    let provinces = Set(comuni.map(\.province)).sorted()
    let classes = Set(comuni.compactMap(innerAreaGroup)).sorted()
    return [.total] + provinces.map { TerritoryKey(.province, $0) }
      + ats.map { TerritoryKey(.ats, $0.id) }
      + classes.map { TerritoryKey(.innerAreaClass, $0) }
      + comuni.map { TerritoryKey(.comune, $0.istat) }
  }

  private static func unitsOfComune(
    _ comuni: [ComuneRecord], _ place: [TerritoryKey: Int]
  ) -> [[Int]] {
    comuni.map { comune in
      [
        0, place[TerritoryKey(.province, comune.province)],
        comune.ats.flatMap { place[TerritoryKey(.ats, $0)] },
        innerAreaGroup(comune).flatMap { place[TerritoryKey(.innerAreaClass, $0)] },
        place[TerritoryKey(.comune, comune.istat)],
      ].compactMap(\.self)
    } + [[0, place.count]]
  }

  /// Places of the codes of a dimension, `ND` the last.
  private static func add(
    _ dimension: String, _ codes: [String], to modalities: inout [Modality]
  ) -> [String: Int] {
    var places: [String: Int] = [:]
    for code in codes + ["ND"] {
      places[code] = modalities.count
      modalities.append(Modality(dimension: dimension, code: code))
    }
    return places
  }

  /// What was not delivered or not understood counts as `ND`.
  private static func index(_ places: [String: Int]) -> CodeIndex {
    CodeIndex(places.map { (PackedCode($0), $1) }, otherwise: places["ND"]!)
  }

  /// Classes E and F together.
  static func innerAreaGroup(_ comune: ComuneRecord) -> String? {
    comune.innerAreaClass.map { $0 == "E" || $0 == "F" ? "E-F" : $0 }
  }

  /// Nil for a territory that is not of the frame.
  func unit(_ territory: TerritoryKey) -> Int? { placeOfUnit[territory] }

  /// Comuni of a territory, by their index.
  func members(of unit: Int) -> [Int] { comuniOfUnit[unit] }

  /// Nil for a comune outside the territory: its residents are not the territory's.
  func comune(_ code: PackedCode) -> Int? {
    let place = comuneIndex[code]
    if place >= 0 { return place }
    return code == Frame.nd || code == .none ? undetermined : nil
  }
  static let nd = PackedCode("ND")

  func quarter(_ day: Day) -> Int? {
    let place = day - firstDay
    return quarterOfDay.indices.contains(place) ? quarterOfDay[place] : nil
  }

  /// The modalities a fact counts in: the total and one of each dimension.
  func modalities(
    area: PackedCode, service: PackedCode, channel: PackedCode?
  ) -> (area: Int, service: Int, channel: Int?) {
    (areaIndex[area], serviceIndex[service], channel.map { channelIndex[$0] })
  }

  // MARK: Cells

  var baseCells: Int { (comuni.count + 1) * quarters.count * modalities.count }
  func baseCell(comune: Int, quarter: Int, modality: Int) -> Int {
    (comune * quarters.count + quarter) * modalities.count + modality
  }

  /// The units, and after them what has no place (`ND`), which is counted and never shown.
  var places: Int { units.count + 1 }
  var placeless: Int { units.count }
  var cells: Int { places * periods.count * modalities.count }
  func cell(unit: Int, period: Int, modality: Int) -> Int {
    (unit * periods.count + period) * modalities.count + modality
  }
}
