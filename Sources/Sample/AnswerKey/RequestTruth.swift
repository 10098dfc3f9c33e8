internal import Warehouse

/// What the current requests must add up to, worked out from the needs themselves: no file is read
/// back and none of the pipeline's code is used.
struct RequestTruth {
  private(set) var totals: Totals
  /// Current requests of each source before copies are set aside.
  private(set) var current: [RequestSource: Int] = [:]
  /// Requests two systems delivered: the platform's copy gives way.
  private(set) var copies = 0
  let places: Places
  let territory: SampleTerritory

  init(world: World, exports: [RequestExport]) {
    places = Places(world.territory)
    territory = world.territory
    totals = Totals(world: world, places: places)
    var counts = [Int](repeating: 0, count: RequestSource.allCases.count)
    var date = world.season.firstDay
    while date <= world.asOf {
      for index in world.season.requests(on: date) {
        let need = world.need(index, received: date)
        var holder: Recorded?
        for export in exports {
          guard let row = export.current(of: need) else { continue }
          counts[export.source.rawValue] += 1
          if holder != nil { copies += 1 }
          if holder == nil || export.source == need.owner {
            holder = Recorded(need, row, places: places)
          }
        }
        if let holder { totals.add(holder, home: need.person.comune) }
      }
      date = date + 1
    }
    for export in exports { current[export.source] = counts[export.source.rawValue] }
  }

  var json: JSON {
    let ours = territory.comuni
    return .object([
      ("richieste", .int(totals.all.x)), ("attivate", .int(totals.all.y)),
      ("aperte", .int(totals.all.z)), ("persone", .int(totals.persons)),
      ("anonime", .int(totals.anonymous)),
      ("copie_id_origine", .int(copies)), ("per_anno", totals.byYear),
      ("per_esito", totals.byOutcome), ("per_servizio", totals.byService),
      ("per_canale", totals.byChannel),
      (
        "per_ats",
        totals.byGroup("ats") { $0 < ours.count ? ours[$0].ats : $0 == places.unknown ? "ND" : "" }
      ),
      (
        "per_classe_snai",
        totals.byGroup("classe_snai") { place in
          guard place < ours.count else { return place == places.unknown ? "ND" : "" }
          return ["E", "F"].contains(ours[place].innerClass) ? "E-F" : ours[place].innerClass
        }
      ),
      ("per_anno_comune", totals.byYearPlace),
      ("per_semestre_comune_area", totals.byHalfPlaceArea),
    ])
  }
}
