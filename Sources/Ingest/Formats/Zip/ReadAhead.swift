import Dispatch

/// Bytes that come from somewhere slow, asked for on another core while the last ones are being understood.
///
/// One piece ahead and no more. What keeps the source from being read is thrown where its bytes would have
/// come.
final class ReadAhead {
  typealias Source = (UnsafeMutableRawBufferPointer) throws -> Int

  /// Sendable because it belongs to whoever fills it until that is signalled, and then to the reader.
  private final class Piece: @unchecked Sendable {
    let bytes: UnsafeMutableRawBufferPointer
    var outcome: Result<Int, any Error> = .success(0)

    init(size: Int) { bytes = .allocate(byteCount: size, alignment: 16) }

    deinit { bytes.deallocate() }
  }

  private let source: Source
  private let queue = DispatchQueue(label: "read-ahead")
  private let isFilled = DispatchSemaphore(value: 0)
  private var piece: Piece
  private var coming: Piece
  private var count = 0
  private var position = 0
  private var isOver = false

  /// - Parameter source: puts bytes into the buffer and says how many, 0 at the end; it is never asked twice
  ///   at once.
  init(_ source: @escaping Source, size: Int = 1 << 18) {
    self.source = source
    piece = Piece(size: size)
    coming = Piece(size: size)
    fill()
  }

  /// The next bytes; 0 at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    if position == count { try turn() }
    let given = min(target.count, count - position)
    target.copyMemory(
      from: UnsafeRawBufferPointer(rebasing: piece.bytes[position..<position + given]))
    position += given
    return given
  }

  private func turn() throws {
    guard !isOver else { return }
    isFilled.wait()
    swap(&piece, &coming)
    (position, count, isOver) = (0, 0, true)
    count = try piece.outcome.get()
    isOver = count == 0
    if !isOver { fill() }
  }

  private func fill() {
    // Whoever fills keeps all it needs: the reader may be gone before it ends.
    let (piece, isFilled) = (coming, isFilled)
    nonisolated(unsafe) let source = source
    queue.async {
      piece.outcome = Result { try source(piece.bytes) }
      isFilled.signal()
    }
  }
}
