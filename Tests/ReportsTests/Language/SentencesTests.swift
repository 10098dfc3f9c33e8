import Indicators
import Testing
import Warehouse

@testable import Reports

@Suite struct SentencesTests {
  static let names = ["080001": "Africo", "080002": "Ardore", "080003": "Bianco", "LOC": "Locri"]
  let it = sentences(.it)
  let en = sentences(.en)

  static func sentences(_ language: Language) -> Sentences {
    Sentences(
      language: language, name: { names[$0.code] ?? "Tutto" },
      slice: { $0.dimension == "totale" ? nil : "Persone anziane" })
  }

  static func figure(
    _ slug: String = "copertura-popolazione", _ code: String = "080001", _ value: Double? = 0.12,
    _ lower: Double? = 0.11, _ upper: Double? = 0.13, status: Observation.Status = .published,
    note: String? = nil, period: Period = .half(2026, 1), modality: String? = nil
  ) -> Figure {
    let kind: TerritoryKey.Kind =
      code == "totale" ? .total : code.count == 6 ? .comune : .ats
    return Figure(
      Observation(
        indicator: slug, territory: TerritoryKey(kind, code), period: period,
        dimension: modality == nil ? "totale" : "area_utenza", modality: modality ?? "totale",
        value: value, lower: lower, upper: upper, numerator: value == nil ? nil : 345,
        denominator: value == nil ? nil : 2805, status: status, note: note),
      SampleDefinitions.all.first { slug.hasPrefix($0.slug) }!)
  }

  @Test func aValueHasItsIntervalAndItsCounts() {
    #expect(
      it.statement(Self.figure()).text
        == "Ad Africo, nel 1º semestre 2026: copertura della popolazione 12,0\u{A0}% (intervallo al "
        + "95\u{A0}%: da 11,0\u{A0}% a 13,0\u{A0}%; 345 su 2.805).")
    #expect(
      en.statement(Self.figure()).text
        == "In Africo, in the first half of 2026: population coverage 12.0% (95% interval: 11.0% to "
        + "13.0%; 345 out of 2,805).")
  }

  /// What two parts of an indicator share is said once.
  @Test func partsAreOneSentence() {
    let parts = [
      Self.figure("tempo-attivazione.mediana", "LOC", 21, 20, 25),
      Self.figure("tempo-attivazione.entro-90", "LOC", 0.953, 0.92, 0.972, status: .provisional),
      Self.figure("tempo-attivazione.entro-180", "LOC", nil, nil, nil, status: .suppressed),
    ]
    #expect(
      it.statement(parts).text
        == "Nell'ambito «Locri», nel 1º semestre 2026: tempo di attivazione, mediana 21\u{A0}giorni "
        + "(intervallo al 95\u{A0}%: da 20 a 25; 345 su 2.805); entro 90 giorni 95,3\u{A0}% (intervallo "
        + "al 95\u{A0}%: da 92,0\u{A0}% a 97,2\u{A0}%; 345 su 2.805); entro 180 giorni: dato non "
        + "pubblicato per riservatezza [c]. Il dato è provvisorio [p].")
    #expect(it.statement(parts).observations == parts.map(\.observation.id))
  }

  /// Under a number that is named and large neither its name nor its value comes again.
  @Test func aCaptionDoesNotRepeatTheNumber() {
    #expect(
      it.caption(Self.figure()).text
        == "Nel 1º semestre 2026; intervallo al 95\u{A0}%: da 11,0\u{A0}% a 13,0\u{A0}%; 345 su 2.805."
    )
    #expect(
      en.caption(Self.figure("copertura-popolazione", "080001", nil, nil, nil, status: .suppressed))
        .text
        == "In the first half of 2026: figure withheld for confidentiality [c].")
  }

  @Test func theSliceIsNamed() {
    #expect(
      it.statement(Self.figure(modality: "ANZ")).text
        .contains("copertura della popolazione (persone anziane) 12,0"))
  }

  @Test func aNameThatCarriesItsUnitIsNotRepeated() {
    let text = it.statement(Self.figure("richieste-per-1000", "totale", 22, 20.8, 23.1)).text
    #expect(
      text.hasPrefix(
        "Su tutto il territorio, nel 1º semestre 2026: richieste per 1.000 residenti 22,0 ("))
  }

  @Test(arguments: [
    (Observation.Status.suppressed, nil, "dato non pubblicato per riservatezza [c]."),
    (.notReceived, nil, "dato non pervenuto [..]."),
    (.notApplicable, nil, "dato non applicabile [x]."),
    (.notApplicable, "non raggiunta", "dato non calcolabile (non raggiunta) [x]."),
  ])
  func whatIsNotThereIsSaid(status: Observation.Status, note: String?, end: String) {
    let figure = Self.figure(
      "copertura-popolazione", "080001", nil, nil, nil, status: status, note: note)
    #expect(it.statement(figure).text.hasSuffix(end))
  }

  /// "copertura della popolazione dato non pubblicato" is no sentence.
  @Test func whatIsNotThereStandsAfterAColon() {
    let figure = Self.figure(
      "copertura-popolazione", "080003", nil, nil, nil, status: .suppressed)
    #expect(
      it.statement(figure).text
        == "A Bianco, nel 1º semestre 2026, copertura della popolazione: dato non pubblicato per "
        + "riservatezza [c].")
    #expect(
      en.statement(figure).text
        == "In Bianco, in the first half of 2026, population coverage: figure withheld for "
        + "confidentiality [c].")
  }

  /// 7.84 and 5.16 are shown as 7.8 and 5.2: whoever subtracts them finds 2.6, and so does the sentence.
  @Test func aDifferenceIsThatOfTheNumbersShown() {
    let a = Self.figure("richieste-per-1000", "080001", 7.84, 7.7, 7.9)
    let b = Self.figure("richieste-per-1000", "totale", 5.16, 5.1, 5.2)
    #expect(it.comparison(a, with: b).text.contains("di 2,6,"))
  }

  @Test func provisionalIsSaid() {
    #expect(
      it.statement(Self.figure(status: .provisional)).text.hasSuffix("Il dato è provvisorio [p]."))
  }

  @Test func overlappingIntervalsAreNotADifference() {
    let a = Self.figure("copertura-popolazione", "080001", 0.12, 0.10, 0.14)
    let b = Self.figure("copertura-popolazione", "totale", 0.10, 0.08, 0.11)
    let text = it.comparison(a, with: b).text
    #expect(text.contains("non è distinguibile dal caso"))
    #expect(!text.contains("più alto"))
    #expect(!text.contains("migliore"))
  }

  @Test func adistinctDifferenceHasDirectionSizeAndJudgement() {
    let a = Self.figure("copertura-popolazione", "080001", 0.12, 0.11, 0.13)
    let b = Self.figure("copertura-popolazione", "totale", 0.10, 0.09, 0.105)
    #expect(
      it.comparison(a, with: b).text
        == "È più alto del riferimento (su tutto il territorio: 10,0\u{A0}%) di 2,0\u{A0}punti "
        + "percentuali, oltre il margine d'errore. Per questo indicatore è un risultato migliore.")
    #expect(it.comparison(b, with: a).text.contains("risultato peggiore"))
    let wait = Self.figure("tempo-attivazione.mediana", "080001", 60, 55, 66)
    let less = Self.figure("tempo-attivazione.mediana", "totale", 40, 38, 42)
    #expect(it.comparison(wait, with: less).text.contains("di 20\u{A0}giorni"))
    #expect(it.comparison(wait, with: less).text.contains("risultato peggiore"))
  }

  @Test func adescriptiveIndicatorIsNotJudged() {
    let a = Self.figure("richieste-per-1000", "080001", 40, 38, 42)
    let b = Self.figure("richieste-per-1000", "totale", 20, 19, 21)
    let text = it.comparison(a, with: b).text
    #expect(text.contains("È più alto"))
    #expect(!text.contains("migliore") && !text.contains("peggiore"))
  }

  @Test func withoutAnIntervalTheDifferenceIsNotJudged() {
    let a = Self.figure("copertura-popolazione", "080001", 0.12, nil, nil)
    let b = Self.figure("copertura-popolazione", "totale", 0.10, 0.09, 0.105)
    let text = it.comparison(a, with: b).text
    #expect(text.contains("senza un intervallo"))
    #expect(!text.contains("migliore"))
    let same = Self.figure("copertura-popolazione", "080002", 0.12, nil, nil)
    #expect(it.comparison(a, with: same).text.hasPrefix("È uguale"))
  }

  @Test func periodsAreToldApartByTheirName() {
    let now = Self.figure()
    let before = Self.figure(period: .half(2025, 1))
    #expect(it.comparison(now, with: before).text.contains("(1º semestre 2025: 12,0"))
  }

  @Test func theSpreadNamesAlphabeticallyAndNeverRanks() {
    let reference = Self.figure("copertura-popolazione", "totale", 0.10, 0.095, 0.105)
    let figures = [
      Self.figure("copertura-popolazione", "080003", 0.30, 0.28, 0.32),
      Self.figure("copertura-popolazione", "080001", 0.20, 0.18, 0.22),
      Self.figure("copertura-popolazione", "080002", 0.10, 0.08, 0.12),
      Self.figure("copertura-popolazione", "LOC", nil, nil, nil, status: .suppressed),
    ]
    let text = it.spread(figures, around: reference).text
    #expect(text.contains("2 comuni sono più in alto, oltre il margine d'errore (Africo, Bianco);"))
    #expect(text.contains("per un comune la differenza non è distinguibile dal caso"))
    #expect(text.hasSuffix("un dato non è pubblicato per riservatezza [c]."))
  }

  /// Half a year is not fewer than a whole one: nothing is said of which is higher.
  @Test func periodsThatAreNotAlikeAreNotCompared() {
    func year(_ period: Period, _ value: Double, _ note: String? = nil) -> Figure {
      Self.figure(
        "copertura-popolazione", "080001", value, value, value, note: note, period: period)
    }
    let whole = year(.year(2025), 0.12)
    #expect(
      it.comparison(year(.year(2026), 0.06, Observation.toldInPart), with: whole).text
        == "Non si confronta con il riferimento (2025: 12,0\u{A0}%): di uno dei due periodi le consegne "
        + "raccontano solo una parte.")
    #expect(
      en.comparison(year(.half(2026, 1), 0.06), with: whole).text
        == "It is not compared with the reference (2025: 12.0%): they are not the same months of the year."
    )
    #expect(it.comparison(year(.year(2026), 0.06), with: whole).text.contains("più basso"))
    #expect(
      it.statement(year(.year(2026), 0.06, Observation.toldInPart)).text
        .hasSuffix("su 2.805). Le consegne parlano solo di una parte del periodo."))
    #expect(
      DecisionOutcome.verdict(
        year(.year(2026), 0.06, Observation.toldInPart).observation, whole.observation, target: 0.05
      )
        == .unlike)
    #expect(SentencePhrases.since(.unlike(.otherMonths), nil).it.hasPrefix("non si confronta: "))
  }

  /// Of two figures, what is said of the first against the second is never at odds with the reverse.
  @Test func comparisonsAreSymmetric() {
    let values: [(Double, Double, Double)] = [
      (0.10, 0.08, 0.12), (0.12, 0.11, 0.13), (0.20, 0.19, 0.21), (0.121, 0.12, 0.19),
    ]
    for a in values {
      for b in values {
        let (x, y) = (
          Self.figure("copertura-popolazione", "080001", a.0, a.1, a.2).observation,
          Self.figure("copertura-popolazione", "080002", b.0, b.1, b.2).observation
        )
        let forth = Separation(x, from: y)
        let back = Separation(y, from: x)
        switch forth {
        case .above: #expect(back == .below)
        case .below: #expect(back == .above)
        default: #expect(back == forth)
        }
      }
    }
  }

  @Test(arguments: [
    ("tempo-attivazione.mediana", "mediana"), ("tempo-attivazione.entro-90", "entro 90 giorni"),
    ("theil-copertura.tra-ats", "tra ambiti sociali"),
    ("theil-copertura.entro-area-interna", "dentro classi di area interna"),
    ("copertura-offerta.almeno-2", "almeno 2 enti"),
    ("divario-copertura.relativo", "rapporto con l'insieme"),
  ])
  func partsHaveNames(slug: String, name: String) {
    let figure = Self.figure(slug)
    #expect(figure.name.it.hasSuffix(", " + name))
  }

  @Test func partsHaveTheirOwnUnit() {
    #expect(Self.figure("tempo-attivazione.entro-90").unit == .share)
    #expect(Self.figure("tempo-attivazione.p90").unit == .days)
    #expect(Self.figure("divario-copertura.relativo").unit == .ratio)
  }

  /// Of days fewer are better, but of those served within some days more are.
  @Test func moreServedInTimeIsBetterWhereFewerDaysAre() throws {
    let definition = try #require(SampleDefinitions.all.first { $0.slug == "tempo-attivazione" })
    func figure(_ part: String, _ value: Double, _ half: Double, _ place: TerritoryKey) -> Figure {
      Figure(
        Observation(
          indicator: "tempo-attivazione" + part, territory: place, period: .year(2025),
          value: value, lower: value - half, upper: value + half), definition)
    }
    let sentences = Sentences(language: .it, name: { $0.code }, slice: { _ in nil })
    let share = sentences.comparison(
      figure(".entro-90", 0.8, 0.02, TerritoryKey(.ats, "LOC")),
      with: figure(".entro-90", 0.6, 0.02, .total))
    #expect(share.text.contains("risultato migliore"))
    let days = sentences.comparison(
      figure(".mediana", 80, 2, TerritoryKey(.ats, "LOC")), with: figure(".mediana", 60, 2, .total))
    #expect(days.text.contains("risultato peggiore"))
  }

  /// Of those who give up a smaller share is better, and it is no better that they do so sooner.
  @Test(arguments: [
    (Definition.Direction.lowerIsBetter, "peggiore", "migliore"),
    (.higherIsBetter, "migliore", "peggiore"),
  ])
  func aShareOfACurveIsJudgedAsItsIndicatorIs(
    direction: Definition.Direction, share: String, days: String
  ) {
    var definition = SampleDefinitions.all[0]
    (definition.slug, definition.unit, definition.direction) = ("curva", .share, direction)
    definition.parts = [
      .init("mediana", .both("mediana"), .days), .init("entro-90", .both("entro 90"), .share),
    ]
    func higher(_ part: String, _ high: Double, _ low: Double) -> String {
      func figure(_ value: Double, _ place: TerritoryKey) -> Figure {
        Figure(
          Observation(
            indicator: "curva." + part, territory: place, period: .year(2025), value: value,
            lower: value * 0.99, upper: value * 1.01), definition)
      }
      return it.comparison(figure(high, TerritoryKey(.ats, "LOC")), with: figure(low, .total)).text
    }
    #expect(higher("entro-90", 0.8, 0.6).contains("risultato " + share))
    #expect(higher("mediana", 80, 60).contains("risultato " + days))
  }
}
