import Warehouse

extension Computation {
  /// Ways from comune to comune; of 0 minutes inside one, none where nothing was delivered.
  func travelTimes() throws -> Ways {
    var minutes = frame.comuni.indices.map { [$0: 0.0] }
    try each(.travelTime) { fact in
      guard let from = comune(fact.text(.originComune)),
        let to = comune(fact.text(.destinationComune)),
        let time = fact.real(.minutes)
      else { return }
      minutes[from][to] = time
      // One direction stands for the other where that was not delivered.
      if minutes[to][from] == nil { minutes[to][from] = time }
    }
    return Ways(minutes.map { row in row.map { Ways.Way(place: $0.key, minutes: $0.value) } })
  }
}
