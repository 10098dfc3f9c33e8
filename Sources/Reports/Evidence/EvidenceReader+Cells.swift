import Indicators
import Warehouse

/// Figures as cells of tables and marks of charts.
extension EvidenceReader {
  /// The value, or why it is not there. What was never computed was never received.
  func cell(_ figure: Figure?) -> Cell {
    guard let figure else { return Cell(.none, mark: .notReceived) }
    let observation = figure.observation
    if observation.note == Notes.noCase {
      return Cell(.none, word: Notes.word(Notes.noCase)[language])
    }
    let mark = Mark(observation.status)
    guard let value = observation.value else {
      let word = observation.note.map { Notes.word($0)[language] }
      return Cell(
        .none, mark: mark ?? .notApplicable, word: word, observation: observation.id)
    }
    return Cell(.number(value, figure.style), mark: mark, observation: observation.id)
  }

  /// The 95 % interval; without one the cell is empty beside a value that explains itself.
  func interval(_ figure: Figure?) -> Cell {
    guard let figure, let interval = figure.observation.interval else { return Cell(.none) }
    let (lower, upper) = (interval.lowerBound, interval.upperBound)
    return Cell(.interval(lower, upper, figure.style.telling(lower, upper)))
  }

  func count(_ value: Double?, of figure: Figure?) -> Cell {
    guard let value, figure?.observation.value != nil else { return Cell(.none) }
    return Cell(.number(value, .ofCount(value)))
  }

  func item(_ label: String, _ figure: Figure?) -> Chart.Item {
    guard let observation = figure?.observation else {
      return Chart.Item(label: label, value: nil, lower: nil, upper: nil, mark: .notReceived)
    }
    if observation.note == Notes.noCase {
      return Chart.Item(label: label, word: Notes.word(Notes.noCase)[language])
    }
    let mark = Mark(observation.status)
    return Chart.Item(
      label: label, value: observation.value, lower: observation.lower, upper: observation.upper,
      mark: observation.value == nil ? mark ?? .notApplicable : mark)
  }
}
