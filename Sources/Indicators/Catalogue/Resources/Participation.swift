import Warehouse

/// RG: what public money sets going, and what citizens and organisations propose.
extension Indicator {
  static let multiplier = Indicator(
    "RG8", "moltiplicatore",
    Text("Risorse attivate per euro pubblico", "Resources activated per public euro"), .ratio,
    .higherIsBetter, cell: "KO",
    formula: Text(
      "(ore di volontariato e scambio × valore orario + fondi non pubblici raccolti + valore stimato dei beni non pubblici raccolti) / fondi pubblici raccolti, ultimi 12 mesi; valore orario 12 € («.basso» 8, «.alto» 16)",
      "(volunteer and exchanged hours × hourly value + non-public funds raised + estimated value of the non-public goods raised) / public funds raised, last 12 months; hourly value €12 (“.basso” 8, “.alto” 16)"
    ),
    caveats: Text(
      "Non è un SROI. I fondi pubblici sono quelli che gli enti dichiarano di aver raccolto: quanti ne abbiano spesi nessun dato lo dice (i pagamenti dicono di ogni CUP, opere comprese). Restano fuori il cofinanziamento dei partner, che i piani dicono per tutta la durata del progetto e non per anno, i beni scambiati, che non hanno un valore, e le raccolte di cui non si sa da chi vengono. Il valore orario è un'ipotesi da verificare: per questo tre valori. Un'ora registrata sia come volontariato sia come scambio conterebbe due volte. Riservato dove pochi hanno scambiato ore, o privati cittadini hanno donato in pochi, o non si sa in quanti.",
      "Not an SROI. Public funds are those organisations say they have raised: how much of them they spent no data tell (payments are of every CUP, works included). Left out are the partners' co-funding, which plans state for the whole length of a project and not by year, exchanged goods, which have no value, and what was raised nobody knows from whom. The hourly value is an assumption to verify: hence three. An hour recorded as both volunteering and exchange would count twice. Withheld where few exchanged hours, or few private citizens gave, or nobody says how many."
    ),
    source: Text(
      "Definizione del catalogo; costo di sostituzione (Salamon, Sokolowski & Haddock 2011)",
      "Definition of the catalogue; replacement cost (Salamon, Sokolowski & Haddock 2011)"),
    parts: [
      Definition.Part("basso", Text("con 8 € l'ora", "at €8 an hour"), .ratio),
      Definition.Part("alto", Text("con 16 € l'ora", "at €16 an hour"), .ratio),
    ],
    .code(inputs: [.fundraising, .volunteering]) { c in
      var hours = 0.0
      try c.each(.volunteering) {
        if let day = $0.happened(.month, by: c.asOf), day > c.yearAgo {
          hours += $0.real(.hours) ?? 0
        }
      }
      // What a few have given follows from what is told of volunteers and of other funds.
      var givers: Set<UInt64> = []
      if try c.store.hasCurrent(.exchange) {
        try c.each(.exchange) {
          if let day = $0.happened(.exchangedOn, by: c.asOf), day > c.yearAgo,
            let given = $0.real(.hours)
          {
            hours += given
            if let giver = $0.token(.donor) { givers.insert(giver) }
          }
        }
      }
      var own = 0.0
      var others = PrivateMoney()
      try c.each(.fundraising) { fact in
        guard let day = fact.happened(.raisedOn, by: c.asOf), day > c.yearAgo,
          let kind = fact.text(.donorKind), kind != "ND"
        else { return }
        let (money, goods) = (fact.integer(.amountCents), fact.integer(.estimatedCents))
        if kind == "pubblico" {
          own += Double(money ?? 0) / 100
        } else if money != nil || goods != nil {
          others.add((money ?? 0) + (goods ?? 0), kind: kind, donors: fact.real(.donors))
        }
      }
      let resources = { hours * $0 + Double(others.cents) / 100 }
      guard !c.isFew(givers.count), others.isTellable(threshold: c.settings.threshold) else {
        return ["", ".basso", ".alto"].map {
          c.observe("moltiplicatore" + $0, nil, status: .suppressed)
        }
      }
      return [("", 12.0), (".basso", 8), (".alto", 16)].map { suffix, wage in
        c.observe(
          "moltiplicatore" + suffix, own > 0 ? resources(wage) / own : nil,
          of: resources(wage), over: own)
      }
    },
    example: .code(
      "1.000 ore a 12 €, 7.000 € privati, beni per 1.000 €, 10.000 € pubblici: 2.",
      "1,000 hours at €12, €7,000 private, goods worth €1,000, €10,000 public: 2.", 2
    ) { (1000 * 12 + 7000 + 1000) / 10_000 })

  static let participation = Indicator(
    "RG10", "proposte-adottate", Text("Proposte adottate", "Proposals adopted"), .share,
    .higherIsBetter, cell: "",
    formula: Text(
      "proposte adottate / proposte ricevute ai tavoli, per chi propone; «.discusse» = discusse, adottate, rinviate o respinte",
      "proposals adopted / proposals received at the tables, by who proposes; “.discusse” = discussed, adopted, postponed or rejected"
    ),
    caveats: Text(
      "Le proposte sono di organizzazioni e gruppi, non di singoli.",
      "Proposals are by organisations and groups, not individuals."),
    source: Text("Registro dei tavoli", "Register of the tables"),
    parts: [Definition.Part("discusse", Text("discusse", "discussed"), .share)],
    .code(inputs: [.tableProposal]) { c in
      // Of a proposal of unknown state nothing is known.
      let talkedOf: Set = ["discussa", "adottata", "rinviata", "respinta"]
      var all: [String: Int] = [:]
      var adopted: [String: Int] = [:]
      var discussed: [String: Int] = [:]
      try c.each(.tableProposal) { fact in
        guard let status = fact.text(.status), let kind = fact.text(.proposerKind) else { return }
        for key in ["totale", kind] {
          all[key, default: 0] += 1
          if status == "adottata" { adopted[key, default: 0] += 1 }
          if talkedOf.contains(status) { discussed[key, default: 0] += 1 }
        }
      }
      return all.sorted { $0.key < $1.key }.flatMap { kind, count in
        let dimension = kind == "totale" ? "totale" : "proponente"
        return [
          c.share("proposte-adottate", dimension, kind, adopted[kind] ?? 0, of: count),
          c.share("proposte-adottate.discusse", dimension, kind, discussed[kind] ?? 0, of: count),
        ]
      }
    },
    example: .code("3 proposte adottate su 12: 25 %.", "3 proposals adopted of 12: 25%.", 0.25) {
      3.0 / 12
    })
}
