/// Turns the elements of a worksheet into rows.
///
/// The state is a struct behind a pointer, not properties of the handler: one check per access would
/// cost a quarter of the time.
final class SheetParser: XMLHandler {
  let state: UnsafeMutablePointer<SheetState>
  weak var parser: SheetXMLParser?

  init(_ initial: SheetState) {
    state = .allocate(capacity: 1)
    state.initialize(to: initial)
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  override func startElement(_ name: XMLName, _ attributes: XMLAttributes) throws {
    try state.pointee.start(name, attributes)
  }

  override func endElement(_ name: XMLName) throws {
    if try state.pointee.end(name), state.pointee.isFull { parser?.pause() }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) throws { try state.pointee.text(bytes) }
}
