internal import Warehouse

/// What a table of co-programming keeps of itself.
struct TableRegisters {
  static let publisher = "ufficio-di-piano-sintetico"
  static let editore = "Ufficio di piano sintetico"
  private static let id = "COP-01"

  let world: World
  let organisations: Organisations

  func write(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> [SampleFile] {
    [
      try proceedings(root, &key), try meetings(root, &key), try proposals(root, &key),
      try observations(root, &key), try decisions(root, &key),
    ]
  }

  private var start: Day { world.asOf - 150 }

  private func proceedings(
    _ root: String, _ key: inout AnswerKey
  ) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: TableRegisters.publisher, dataset: "procedimenti", on: world.asOf,
      columns: [
        "id_procedimento", "tipo", "oggetto", "attivita_art5", "data_avvio", "data_avviso",
        "data_conclusione", "responsabile_ufficio",
      ])
    out.row([
      TableRegisters.id, "coprogrammazione", "Anziani nelle aree interne", "a|c", "\(start)",
      "\(start + 14)", nil, "ufficio di piano",
    ])
    out.row([
      "COP-00", "coprogrammazione", "Doposcuola e centri estivi", "a|d", "\(start - 420)",
      "\(start - 405)", "\(start - 290)", "ufficio di piano",
    ])
    out.row([
      "ACC-01", "accreditamento", "Assistenza domiciliare", "a", "\(start - 200)",
      "\(start - 190)", "\(start - 100)", "ufficio di piano",
    ])
    return try out.finish(editore: TableRegisters.editore, titolo: "Procedimenti", &key)
  }

  private func meetings(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: TableRegisters.publisher, dataset: "incontri", on: world.asOf,
      columns: ["id_procedimento", "data", "ente", "presente"],
      faults: [10: .missing("presente")])
    for meeting in 0..<4 {
      for i in 0..<min(14, organisations.all.count) {
        var random = world.stream("incontri", meeting * 100 + i)
        out.row([
          TableRegisters.id, "\(start + 30 + 25 * meeting)", organisations.all[i].code,
          yesNo(random.chance(0.75)),
        ])
      }
    }
    return try out.finish(editore: TableRegisters.editore, titolo: "Incontri del tavolo", &key)
  }

  private func proposals(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: TableRegisters.publisher, dataset: "proposte", on: world.asOf,
      columns: [
        "id_procedimento", "numero", "proponente_tipo", "ente", "testo", "servizio",
        "area_utenza", "stato", "motivazione",
      ], faults: [6: .unknownWord("stato")])
    let texts: [(String, String, String)] = [
      ("Trasporto a chiamata nei giorni di mercato", "C4", "ANZ"),
      ("Assistenza domiciliare anche il sabato", "C1", "ANN"),
      ("Un elenco unico degli assistenti familiari", "C2", "ANN"),
      ("Telefono amico per chi vive da solo", "C3", "ANZ"),
      ("Apertura pomeridiana dei centri diurni", "D2", "ANZ"),
      ("Aiuto alla spesa nei comuni montani", "C3", "ANZ"),
      ("Sportello itinerante per le pratiche", "A1", "MUL"),
      ("Sollievo per chi assiste un familiare", "C1", "ANN"),
      ("Ginnastica dolce nelle palestre scolastiche", "D1", "ANZ"),
    ]
    let states = ["adottata", "discussa", "adottata", "ricevuta", "rinviata", "respinta"]
    for (i, (text, service, area)) in texts.enumerated() {
      let kind = ["ets", "ets", "comune", "cittadini", "parte_sociale"][i % 5]
      out.row([
        TableRegisters.id, "\(i + 1)", kind, kind == "ets" ? organisations.all[i].code : nil, text,
        service, area, states[i % 6], states[i % 6] == "respinta" ? "costi non coperti" : nil,
      ])
    }
    return try out.finish(editore: TableRegisters.editore, titolo: "Proposte", &key)
  }

  private func observations(
    _ root: String, _ key: inout AnswerKey
  ) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: TableRegisters.publisher, dataset: "osservazioni_tavolo", on: world.asOf,
      columns: ["id_procedimento", "ente", "tipo", "area_utenza", "servizio", "testo"],
      faults: [4: .missing("testo")])
    let rows: [(String, String, String, String)] = [
      ("forza", "ANZ", "C3", "Una rete di volontari presente in quasi tutti i comuni"),
      ("forza", "MUL", "A1", "I Punti di Prossimità sono conosciuti"),
      ("debolezza", "ANN", "C1", "Pochi assistenti domiciliari nelle aree interne"),
      ("debolezza", "ANZ", "C4", "Nessun trasporto nel pomeriggio"),
      ("debolezza", "ANN", "C2", "Tempi diversi da comune a comune"),
      ("opportunita", "ANZ", "D1", "Le palestre scolastiche sono libere la sera"),
      ("rischio", "ANN", "C1", "I fondi finiscono con l'anno"),
      ("rischio", "MUL", "A1", "Il personale a termine non è confermato"),
    ]
    for (i, (kind, area, service, text)) in rows.enumerated() {
      out.row([TableRegisters.id, organisations.all[i].code, kind, area, service, text])
    }
    return try out.finish(editore: TableRegisters.editore, titolo: "Osservazioni del tavolo", &key)
  }

  private func decisions(_ root: String, _ key: inout AnswerKey) throws(SampleError) -> SampleFile {
    var out = try Register(
      root, publisher: TableRegisters.publisher, dataset: "esiti_tavolo", on: world.asOf,
      columns: [
        "id_procedimento", "numero", "bisogno", "decisione", "data_decisione", "peso",
        "responsabile", "servizio", "comuni", "indicatore", "valore_obiettivo", "entro_il",
        "risorse", "stato",
      ], faults: [2: .noNumber("peso", refuses: false)])
    let inAmbito = world.territory.comuni.filter { $0.ats == world.territory.ambito }
      .prefix(6).map(\.code).joined(separator: "|")
    let rows: [(need: String, decision: String, service: String, state: String)] = [
      ("Raggiungere le visite", "Avviare il trasporto a chiamata", "C4", "da_avviare"),
      ("Assistenza a casa nel fine settimana", "Estendere l'orario al sabato", "C1", "in_corso"),
      ("Trovare un assistente familiare", "Aprire l'elenco unico", "C2", "conclusa"),
    ]
    // What each is checked by: a need met more often, a shorter wait, and one nobody chose.
    let checks: [(comuni: String?, indicator: String?, target: String?)] = [
      (inAmbito, "copertura-bisogni", "0.9"), (nil, "tempo-attivazione.mediana", "30"),
      (inAmbito, nil, nil),
    ]
    for (i, (row, check)) in zip(rows, checks).enumerated() {
      out.row([
        TableRegisters.id, "\(i + 1)", row.need, row.decision, "\(start + 40)", "\(3 - i)",
        "ufficio di piano", row.service, check.comuni, check.indicator, check.target,
        "\(world.asOf + 90 * (i + 1))", euros(1_500_000 * (i + 1)), row.state,
      ])
    }
    return try out.finish(editore: TableRegisters.editore, titolo: "Esiti del tavolo", &key)
  }
}
