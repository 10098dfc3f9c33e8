import Dispatch
import Synchronization

/// What the body makes of each number below the count, in order, on as many cores as there are.
public func concurrently<Made: Sendable, Failure: Error>(
  _ count: Int, _ body: @Sendable (Int) throws(Failure) -> Made
) throws(Failure) -> [Made] {
  let results = Mutex([Result<Made, Failure>?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { i in
    let result: Result<Made, Failure>
    do throws(Failure) {
      result = .success(try body(i))
    } catch {
      result = .failure(error)
    }
    results.withLock { $0[i] = result }
  }
  var made: [Made] = []
  for result in results.withLock({ $0 }) { made.append(try result!.get()) }
  return made
}

/// What both make, at the same time: each may share its own work out as if it were alone.
public func together<First: Sendable, Second: Sendable, Failure: Error>(
  _ first: () throws(Failure) -> First, _ second: @escaping @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let other = Meanwhile(second)
  let own = Result(catching: first)
  // Waited for even when the first has failed: nothing goes on behind the caller's back.
  let others = other.result
  return (try own.get(), try others.get())
}

/// What is made on another thread, from now on.
///
/// Sendable because it is written once, before whoever asks for it goes on.
public final class Meanwhile<Made: Sendable, Failure: Error>: @unchecked Sendable {
  private let isDone = DispatchGroup()
  private var made: Result<Made, Failure>?

  public init(_ body: @escaping @Sendable () throws(Failure) -> Made) {
    isDone.enter()
    DispatchQueue.global().async {
      self.made = Result(catching: body)
      self.isDone.leave()
    }
  }

  /// Waits for it.
  public var result: Result<Made, Failure> {
    isDone.wait()
    return made!
  }
}
