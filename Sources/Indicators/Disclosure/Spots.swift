/// Cells of a table of places and modalities, whatever the period: those that are withheld.
///
/// A flag for every cell of the table: of a whole country nearly all are withheld, and sets of them are joined
/// and compared all the time.
struct Spots: Equatable {
  private let modalities: Int
  private var flags: [Bool]

  init(places: Int, modalities: Int) {
    self.modalities = modalities
    flags = [Bool](repeating: false, count: places * modalities)
  }

  func contains(_ place: Int, _ modality: Int) -> Bool { flags[place * modalities + modality] }

  mutating func insert(_ place: Int, _ modality: Int) {
    flags[place * modalities + modality] = true
  }

  /// - Returns: whether any of the others is new.
  mutating func formUnion(_ others: Spots) -> Bool {
    let before = self
    for i in flags.indices { flags[i] = flags[i] || others.flags[i] }
    return self != before
  }

  /// Ascending.
  var cells: some Sequence<(place: Int, modality: Int)> {
    flags.indices.lazy.filter { flags[$0] }.map { ($0 / modalities, $0 % modalities) }
  }
}
