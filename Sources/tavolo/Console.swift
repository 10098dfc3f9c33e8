import Foundation
import Warehouse

/// Diagnostics and progress on standard error; results on standard output.
enum Console {
  static func error(_ text: String) { write("errore: \(text)\n", to: .standardError) }
  static func note(_ text: String) { write(text + "\n", to: .standardError) }

  /// What a command was asked for. When nobody reads any more the command ends, quietly; when it cannot
  /// be written the command has failed.
  static func result(_ text: String) { write(text + "\n") }

  private static func write(_ text: String) {
    do {
      if try !write(Array(text.utf8)) { quit(0) }
    } catch {
      Console.error("\((error as? UserFailure)?.message ?? "\(error)")")
      quit(73)
    }
  }

  /// Bytes on standard output, all of them. False when nobody reads them any more.
  static func write(_ bytes: [UInt8]) throws -> Bool {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = Foundation.write(
          STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        if written < 0, errno == EPIPE { return false }
        if written < 0, errno == EAGAIN {
          var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
          poll(&output, 1, -1)
          continue
        }
        guard written > 0 else {
          throw UserFailure.cannotWrite(
            "non si può scrivere sullo standard output: \(DiskWords.reason(errno))")
        }
        rest = rest.dropFirst(written)
      }
      return true
    }
  }

  /// A reader that goes away is no reason to be killed, and a file opened in the place of a closed
  /// stream must not be written over.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
      _ = open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  private static func write(_ text: String, to handle: FileHandle) {
    // Where even complaints cannot be written there is nobody to tell.
    try? handle.write(contentsOf: Data(text.utf8))
  }

  /// `{"a": 1}` with sorted keys, for machine output.
  static func json(_ object: Any) throws {
    result(try text(of: object, .prettyPrinted))
  }

  /// The same with a long list under one more key, written as it is made: one element a line.
  static func json(
    _ object: [String: Any], listing key: String, each elements: some Sequence<[String: Any]>
  ) throws {
    // No text of an object holds a line end as such: the place is found once.
    let opening = "\n  \"\(key)\" : ["
    let whole = try text(of: object.merging([key: [Any]()]) { $1 }, .prettyPrinted)
    let place = whole.range(of: opening)!
    var part = String(whole[..<place.upperBound])
    var separator = "\n"
    for element in elements {
      part += separator + "    " + (try text(of: element, []))
      separator = ",\n"
      if part.utf8.count > 1 << 16 {
        write(part)
        part = ""
      }
    }
    let rest = whole[place.upperBound...].drop { $0.isWhitespace }
    result(part + "\n  " + rest)
  }

  private static func text(
    of object: Any, _ options: JSONSerialization.WritingOptions
  ) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: object, options: options.union([.sortedKeys, .withoutEscapingSlashes]))
    return String(decoding: data, as: UTF8.self)
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
