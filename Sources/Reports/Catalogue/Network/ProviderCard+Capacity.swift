import Indicators
import Warehouse

/// The places of an organisation and who takes them.
extension ProviderCard {
  func places() -> Cell {
    guard let capacity = provider.capacity else { return Cell(.none, mark: .notReceived) }
    let (all, day) = (language.integer(capacity.places), language.long(capacity.day))
    return switch capacity.taken {
    case .about(let taken):
      .text(words.placesTaken(language, language.integer(taken), all, day))
    case .withheld:
      Cell(.none, mark: .confidential, word: words.placesOfWhich(language, all, day))
    case .notStated:
      Cell(.none, mark: .notReceived, word: words.placesOfWhich(language, all, day))
    }
  }

  func waitingForPlace() -> Cell {
    switch provider.capacity?.waiting {
    case .about(let count): .integer(count)
    case .withheld: Cell(.none, mark: .confidential)
    case .notStated, nil: Cell(.none, mark: .notReceived)
    }
  }
}
