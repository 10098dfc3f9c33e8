import Warehouse

/// TG3: how unequally coverage is spread over the comuni, and how much of it lies between their groups.
public enum CoverageTheil {
  public static let definition = Definition(
    slug: "theil-copertura", code: "TG3", family: "TG",
    name: Text(it: "Disuguaglianza della copertura (Theil)", en: "Inequality of coverage (Theil)"),
    unit: .nats, direction: .lowerIsBetter,
    formula: Text(
      it: """
        Σ s ln(s/p) sui comuni, s = quota degli utenti, p = quota della popolazione; «.tra-…» è la parte \
        fra gruppi, «.entro-…» quella dentro i gruppi (ATS o classi delle aree interne)
        """,
      en: """
        Σ s ln(s/p) over the municipalities, s = share of users, p = share of population; “.tra-…” is \
        the part between groups, “.entro-…” the part within them (ATS or inner-area classes)
        """),
    caveats: Text(
      it: """
        La scomposizione dipende dai gruppi scelti; ATS e classi in parte coincidono, e non sono due \
        spiegazioni indipendenti. L'intervallo, dell'indice di tutte le persone, viene da 2.000 estrazioni \
        dei comuni (bootstrap): dice quanto l'indice dipende da quali comuni ci sono. È dato con quattro decimali, e riservato quando i comuni con il dato \
        riservato sono meno di dieci; le parti, quando lo sono meno di dieci ambiti o classi.
        """,
      en: """
        The decomposition depends on the groups; ATS and classes partly coincide, and are not two \
        independent explanations. The interval, of the index of all persons, comes from 2,000 draws of the \
        municipalities (bootstrap): it says how much the index depends on which there are. Given with four decimals, and withheld when fewer than ten \
        municipalities have a withheld figure; the parts, when fewer than ten districts or classes have.
        """),
    source: Text(
      "Theil (1967); scomposizione di Shorrocks (1980); intervallo di Efron (1979)",
      "Theil (1967); Shorrocks' decomposition (1980); Efron's interval (1979)"), minimumCell: "K5"
  )
  .reading(
    [.serviceRequest, .serviceDelivery, .population], by: ["area_utenza"],
    WorkedExample(
      "Due comuni di 2.000 residenti con 60 e 20 persone raggiunte: 0,75 ln(0,75/0,5) + 0,25 ln(0,25/0,5) = 0,1308.",
      "Two municipalities of 2,000 residents with 60 and 20 persons reached: 0.75 ln(0.75/0.5) + 0.25 ln(0.25/0.5) = 0.1308.",
      residents: [2000, 2000],
      [
        .serviceRequest: WorkedExample.requests(60, in: 0, [.startedOn: "2025-03-01"])
          + WorkedExample.requests(20, in: 1, [.startedOn: "2025-03-01"])
      ], 0.1308))

  /// Whether so many territories with a withheld count let the index be shown: it is one more equation between
  /// them, and a handful of small whole numbers can be tried out.
  static func mayTell(withheld: Int) -> Bool { withheld == 0 || withheld >= 10 }

  /// Published to the ten-thousandth of a nat, for the same reason.
  static let decimals = 4

  /// Users below which the index would say more of single persons than of territories.
  static let minimumUsers = 50

  static func observations(
    frame: Frame, period: Int, modality: Int, persons: [Int], population: (Int) -> Int?,
    isHidden: (Int) -> Bool,
    make: (_ slug: String, _ value: Double?, _ interval: ConfidenceInterval?) -> Observation
  ) -> [Observation] {
    let first = frame.firstComune
    func areas(_ group: (Int) -> String?) -> [Theil.Area]? {
      var groups: [String: Int] = [:]
      var areas: [Theil.Area] = []
      for i in frame.comuni.indices {
        guard let residents = population(first + i) else { return nil }
        let name = group(i) ?? ""
        let id = groups[name] ?? groups.count
        groups[name] = id
        areas.append(
          Theil.Area(
            group: id, population: Double(residents),
            users: Double(
              persons[frame.cell(unit: first + i, period: period, modality: modality)])))
      }
      return areas.reduce(0, { $0 + $1.users }) >= Double(minimumUsers) ? areas : nil
    }
    guard let byATS = areas({ frame.comuni[$0].ats }).flatMap(Theil.init),
      let byClass = areas({ Frame.innerAreaGroup(frame.comuni[$0]) }).flatMap(Theil.init)
    else { return [] }
    func mayTell(of kind: TerritoryKey.Kind) -> Bool {
      let withheld = frame.units.indices.count { frame.units[$0].kind == kind && isHidden($0) }
      return Self.mayTell(withheld: withheld)
    }
    func figure(
      _ part: String, _ value: Double, if isTold: Bool, _ interval: ConfidenceInterval? = nil
    ) -> Observation {
      make(
        definition.slug + part, isTold ? value.rounded(toDecimals: decimals) : nil,
        isTold ? interval : nil)
    }
    let isTold = mayTell(of: .comune)
    // Two more equations between those withheld: to the hundredth, outwards, and of all persons alone.
    let interval =
      isTold && modality == 0
      ? areas({ _ in nil }).flatMap { Bootstrap.interval($0) { Theil($0)?.total } } : nil
    var figures = [
      figure("", byATS.total, if: isTold, interval?.roundedOutwards(toDecimals: 2))
    ]
    // Either part is the other taken from the whole. Where nobody says which groups the comuni are of,
    // nothing lies between them or inside.
    func add(_ group: String, _ theil: Theil, if isTold: Bool) {
      figures.append(figure(".tra-" + group, theil.between, if: isTold))
      figures.append(figure(".entro-" + group, theil.within, if: isTold))
    }
    if frame.comuni.contains(where: { $0.ats != nil }) {
      add("ats", byATS, if: isTold && mayTell(of: .ats))
    }
    if frame.comuni.contains(where: { $0.innerAreaClass != nil }) {
      add("area-interna", byClass, if: isTold && mayTell(of: .innerAreaClass))
    }
    return figures
  }
}
