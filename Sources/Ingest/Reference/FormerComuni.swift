import Warehouse

/// Comuni that are no more, shown as they were when `territorio.json` says from which day: then a fact
/// counts where it was filed, otherwise in the comune of today.
enum FormerComuni {
  static func shown(_ territory: TerritoryFile, comuni: SmallTable, italy: SmallTable) throws
    -> [ComuneRecord]
  {
    guard let first = territory.showsComuniAsTheyWereSince else { return [] }
    let today = try Dictionary(
      ReferenceFolder.comuni(comuni, territory).map { ($0.istat, $0) },
      uniquingKeysWith: { a, _ in a })
    let cell = try italy.reader(["istat", "nome", "belfiore", "valido_al", "istat_successore"])
    var seen = Set(today.keys)
    return italy.rows.compactMap { row in
      guard let heir = today[cell(row, "istat_successore")],
        let last = Day(iso: cell(row, "valido_al")), last >= first,
        seen.insert(cell(row, "istat")).inserted
      else { return nil }
      // What it had is not known any more: neither residents nor class, which are the heir's today.
      return ComuneRecord(
        istat: cell(row, "istat"), name: cell(row, "nome"), belfiore: cell(row, "belfiore"),
        province: heir.province, validFrom: nil, validTo: last, residents: 0,
        squareKilometres: nil, altitude: nil, innerAreaClass: nil, minutesToPole: nil, ats: heir.ats
      )
    }
  }
}
