import Foundation

/// Diagnostics and progress on standard error; results on standard output.
enum Console {
  static func error(_ text: String) { write("errore: \(text)\n", to: .standardError) }
  static func note(_ text: String) { write(text + "\n", to: .standardError) }
  static func result(_ text: String) { write(text + "\n", to: .standardOutput) }

  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }

  /// `{"a": 1}` with sorted keys, for machine output.
  static func json(_ object: Any) throws {
    let data = try JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    result(String(decoding: data, as: UTF8.self))
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) != 0 }
}

/// A bar on the terminal for work that takes a while; nothing when standard error is not a terminal.
final class ProgressBar: @unchecked Sendable {
  private let label: String
  private let isShown: Bool
  private let lock = NSLock()
  private var shownPercent = -1

  init(_ label: String, isQuiet: Bool) {
    self.label = label
    isShown = Console.isTerminal && !isQuiet
  }

  func update(_ fraction: Double) {
    guard isShown else { return }
    lock.lock()
    defer { lock.unlock() }
    let percent = Int(fraction * 100)
    guard percent != shownPercent else { return }
    shownPercent = percent
    let filled = percent * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    FileHandle.standardError.write(Data("\r\(label) \(bar) \(percent) %".utf8))
  }

  func finish() {
    guard isShown, shownPercent >= 0 else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
