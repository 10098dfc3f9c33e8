internal import Warehouse

/// What a request source exports and how it goes wrong: the same for the writer and for the key.
struct RequestExport: Sendable {
  let source: RequestSource
  let plan: DeliveryPlan
  let faults: FaultPlan
  /// A row a correction repairs, in the last delivery.
  var corrected: Int?

  /// Whether a need belongs to this source's files at all.
  func includes(_ need: Need) -> Bool {
    need.owner == source || source == .platform && need.isShared
  }

  /// What one delivery says of a need; nil when it does not have it.
  func row(of need: Need, delivery: Int) -> ExportedRow? {
    guard includes(need) else { return nil }
    let view = need.view(on: plan.days[delivery])
    guard plan.holds(need, view, delivery: delivery) else { return nil }
    let fault = faults.fault(
      of: need, isStarted: view.started != nil,
      isRepeat: plan.isRepeat(need, delivery: delivery))
    let isCorrected = corrected == need.index && delivery == plan.days.count - 1
    return ExportedRow(view: view, fault: fault, isCorrected: isCorrected)
  }

  /// The version that holds after every delivery; nil when none could be kept.
  func current(of need: Need) -> ExportedRow? {
    let last = plan.days.count - 1
    let deliveries = plan.policy == .cumulative ? last...last : 0...last
    for delivery in deliveries.reversed() {
      if let row = row(of: need, delivery: delivery), !row.isRefused { return row }
    }
    return nil
  }
}

struct ExportedRow {
  var view: NeedView
  var fault: Fault
  var isCorrected: Bool

  var isRefused: Bool { fault.refuses && !isCorrected }
}
