internal import Warehouse

/// The Punti di Prossimità, as a JSON array.
struct DeskRegister {
  let world: World
  let desks: Desks
  let organisations: Organisations

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    let folder = try SourceFolder(
      root: root, publisher: Platform.publisher, dataset: "punti_prossimita")
    let name = "\(world.asOf).json"
    let path = folder.delivery(name)
    var out = try ByteWriter(path: path)
    var ledger = DeliveryLedger(file: name)
    out.text("[")
    for (i, desk) in desks.all.enumerated() {
      ledger.row()
      if i > 0 { out.text(",") }
      out.newline()
      let comune = world.territory.comuni[desk.comune]
      // Where the reference list puts the comune: a desk that is invented has no address.
      let place = comune.place.map {
        [("lat", JSON.decimal($0.latitude)), ("lon", JSON.decimal($0.longitude))]
      }
      let named: [(String, JSON)] = [
        ("id_punto", .string(desk.id)),
        ("denominazione", .string("Punto di Prossimità sintetico di \(comune.name)")),
        ("comune", .string(comune.code)),
      ]
      let described: [(String, JSON)] = [
        ("ente_gestore", .string(organisations.all[i % organisations.all.count].code)),
        ("data_apertura", .string("\(desk.openedOn)")), ("ore_settimanali", .int(desk.weeklyHours)),
        ("fte_pubblici", .int(desk.publicStaff)), ("fte_ets", .int(desk.thirdSectorStaff)),
        ("mq", .int(desk.squareMetres)), ("costo_annuo", .int(desk.annualCost)),
      ]
      JSON.object(named + (place ?? []) + described).writeInline(to: &out)
    }
    out.newline()
    out.text("]")
    out.newline()
    let bytes = try out.close()
    try folder.describe([
      ("editore", .string("Piattaforma sintetica")),
      ("titolo", .string("Punti di Prossimità (dati sintetici)")),
      ("politica", .string("cumulativa")), ("formato", .string("json")),
      ("formato_data", .string("aaaa-mm-gg")), ("numeri", .string("internazionali")),
      ("note", .string("Nomi e valori del contratto: non serve alcuna mappa.")),
    ])
    key.add(
      publisher: Platform.publisher, "punti_prossimita", policy: .cumulative, [ledger],
      current: ledger.kept)
    return SampleFile(path: path, rows: ledger.read, bytes: bytes)
  }
}
