import Indicators
import Warehouse

/// The indicators of one programme, each in its newest period, with a name that says on what it is
/// measured.
struct ProgrammeFigures {
  let reader: EvidenceReader
  let cup: String

  /// The newest figure of one indicator of one programme or project.
  static func newest(_ indicator: String, _ modality: String, _ reader: EvidenceReader) -> Figure? {
    reader.figures(indicator) { $0.modality == modality }
      .max { $0.observation.period.lastDay < $1.observation.period.lastDay }
  }

  var newest: [(name: String, figure: Figure)] {
    var newest: [Figure] = []
    let indicators = reader.indicators.filter { reader.definition($0)?.family == "PN" }
    for figure in indicators.flatMap({ indicator in
      reader.figures(indicator) { $0.modality.hasPrefix(cup) }
    }) {
      let one = figure.observation
      let same = newest.firstIndex {
        $0.observation.indicator == one.indicator && $0.observation.modality == one.modality
      }
      if let same {
        if newest[same].observation.period.lastDay < one.period.lastDay { newest[same] = figure }
      } else {
        newest.append(figure)
      }
    }
    return newest.map { (name($0), $0) }
  }

  /// The indicator and, where its slug or modality says more than the CUP, what it is measured on.
  private func name(_ figure: Figure) -> String {
    let rest = figure.observation.modality.dropFirst(cup.count).drop { "/:-. ".contains($0) }
    let details = rest.split(separator: ":").map { detail in
      Day(iso: String(detail)).map(reader.language.short)
        ?? ProgrammePhrases.name(ofFund: String(detail))[reader.language]
    }
    let name = figure.name[reader.language]
    return details.isEmpty ? name : name + " (" + details.joined(separator: ", ") + ")"
  }
}

extension Programme {
  /// How many of its milestones are due and not reached.
  func overdueMilestones(on day: Day) -> Int {
    milestones.count { $0.actual == nil && $0.planned <= day }
  }

  /// The planned end that has passed without anybody declaring an actual one.
  func endPassed(on day: Day) -> Day? {
    actualEnd == nil ? plannedEnd.flatMap { $0 < day ? $0 : nil } : nil
  }
}
