import Indicators
import Warehouse

/// One cut of an indicator before and after a day, in periods of one kind. Numbers of the same
/// part of the year are held against each other: seasons are not movements.
struct Movement {
  private(set) var before: Figure?
  private(set) var now: Figure?
  private(set) var beforeWhen = ""
  private(set) var nowWhen = ""
  private(set) var isPartly = false

  /// Nil when nothing is known of this cut, not even that it is withheld.
  ///
  /// - Parameter baseline: what was published at that day, for what is no longer computed.
  init?(
    _ slug: String, _ place: TerritoryKey, _ cut: Breakdown, _ kind: Period.Kind,
    since day: Day, _ baseline: TableDecision.Baseline?, _ reader: EvidenceReader
  ) {
    let (asOf, language) = (reader.evidence.asOf, reader.language)
    let figures = reader.figures(slug, of: [place]) {
      cut.holds($0) && $0.period.kind == kind && $0.note != Observation.tooRecent
    }.sorted { $0.observation.period < $1.observation.period }
    if figures.isEmpty { return nil }
    let (earlier, newest) = figures.map(\.observation.period).around(day, asOf: asOf)
    guard let period = newest else {
      before = figures.last { $0.observation.period == earlier }
      beforeWhen = before.map { language.name(of: $0.observation.period) } ?? ""
      return
    }
    // A period that has not ended is how things stand on the as-of date.
    let isState = period.lastDay > asOf
    now = figures.last
    nowWhen = isState ? language.long(asOf) : language.name(of: period)
    isPartly = !isState && period.firstDay <= day
    if let figure = figures.first(where: { $0.observation.period == earlier }) {
      before = figure
      beforeWhen = language.name(of: figure.observation.period)
    } else if let baseline {
      let known = baseline.observations.last {
        $0.indicator == slug && $0.territory == place && cut.holds($0) && $0.period.kind == kind
      }
      // What is withheld today is not told by what was published then.
      let isWithheld = known.map { reader.evidence.observation($0.id)?.status == .suppressed }
      if let known, isWithheld == false, now?.observation.status != .suppressed {
        before = reader.figure(known)
        beforeWhen = language.long(baseline.asOf)
      }
    }
  }
}
