import Foundation

/// Lines that must leave no trace: not echoed on a terminal, never on a command line.
enum SecretInput {
  /// Every line of standard input, trimmed, without the empty ones; one line when it is a terminal.
  static func lines(prompt: String) throws -> [String] {
    var lines: [String] = []
    if isatty(STDIN_FILENO) != 0 {
      FileHandle.standardError.write(Data(prompt.utf8))
      lines = [withoutEcho { readLine() } ?? ""]
      FileHandle.standardError.write(Data("\n".utf8))
    } else {
      while let line = readLine() { lines.append(line) }
    }
    return lines.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
  }

  private static func withoutEcho<T>(_ body: () -> T) -> T {
    var usual = termios()
    guard tcgetattr(STDIN_FILENO, &usual) == 0 else { return body() }
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual) }
    return body()
  }
}
