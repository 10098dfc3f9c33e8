import Indicators
import Warehouse

/// Whether the indicator of a decision moved, and how it stands to its target.
struct DecisionOutcome {
  /// A figure and the time it speaks of, in words.
  struct Point {
    var figure: Figure
    var when: String
  }

  let decision: TableDecision
  let place: TerritoryKey
  /// Of the indicator, or what the sheet says of it.
  let name: String?
  private(set) var before: Point?
  private(set) var now: Point?
  /// True when the period of now began before the decision.
  private(set) var isPartly = false
  private(set) var verdict = Verdict.unknown

  /// One for each place the decision is about.
  static func outcomes(_ decision: TableDecision, _ dossier: Dossier) -> [DecisionOutcome] {
    let table = dossier.scope.reference
    let places = decision.indicator == nil ? [table] : decision.places(ofTable: table)
    let stated = decision.indicator.flatMap { dossier.context.evidence.observation($0) }
    return (stated.map { [$0.territory] } ?? places).map {
      DecisionOutcome(decision, $0, stated: stated, dossier)
    }
  }

  /// - Parameter stated: the published number the sheet names: then its place and cut are the ones.
  private init(
    _ decision: TableDecision, _ place: TerritoryKey, stated: Observation?, _ dossier: Dossier
  ) {
    self.decision = decision
    self.place = place
    let reader = dossier.reader
    let definitions = dossier.context.evidence.definitions
    guard
      let called = decision.indicator.flatMap({ Definition.slug(called: $0, among: definitions) }),
      let slug = TableDecision.measured(called, among: reader.indicators)
    else {
      name = decision.indicator
      verdict = decision.indicator == nil ? .noIndicator : .unknown
      return
    }
    let cuts =
      stated.map { [Breakdown(dimension: $0.dimension, modality: $0.modality)] }
      ?? dossier.userAreas.map { .userArea($0.code) } + [.total]
    let kinds = ([dossier.brief.period.kind] + Period.Kind.preferred).uniqued()
    let pairs = cuts.flatMap { cut in
      kinds.compactMap {
        Movement(slug, place, cut, $0, since: decision.decidedOn, decision.baseline, reader)
      }
    }
    let best =
      pairs.first { $0.before?.observation.value != nil && $0.now?.observation.value != nil }
      ?? pairs.first { $0.now != nil } ?? pairs.first
    let label = best.flatMap { reader.sentences.slice(($0.now ?? $0.before)!.observation) }
    let title =
      (best?.now ?? best?.before)?.name[reader.language]
      ?? reader.definition(slug)?.name[reader.language]
    name = title.map { $0 + (label.map { " (" + lowercasedFirst($0) + ")" } ?? "") }
    guard let best else { return }
    before = best.before.map { Point(figure: $0, when: best.beforeWhen) }
    now = best.now.map { Point(figure: $0, when: best.nowWhen) }
    isPartly = best.isPartly
    verdict =
      if now == nil {
        .tooEarly
      } else if [best.before, best.now].contains(where: { $0?.observation.status == .suppressed }) {
        .withheld
      } else {
        Self.verdict(
          best.now?.observation, best.before?.observation, target: decision.target,
          direction: best.now?.direction ?? .descriptive)
      }
  }

  func sentence(_ dossier: Dossier) -> Sentence {
    let language = dossier.language
    let words = DecisionPhrases.self
    func said(_ point: Point?) -> String? {
      point.map { point in
        let one = point.figure.observation
        return
          (one.value.map { point.figure.said($0, language) }
          ?? dossier.reader.sentences.absence(one)) + " (" + point.when + ")"
      }
    }
    let movement =
      switch (said(before), said(now)) {
      case (let before?, let now?): words.fromTo(language, before, now)
      case (nil, let now?): words.onlyNow(language, now)
      case (let before?, nil): words.onlyBefore(language, before)
      case (nil, nil): ""
      }
    let ids = [before, now].compactMap { $0?.figure.observation.id }
    let what = [name, dossier.reader.name(of: place)].compactMap(\.self).joined(separator: ", ")
    return Sentence(
      words.followed(language, decision.number, decision.decision, what, movement)
        + verdict.name[language] + "." + (isPartly ? " " + words.partly[language] : ""), ids,
      quoting: [decision.decision])
  }
}

extension DecisionOutcome {
  enum Verdict: CaseIterable {
    case reached, reachedWithinError, movedRight, movedWrong, better, worse, still, unjudged
    case tooEarly, withheld, unlike, noIndicator, unknown

    var name: Text {
      switch self {
      case .reached: Text(it: "obiettivo raggiunto", en: "target reached")
      case .reachedWithinError:
        Text(
          it: "obiettivo raggiunto, entro il margine d'errore",
          en: "target reached, within the margin of error")
      case .movedRight:
        Text(it: "si è mosso verso l'obiettivo", en: "moved towards the target")
      case .movedWrong:
        Text(it: "si è allontanato dall'obiettivo", en: "moved away from the target")
      case .better: Text(it: "è migliorato, senza un obiettivo", en: "improved, without a target")
      case .worse: Text(it: "è peggiorato, senza un obiettivo", en: "worsened, without a target")
      case .still:
        Text(
          it: "differenza non distinguibile dal caso",
          en: "difference not distinguishable from chance")
      case .unjudged:
        Text(
          it: "è cambiato, ma senza intervallo non si giudica",
          en: "changed, but without an interval it is not judged")
      case .tooEarly:
        Text(
          it: "è presto: nessun periodo si è chiuso dopo la decisione",
          en: "too early: no period has ended since the decision")
      case .withheld:
        Text(it: "non si può dire: dato riservato [c]", en: "cannot be told: confidential [c]")
      case .unlike:
        Text(
          it: "non si può dire: prima e dopo non sono periodi interi degli stessi mesi",
          en: "cannot be told: before and after are not whole periods of the same months")
      case .noIndicator:
        Text(it: "nessun indicatore indicato", en: "no indicator stated")
      case .unknown: Text(it: "non si può dire", en: "cannot be told")
      }
    }
  }

  /// Nothing is said that the intervals do not allow.
  static func verdict(
    _ now: Observation?, _ before: Observation?, target: Double?,
    direction: Definition.Direction = .descriptive
  ) -> Verdict {
    guard let now, let value = now.value, let before, let start = before.value else {
      return .unknown
    }
    let separation = Separation(now, from: before)
    if case .unlike = separation { return .unlike }
    guard let target, start != target else {
      return switch (separation, separation.verdict(direction)) {
      case (_, .better?): .better
      case (_, .worse?): .worse
      case (.indistinct, _): .still
      case (.unjudged, _): value == start ? .still : .unjudged
      default: .unknown
      }
    }
    // Which way the target lies is told by where one started from.
    let isUp = target > start
    if isUp ? value >= target : value <= target {
      guard let lower = now.lower, let upper = now.upper else { return .reachedWithinError }
      return (isUp ? lower >= target : upper <= target) ? .reached : .reachedWithinError
    }
    return switch separation {
    case .above: isUp ? .movedRight : .movedWrong
    case .below: isUp ? .movedWrong : .movedRight
    case .unjudged: value == start ? .still : .unjudged
    case .indistinct, .unlike, .unknown: .still
    }
  }
}
