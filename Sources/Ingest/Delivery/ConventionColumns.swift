/// The columns that may prove how they are written, each with what it proves it by.
extension Conventions {
  typealias DateColumns = [(
    slot: Layout.Slot, evidence: DateOrderEvidence, serials: SerialDateEvidence,
    swapped: SwappedDateEvidence, months: ShownMonthEvidence
  )]
  typealias NumberColumns = [(slot: Layout.Slot, evidence: NumberConventionEvidence)]

  static func dates(_ slots: [Layout.Slot], of file: DeliveryFile) -> DateColumns {
    slots.compactMap { slot in
      switch slot.field.kind {
      case .date, .month:
        (
          slot, DateOrderEvidence(latest: slot.field.isPlanned ? nil : file.receivedOn),
          SerialDateEvidence(), SwappedDateEvidence(), ShownMonthEvidence()
        )
      default: nil
      }
    }
  }

  static func numbers(_ slots: [Layout.Slot]) -> NumberColumns {
    slots.compactMap { slot in
      switch slot.field.kind {
      case .integer: (slot, NumberConventionEvidence(isWhole: true))
      case .euro: (slot, NumberConventionEvidence(isMoney: true))
      case .decimal, .quantity: (slot, NumberConventionEvidence())
      default: nil
      }
    }
  }
}

extension Field {
  /// A date that may lie after the delivery: of what is planned, lasts or falls due.
  fileprivate var isPlanned: Bool {
    ["prevista", "fine", "inizio", "entro", "scadenza"].contains { name.contains($0) }
  }
}
