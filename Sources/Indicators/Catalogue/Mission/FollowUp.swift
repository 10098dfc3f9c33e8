import Warehouse

/// How far the indicators the tables chose are from their targets.
extension Indicator {
  static let decisions = Indicator(
    "", "decisioni-tavolo",
    Text("Seguito delle decisioni dei tavoli", "Follow-up of the tables' decisions"),
    .ratio, .descriptive, cell: "",
    formula: Text(
      "per ogni decisione con un indicatore e un obiettivo: valore del periodo più recente chiuso dopo la decisione / obiettivo, del comune che la decisione nomina, di ciascuno e dell'intero territorio se ne nomina da due a sei, altrimenti dell'intero territorio; «.concluse» = decisioni concluse / decisioni",
      "for every decision with an indicator and a target: value of the newest period that ended after the decision / target, of the municipality the decision names, of each and of the whole territory where it names two to six, otherwise of the whole territory; “.concluse” = decisions concluded / decisions"
    ),
    caveats: Text(
      "Che l'indicatore si sia mosso non prova che sia stata la decisione: il fascicolo del tavolo lo confronta con prima. Il rapporto non dice se il valore è buono: dove più basso è meglio si legge al rovescio. Il periodo può essere cominciato prima della decisione.",
      "That the indicator moved does not prove the decision did it: the table's dossier holds it against what was before. The ratio does not say whether the value is good: where lower is better it reads the other way. The period may have begun before the decision."
    ),
    source: Text("Esiti dei tavoli", "Outcomes of the tables"),
    parts: [.init("concluse", Text("decisioni concluse", "decisions concluded"), .share)],
    .review(inputs: [.tableDecision]) { try $0.followUp() },
    example: .code(
      "Obiettivo 80 %, valore 60 %: 0,75.", "Target 80%, value 60%: 0.75.", 0.75
    ) { 0.6 / 0.8 })
}

extension Computation {
  fileprivate func followUp() throws -> [Observation] {
    let decisions = try store.tableDecisions().map { TableDecision($0) }
      .filter { $0.decidedOn <= asOf }
    let measures = decisions.isEmpty ? [:] : Dictionary(grouping: published, by: \.indicator)
    let done = decisions.count { $0.status == "conclusa" }
    return [share("decisioni-tavolo.concluse", done, of: decisions.count)]
      + decisions.flatMap { decision -> [Observation] in
        guard let indicator = decision.indicator, let target = decision.target, target != 0 else {
          return []
        }
        let stated = published.first { $0.id == indicator }
        return (stated.map { [$0.territory] } ?? decision.places(ofTable: .total))
          .compactMap { frame.unit($0) }
          .map { followed(decision, indicator, target, unit: $0, stated: stated, among: measures) }
      }
  }

  /// - Parameters:
  ///   - stated: the published number the sheet names: then its cut is the one.
  ///   - measures: what is published, by indicator.
  private func followed(
    _ decision: TableDecision, _ indicator: String, _ target: Double, unit: Int,
    stated: Observation?, among measures: [String: [Observation]]
  ) -> Observation {
    // One that is declared is called by its slug.
    let called =
      Definition.slug(called: indicator, among: Catalogue.definitions)
      ?? String(indicator.prefix { $0 != "~" })
    let slug = TableDecision.measured(called, among: measures.keys.sorted())
    let dimension = stated?.dimension ?? "totale"
    let modality = stated?.modality ?? "totale"
    let own = (slug.flatMap { measures[$0] } ?? []).filter {
      $0.territory == frame.units[unit] && $0.dimension == dimension && $0.modality == modality
        && $0.note != Observation.tooRecent
    }.sorted { $0.period < $1.period }
    let pairs = Period.Kind.preferred.map { kind -> (before: Observation?, now: Observation?) in
      let figures = own.filter { $0.period.kind == kind }
      let (before, now) = figures.map(\.period).around(decision.decidedOn, asOf: asOf)
      return (figures.last { $0.period == before }, figures.last { $0.period == now })
    }
    let pair =
      pairs.first { $0.before?.value != nil && $0.now?.value != nil }
      ?? pairs.first { $0.now != nil }
    let now = pair?.now
    let absence =
      own.isEmpty ? "indicatore senza valore" : "nessun periodo chiuso dopo la decisione"
    return observe(
      "decisioni-tavolo", unit: unit, "decisione", decision.procedure + ":" + decision.number,
      now?.value.map { $0 / target }, of: now?.value, over: target,
      status: now.map { $0.value == nil ? $0.status : .published }
        ?? (own.isEmpty ? .notReceived : .notApplicable),
      note: now.map { "\($0.indicator) \($0.period)" } ?? absence)
  }
}
