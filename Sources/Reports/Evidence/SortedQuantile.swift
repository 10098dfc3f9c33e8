extension [Double] {
  /// Of values sorted from the smallest, the one below which a share of them lies, by linear interpolation
  /// (Hyndman and Fan's type 7). Not of none.
  func sortedQuantile(_ share: Double) -> Double {
    let place = share * Double(count - 1)
    let below = Int(place)
    let above = Swift.min(below + 1, count - 1)
    return self[below] + (place - Double(below)) * (self[above] - self[below])
  }

  /// Of values sorted from the smallest, the first that at least a share of them do not exceed (type 1):
  /// one of them, as whole as they are. Not of none.
  func sortedShare(_ share: Double) -> Double {
    self[Swift.max(Int((share * Double(count)).rounded(.up)) - 1, 0)]
  }
}
