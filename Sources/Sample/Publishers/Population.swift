internal import Warehouse

/// Residents by comune, age band and sex: real totals, invented ages.
struct Population {
  static let publisher = "demografia-sintetica"

  let world: World

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    let folder = try SourceFolder(
      root: root, publisher: Population.publisher, dataset: "popolazione")
    let name = "\(min(world.asOf, Day(year: world.asOf.year, month: 1, day: 31)!)).csv"
    let path = folder.delivery(name)
    var out = try ByteWriter(path: path)
    var ledger = DeliveryLedger(file: name)
    out.row(["comune", "anno", "eta", "sesso", "residenti"], separator: ",")
    var perYear: [(String, JSON)] = []
    for year in (world.asOf.year - 2)...world.asOf.year {
      var sum = 0
      for comune in world.territory.comuni {
        let (males, females) = AgeStructure.residents(of: comune, year: year)
        for (sex, residents) in [("M", males), ("F", females)] {
          for (name, count) in AgeStructure.delivered(residents) {
            ledger.row()
            sum += count
            out.row([comune.code, "\(year)", name, sex, "\(count)"], separator: ",")
          }
        }
      }
      perYear.append(("\(year)", .int(sum)))
    }
    let bytes = try out.close()
    try folder.describe([
      ("editore", .string("Demografia sintetica")),
      ("titolo", .string("Popolazione per età e sesso (dati sintetici)")),
      ("politica", .string("cumulativa")), ("formato", .string("csv")),
      ("numeri", .string("internazionali")),
      (
        "note",
        .string(
          "I totali per comune e sesso sono quelli di comuni.csv, gli stessi ogni anno; la struttura"
            + " per età è inventata, più anziana nelle aree interne.")
      ),
    ])
    key.add(
      publisher: Population.publisher, "popolazione", policy: .cumulative, [ledger],
      current: ledger.kept, more: [("residenti_per_anno", .object(perYear))])
    return SampleFile(path: path, rows: ledger.read, bytes: bytes)
  }
}
