import ArgumentParser
import Ingest

@main
struct Tavolo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tavolo",
    abstract: "Le prove per la co-programmazione: dalle esportazioni ai fascicoli del tavolo.",
    discussion: """
      Legge le consegne di comuni, enti del Terzo settore e piattaforma (ingest), calcola gli \
      indicatori con la tutela della riservatezza (compute) e scrive pagine e fogli (publish). \
      «tavolo run» fa le tre cose in ordine.
      """,
    version: toolVersion,
    subcommands: [
      RunCommand.self, IngestCommand.self, ReadCommand.self, CheckCommand.self, ComputeCommand.self,
      PublishCommand.self, StatusCommand.self, ExplainCommand.self, ForgetCommand.self,
      PurgeCommand.self, KeyCommand.self, VerifyCommand.self, CompareCommand.self,
      SampleCommand.self, DocsCommand.self, TemplateCommand.self, SuggestCommand.self,
      InitCommand.self,
    ])

  /// Errors are for two readers: a user's mistake is one sentence and its own exit code; anything else
  /// is our bug.
  static func main() {
    Console.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as UserFailure {
      Console.error(failure.message)
      quit(failure.code)
    } catch {
      guard let failure = UserFailure(error) else {
        // What ArgumentParser answers itself: help, version, usage, and the codes commands ask for.
        let code = exitCode(for: error)
        if code == .validationFailure { misused(error) }
        if code == .success {
          Console.result(ParserWords.italian(fullMessage(for: error, columns: nil)))
          quit(code.rawValue)
        }
        if code != .failure || error is ExitCode { exit(withError: error) }
        Console.error("errore interno, è un difetto di Tavolo: \(error)")
        quit(70)
      }
      Console.error(failure.message)
      quit(failure.code)
    }
  }
}

extension Tavolo {
  /// A wrong command is answered without what may be somebody's identifier: `forget --person CODE` is
  /// easily written, and the parser would repeat the code.
  private static func misused(_ error: any Error) -> Never {
    if CommandLine.arguments.dropFirst().contains("forget") {
      Console.error(
        "«tavolo forget» si scrive «tavolo forget --person», senza l'identificativo: lo chiede sul"
          + " terminale senza mostrarlo, o lo legge dallo standard input")
      Console.note("Uso: " + usageString(for: ForgetCommand.self))
    } else {
      let told = ParserWords.italian(
        fullMessage(for: error, columns: nil), commands: commandNames)
      let lines = told.split(separator: "\n", omittingEmptySubsequences: false)
      Console.note(lines.map { Masking.whole(String($0)) }.joined(separator: "\n"))
    }
    quit(ExitCode.validationFailure.rawValue)
  }
}

extension Tavolo {
  /// What may follow `tavolo`, or `tavolo key` where that was said.
  private static var commandNames: [String] {
    let isOfKey = CommandLine.arguments.dropFirst().first == KeyCommand.configuration.commandName
    return (isOfKey ? KeyCommand.configuration : configuration).subcommands.compactMap {
      $0.configuration.commandName
    }
  }
}

/// Printed by `--version` and kept with every computation.
let toolVersion = "0.1.0"

/// What was computed or written by another build of the program is done again: two builds may have one
/// version and different code.
func programFingerprint() throws -> String { try fingerprintOfProgram.get() }

/// Read once: `run` asks for it twice, and the program is a large file.
private let fingerprintOfProgram = Result { try Fingerprint.of(file: "/proc/self/exe") }
