/// Columns of yes and no in which nothing but `t` and `f` is written, as PostgreSQL exports them: a lone
/// letter among other words may be anything.
struct YesNoLetters {
  /// Columns in which nothing else has been met, and whether a letter has.
  private var open: [(slot: Layout.Slot, isMet: Bool)]

  init(_ slots: [Layout.Slot]) {
    open = slots.compactMap { slot in
      if case .yesNo = slot.field.kind { (slot, false) } else { nil }
    }
  }

  mutating func observe(_ batch: RawBatch, of table: DeliveredTable) {
    for i in open.indices.reversed() {
      let keeps = RawColumn.with(batch, column: table.place(of: open[i].slot)) { column in
        for row in 0..<column.count where column[row].kind != .empty {
          let bytes = column[row].bytes
          if bytes.count == 1, YesNo.letter(bytes[0]) != nil {
            open[i].isMet = true
          } else if !NullTokens.contains(bytes, in: .code) {
            return false
          }
        }
        return true
      }
      if !keeps { open.remove(at: i) }
    }
  }

  var fields: Set<String> { Set(open.filter(\.isMet).map(\.slot.field.name)) }
}
