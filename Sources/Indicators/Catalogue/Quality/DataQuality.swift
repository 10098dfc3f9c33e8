import Warehouse

/// DQ and DD7: how complete, timely and usable what was delivered is. Organisations, never persons.
extension Indicator {
  static let providerDigitalDivide = Indicator(
    "DD7", "divario-digitale-erogatori",
    Text("Fonti con dati di qualità", "Sources with good data"), .share, .higherIsBetter, cell: "",
    formula: Text(
      "fonti con almeno il 95 % di righe tenute nell'ultima consegna / fonti",
      "sources with at least 95% of rows kept in the last delivery / sources"),
    caveats: Text(
      "Misura le consegne, non le competenze di chi le fa.",
      "It measures deliveries, not the skills of who makes them."),
    source: Text("Ricevute delle consegne", "Receipts of the deliveries"),
    .code(inputs: []) { c in
      let last = try c.lastDeliveries()
      let good = last.filter { Double($0.rowsKept) >= 0.95 * Double($0.rowsRead) }
      return [c.share("divario-digitale-erogatori", good.count, of: last.count)]
    },
    example: .code("9 fonti buone su 12: 75 %.", "9 good sources of 12: 75%.", 0.75) { 9.0 / 12 })

  static let rowsKept = Indicator(
    "DQ1", "righe-tenute", Text("Righe tenute", "Rows kept"), .share, .higherIsBetter, cell: "",
    formula: Text(
      "righe tenute / righe lette nell'ultima consegna, per fonte",
      "rows kept / rows read in the last delivery, by source"),
    caveats: Text(
      "Una riga tenuta può avere campi vuotati. Dove una riga riguarda una persona, le righe lette sono arrotondate a cinque.",
      "A row kept may have emptied fields. Where a row is about a person, the rows read are rounded to five."
    ),
    source: Text("Ricevute delle consegne", "Receipts of the deliveries"),
    .code(inputs: []) { c in
      try c.lastDeliveries().map {
        let rows = RowsOfDelivery($0)
        return c.share(
          "righe-tenute", "fonte", $0.publisher + "/" + $0.dataset, rows.kept, of: rows.read)
      }
    },
    example: .code("190 righe tenute su 200: 95 %.", "190 rows kept of 200: 95%.", 0.95) {
      190.0 / 200
    })

  static let freshness = Indicator(
    "DQ2", "eta-consegne", Text("Età dell'ultima consegna", "Age of the last delivery"), .days,
    .lowerIsBetter, cell: "",
    formula: Text(
      "data di riferimento − giorno dell'ultima consegna, per fonte; 0 se è arrivata dopo",
      "as-of date − day of the last delivery, by source; 0 if it came later"),
    caveats: Text(
      "Una fonte annuale è giovane anche a sei mesi.",
      "A yearly source is fresh even at six months."),
    source: Text("Ricevute delle consegne", "Receipts of the deliveries"),
    .code(inputs: []) { c in
      try c.lastDeliveries().map {
        c.observe(
          "eta-consegne", "fonte", $0.publisher + "/" + $0.dataset,
          Double(max(0, c.asOf - $0.receivedOn)))
      }
    },
    example: .code(
      "Consegna del 31 marzo, riferimento 30 giugno: 91 giorni.",
      "Delivered 31 March, as-of 30 June: 91 days.", 91
    ) {
      Double(Day(year: 2026, month: 6, day: 30)! - Day(year: 2026, month: 3, day: 31)!)
    })

  static let unplaced = Indicator(
    "DQ3", "richieste-senza-comune",
    Text("Richieste senza comune", "Requests without a municipality"),
    .share, .lowerIsBetter, cell: "K5",
    formula: Text(
      "richieste con comune ND / richieste", "requests with municipality ND / requests"),
    caveats: Text(
      "Contano nel totale e in nessun comune. Anche poche si dicono, perché in nessun luogo si può cercare di chi sono: è la revisione di poche che attende.",
      "They count in the total and in no municipality. Even a few are told, as there is no place in which to look for whose they are: what waits is a revision by a few."
    ),
    source: Text("Ricevute delle consegne", "Receipts of the deliveries"),
    .code(inputs: [.serviceRequest]) { c in
      let requests = c.requests
      return [
        c.share("richieste-senza-comune", requests.unplaced, of: requests.requests)
      ]
    },
    example: .code("3 su 120: 2,5 %.", "3 of 120: 2.5%.", 0.025) { 3.0 / 120 })

  static let identified = Indicator(
    "DQ4", "richieste-identificate",
    Text("Richieste di persone riconoscibili", "Requests of recognisable persons"), .share,
    .higherIsBetter, cell: "K5",
    formula: Text(
      "richieste con un identificativo valido / richieste",
      "requests with a valid identifier / requests"),
    caveats: Text(
      "Un codice provvisorio o locale vale dentro la fonte. Chi è scritto come anonimo («ANONIMO») è fra queste, ogni riga una persona a sé. Anche poche si dicono: è la revisione di poche che attende.",
      "A provisional or local code holds within its source. Those written as anonymous (“ANONIMO”) are among these, each row a person of its own. Even a few are told: what waits is a revision by a few."
    ),
    source: Text("Ricevute delle consegne", "Receipts of the deliveries"),
    .code(inputs: [.serviceRequest]) { c in
      let requests = c.requests
      return [
        c.share("richieste-identificate", requests.identified, of: requests.requests)
      ]
    },
    example: .code("90 su 120: 75 %.", "90 of 120: 75%.", 0.75) { 90.0 / 120 })
}

extension Computation {
  /// The newest delivery of each source: like every fact, whenever it arrived.
  fileprivate func lastDeliveries() throws -> [DeliveryRecord] {
    let all = Dictionary(grouping: try store.deliveries()) {
      $0.publisher + "/" + $0.dataset
    }
    return all.sorted { $0.key < $1.key }.compactMap {
      $0.value.max { ($0.receivedOn, $0.delivery) < ($1.receivedOn, $1.delivery) }
    }
  }
}
