import Foundation
import Synchronization
import Warehouse

/// Hands batches from the thread that understands rows to the one that writes them, and back.
///
/// A fixed number of batches goes round, so that memory does not depend on which thread is faster.
final class Handoff: Sendable {
  private struct State {
    var filled: [FactBatch] = []
    var free: [FactBatch] = []
    var isFinished = false
    var isCancelled = false
    var failure: (any Error)?
  }

  private let state: Mutex<State>
  private let filledSignal = DispatchSemaphore(value: 0)
  private let freeSignal: DispatchSemaphore

  init(batches: [FactBatch]) {
    state = Mutex(State(free: batches))
    freeSignal = DispatchSemaphore(value: 0)
    for _ in batches { freeSignal.signal() }
  }

  /// An empty batch to fill; nil when the writer has given up.
  func takeFree() -> FactBatch? {
    freeSignal.wait()
    return state.withLock { $0.isCancelled ? nil : $0.free.removeLast() }
  }

  func put(_ batch: FactBatch) {
    state.withLock { $0.filled.append(batch) }
    filledSignal.signal()
  }

  /// Nothing more will come, or reading failed.
  func finish(_ failure: (any Error)? = nil) {
    state.withLock {
      $0.isFinished = true
      $0.failure = failure
    }
    filledSignal.signal()
  }

  /// The next batch to write; nil at the end.
  func takeFilled() throws -> FactBatch? {
    filledSignal.wait()
    return try state.withLock { state in
      if !state.filled.isEmpty { return state.filled.removeFirst() }
      if let failure = state.failure { throw failure }
      return nil
    }
  }

  func giveBack(_ batch: FactBatch) {
    batch.reset()
    state.withLock { $0.free.append(batch) }
    freeSignal.signal()
  }

  /// The writer gives up: the reader must stop at its next batch.
  func cancel() {
    state.withLock { $0.isCancelled = true }
    freeSignal.signal()
  }
}
