import Dispatch
import Synchronization

/// What the body makes of each number below the count, in order, on as many cores as there are.
func concurrently<Result: Sendable>(
  _ count: Int, _ body: @Sendable (Int) throws -> Result
) throws -> [Result] {
  let results = Mutex([Swift.Result<Result, any Error>?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { i in
    let result = Swift.Result { try body(i) }
    results.withLock { $0[i] = result }
  }
  return try results.withLock { $0 }.map { try $0!.get() }
}
