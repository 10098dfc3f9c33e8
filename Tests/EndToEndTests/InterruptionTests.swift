import Foundation
import Testing
import Warehouse

/// The command ended before its time, without room, without permission: what was good stays, nothing
/// half done is seen, and the next run ends the work.
@Suite(.enabled(if: Tavolo.path != nil)) struct InterruptionTests {
  private let workspace: Workspace
  private let source = "datasets/sources/comune-prova/richieste"
  private let rows = 20_000

  init() throws {
    workspace = try Workspace()
    try workspace.write(
      """
      {"editore": "Comune di prova", "titolo": "Richieste di prova", "dataset": "richieste",
       "licenza": "prova", "sintetico": true}
      """, to: source + "/source.json")
    try deliver("2026-03-31", suffix: "a")
  }

  private func deliver(_ day: String, suffix: String) throws {
    let header = "id_richiesta;id_persona;comune;data_richiesta;canale;servizio"
    let lines = (1...rows).map { "\(suffix)\($0);U\($0 % 9_000);080063;2026-03-12;sportello;C1" }
    try workspace.write(
      ([header] + lines).joined(separator: "\n") + "\n", to: "\(source)/deliveries/\(day).csv")
  }

  private var arguments: [String] {
    ["--quiet", "--workspace", workspace.path, "--as-of", "2026-06-30"]
  }

  private func tavolo(_ command: String..., input: String? = nil) throws -> Tavolo.Run {
    try Tavolo.run(command + arguments, input: input)
  }

  private func count() throws -> Int {
    var count = 0
    try workspace.store.forEachCurrentRequest { _ in count += 1 }
    return count
  }

  private func receipts() throws -> [String] {
    let folder = "\(workspace.path)/receipts/comune-prova/richieste"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private func killed(_ command: [String], after milliseconds: Int, input: String? = nil) throws {
    let process = try Tavolo.start(command + arguments)
    usleep(UInt32(milliseconds) * 1_000)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  @Test func aKilledIngestHasLoadedADeliveryWholeOrNotAtAll() throws {
    for delay in [5, 50, 150, 300, 600, 1_200, 2_400] {
      try killed(["ingest"], after: delay)
      #expect([0, rows].contains(try count()), "after \(delay) ms")
    }
    #expect(try tavolo("ingest").code == 0)
    #expect(try count() == rows)
    // The receipt is there though an earlier run may have died between the delivery and it.
    let written = try receipts()
    #expect(written.count == 1)
    #expect(!written[0].hasSuffix(".bozza"))
    try deliver("2026-06-30", suffix: "b")
    for delay in [5, 150, 400, 800, 1_600] {
      try killed(["ingest"], after: delay)
      #expect(try count() == rows)
    }
    #expect(try tavolo("ingest").code == 0)
    #expect(try receipts().count == 2)
  }

  @Test func aKilledRunLeavesNoHalfEdition() throws {
    for delay in [100, 400, 900, 1_600] {
      try killed(["run"], after: delay)
      let folder = workspace.path + "/reports"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names where !name.hasPrefix(".") {
        #expect(
          FileManager.default.fileExists(atPath: "\(folder)/\(name)/edition.json"), "\(name)")
      }
    }
  }

  /// Needs to mount, which an administrator may in a namespace of its own.
  private static let canMount: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
    process.arguments = ["-m", "mount", "-t", "tmpfs", "none", "/mnt"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Runs a line of shell in a mount namespace of its own.
  private func inNamespace(_ script: String) throws -> Tavolo.Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
    process.arguments = ["-m", "sh", "-c", script]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Tavolo.Run(
      code: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  @Test(.enabled(if: canMount)) func aFullDiskIsSaidAndLosesNothing() throws {
    let tavolo = try #require(Tavolo.path)
    // Room for the datasets and an empty warehouse, not for the delivery.
    let run = try inNamespace(
      """
      mount -t tmpfs -o size=64m none /mnt && cp -r \(workspace.path)/datasets /mnt/ || exit 99
      mv /mnt/datasets/sources /mnt/later && mkdir /mnt/datasets/sources
      \(tavolo) ingest --quiet --workspace /mnt --as-of 2026-06-30 || exit 98
      rmdir /mnt/datasets/sources && mv /mnt/later /mnt/datasets/sources
      used=$(df -k --output=used /mnt | tail -1)
      mount -o remount,size=$((used + 256))k /mnt
      \(tavolo) ingest --quiet --workspace /mnt --as-of 2026-06-30; echo "codice $?"
      mount -o remount,size=64m /mnt
      \(tavolo) status --workspace /mnt --as-of 2026-06-30; echo "codice $?"
      ls /mnt/receipts 2>/dev/null
      \(tavolo) ingest --json --workspace /mnt --as-of 2026-06-30; echo "codice $?"
      """)
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    #expect(run.output.hasPrefix("codice 73\n"))
    #expect(run.errors.contains("il disco è pieno"))
    #expect(run.output.contains("L'archivio è vuoto"))
    #expect(run.output.contains("\"righe_tenute\" : \(rows)"))
    #expect(run.output.hasSuffix("codice 0\n"))
  }

  @Test(.enabled(if: canMount)) func afterAFullDiskTheKeyIsOneOfTheTwo() throws {
    #expect(try tavolo("ingest").code == 0)
    let tavolo = try #require(Tavolo.path)
    let common = "--workspace /mnt --as-of 2026-06-30"
    let run = try inNamespace(
      """
      mount -t tmpfs -o size=64m none /mnt && cp -r \(workspace.path)/. /mnt/ || exit 99
      used=$(df -k --output=used /mnt | tail -1)
      mount -o remount,size=$((used + 64))k /mnt
      \(tavolo) key rotate --quiet \(common); echo "codice $?"
      mount -o remount,size=64m /mnt
      \(tavolo) key check --quiet \(common); echo "codice $?"
      \(tavolo) ingest --json \(common); echo "codice $?"
      """)
    #expect(run.output.hasPrefix("codice 73\ncodice 0\n"), "\(run.output)\(run.errors)")
    #expect(run.errors.contains("il disco è pieno"))
    #expect(run.output.contains("\"consegne_invariate\" : 1"))
  }

  /// There is room for what is erased and none for the copy of the warehouse with which the work ends.
  @Test(
    .enabled(if: canMount),
    arguments: [
      ("forget --person", "resta cancellato"), ("purge", "resta cancellato"),
      ("key rotate", "la chiave è cambiata"),
    ])
  func whatErasesDoesNotSayOnAFullDiskThatNothingIsGone(command: String, said: String) throws {
    #expect(try tavolo("ingest").code == 0)
    let tavolo = try #require(Tavolo.path)
    let whole = "\(tavolo) \(command) --quiet --workspace /mnt --as-of 2026-06-30"
    let run = try inNamespace(
      """
      mount -t tmpfs -o size=64m none /mnt && cp -r \(workspace.path)/. /mnt/ || exit 99
      used=$(df -k --output=used /mnt | tail -1)
      mount -o remount,size=$((used + 3072))k /mnt
      echo UTENTE-17-PROVA | \(whole); echo "codice $?"
      mount -o remount,size=64m /mnt
      echo UTENTE-17-PROVA | \(whole); echo "codice $?"
      """)
    #expect(run.output == "codice 73\ncodice 0\n", "\(run.output)\(run.errors)")
    #expect(run.errors.contains("il disco è pieno"))
    #expect(run.errors.contains(said), "\(run.errors)")
    #expect(!run.errors.contains("nulla è andato perso"))
  }

  @Test(.enabled(if: canMount)) func aReadOnlyFolderIsSaid() throws {
    #expect(try tavolo("ingest").code == 0)
    let tavolo = try #require(Tavolo.path)
    let run = try inNamespace(
      """
      mount --bind \(workspace.path) /mnt && mount -o remount,bind,ro /mnt || exit 99
      for command in ingest run "key rotate" purge; do
        \(tavolo) $command --quiet --workspace /mnt --as-of 2026-06-30; echo "codice $?"
      done
      """)
    #expect(run.output == String(repeating: "codice 73\n", count: 4), "\(run.output)\(run.errors)")
    #expect(run.errors.contains("non si può scrivere"))
    #expect(!run.errors.contains("difetto di Tavolo"))
  }

  @Test func aKilledForgetIsEndedByTheNext() throws {
    #expect(try tavolo("ingest").code == 0)
    // The identifier comes from a file on standard input, as a shell would give it.
    try workspace.write("UTENTE-17-PROVA\n", to: "chi")
    try deliver("2026-06-30", suffix: "b")
    let file = "\(workspace.path)/\(source)/deliveries/2026-06-30.csv"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing(";U17;", with: ";UTENTE-17-PROVA;").write(
      toFile: file, atomically: true, encoding: .utf8)
    #expect(try tavolo("ingest").code == 0)
    let tavolo = try #require(Tavolo.path)
    for delay in ["0.01", "0.05", "0.1", "0.2", "0.4"] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [
        "-c",
        "timeout -s KILL \(delay) \(tavolo) forget --person --quiet --workspace \(workspace.path) "
          + "--as-of 2026-06-30 < \(workspace.path)/chi",
      ]
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect([rows, rows - 3, rows - 2].contains(try count()))
    }
    try FileManager.default.removeItem(atPath: workspace.path + "/chi")
    let run = try Tavolo.run(
      ["forget", "--person", "--json", "--workspace", workspace.path, "--as-of", "2026-06-30"],
      input: "UTENTE-17-PROVA\n")
    #expect(run.code == 0)
    #expect(run.output.contains("\"residui\" : [\n\n  ]"))
    #expect(try self.tavolo("ingest").code == 0)
    #expect(try count() < rows)
  }
}
