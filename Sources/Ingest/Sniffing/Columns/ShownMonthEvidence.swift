/// Dates that a sheet shows without their day: a month typed `dic-26` is kept as its first day, and so may
/// be nothing but a month.
struct ShownMonthEvidence {
  private var firsts = 0
  private var others = 0

  mutating func add(_ bytes: CellBytes) {
    if isFirstOfMonth(bytes) { firsts += 1 } else { others += 1 }
  }

  /// False where most have a day of their own: somebody wrote days, and the first is one of them.
  var areMonths: Bool { firsts >= others && firsts > 0 }
}

/// Of the bytes of a whole date, as the format types it.
func isFirstOfMonth(_ date: CellBytes) -> Bool { date.suffix(3).elementsEqual("-01".utf8) }
