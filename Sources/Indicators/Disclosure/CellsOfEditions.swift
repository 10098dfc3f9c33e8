import Warehouse

/// The cells of an edition and of the one before it, by number in the order they are published: what is
/// looked up, compared and sorted time and again is a number, never the five texts a cell is named by.
struct CellsOfEditions {
  private let editions: (before: [Observation], after: [Observation])
  let order: PublicationKeys
  /// The key of each cell, ascending.
  private let keys: [Int]
  private var numbers = KeyTable<Int32>()
  /// Where in its edition the observation of each cell is; -1 where it has none.
  private let places: (before: [Int32], after: [Int32])

  init(before: [Observation], after: [Observation]) {
    editions = (before, after)
    order = PublicationKeys([before, after])
    var (places, keys) = ((before: [Int32](), after: [Int32]()), [Int]())
    for one in order.keys.indices.sorted(by: { [keys = order.keys] in keys[$0] < keys[$1] }) {
      if order.keys[one] != keys.last {
        numbers.update(UInt64(order.keys[one]), from: Int32(keys.count)) { _ in }
        keys.append(order.keys[one])
        places.before.append(-1)
        places.after.append(-1)
      }
      if one < before.count {
        places.before[keys.count - 1] = Int32(one)
      } else {
        places.after[keys.count - 1] = Int32(one - before.count)
      }
    }
    (self.places, self.keys) = (places, keys)
  }

  var indices: Range<Int> { keys.indices }

  func before(_ cell: Int) -> Observation? { placeBefore(cell).map { editions.before[$0] } }
  func after(_ cell: Int) -> Observation? { placeAfter(cell).map { editions.after[$0] } }

  /// Where in its edition the observation of a cell is.
  func placeBefore(_ cell: Int) -> Int? { places.before[cell] < 0 ? nil : Int(places.before[cell]) }
  func placeAfter(_ cell: Int) -> Int? { places.after[cell] < 0 ? nil : Int(places.after[cell]) }

  /// The new edition's observations in its own order, each as the body has it.
  func edition(_ body: (_ cell: Int, Observation) -> Observation) -> [Observation] {
    var edition = editions.after
    for cell in indices where places.after[cell] >= 0 {
      let place = Int(places.after[cell])
      edition[place] = body(cell, edition[place])
    }
    return edition
  }

  /// The cell whose key is a difference away from another's; nil where no edition has it.
  func cell(_ cell: Int, movedBy difference: Int) -> Int? {
    numbers[UInt64(keys[cell] + difference)].map(Int.init)
  }

  func indicator(of cell: Int) -> Int { keys[cell] / order.ofIndicator }
  func territory(of cell: Int) -> Int { keys[cell] % order.ofIndicator / order.ofTerritory }
  func period(of cell: Int) -> Int { keys[cell] % order.ofTerritory / order.ofPeriod }
  func dimension(of cell: Int) -> Int { keys[cell] % order.ofPeriod / order.ofDimension }
  /// Its dimension and modality: how far it is from the first of its family there could be.
  func division(of cell: Int) -> Int { keys[cell] % order.ofPeriod }
  /// What is counted there, whatever is counted: all but its indicator.
  func position(of cell: Int) -> Int { keys[cell] % order.ofIndicator }

  /// The same wherever it is.
  func positionAnywhere(of cell: Int) -> Int { keys[cell] % order.ofTerritory }
  func isOfWhole(_ cell: Int) -> Bool { order.territories.values[territory(of: cell)] == .total }

  /// All the cells of an indicator, place and period: they stand together.
  func family(of cell: Int) -> Range<Int> { group(of: cell, order.ofPeriod) }

  /// All the cells of an indicator.
  func indicatorCells(with cell: Int) -> Range<Int> { group(of: cell, order.ofIndicator) }

  private func group(of cell: Int, _ size: Int) -> Range<Int> {
    let first = keys[cell] / size * size
    var (low, high) = (cell, cell + 1)
    while low > 0, keys[low - 1] >= first { low -= 1 }
    while high < keys.count, keys[high] < first + size { high += 1 }
    return low..<high
  }
}
