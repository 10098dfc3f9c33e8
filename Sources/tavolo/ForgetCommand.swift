import ArgumentParser
import Foundation
import Ingest
import Warehouse

struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Cancella una persona da tutto ciò che Tavolo conserva, e lo dimostra.",
    discussion: """
      L'identificativo non si scrive sulla riga di comando, dove resterebbe nella cronologia: è \
      chiesto sul terminale senza mostrarlo, oppure letto dallo standard input. Più righe sono più \
      identificativi della stessa persona.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(name: .long, help: "Che cosa cancellare: una persona.")
  var person = false

  @Flag(name: .customLong("dry-run"), help: "Dice che cosa cancellerebbe e non tocca nulla.")
  var isRehearsal = false

  func validate() throws {
    guard person else {
      throw ValidationError("dire che cosa cancellare: «tavolo forget --person»")
    }
  }

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let outcome = try workspace.locked {
      let store = try workspace.existingStore()
      let key = try workspace.personKey(store)
      let identifiers = try SecretInput.lines(
        prompt: "Identificativo della persona (non viene mostrato): ")
      guard !identifiers.isEmpty else {
        throw UserFailure(code: 64, message: "nessun identificativo sullo standard input")
      }
      let erasure = PersonErasure(
        store: store, key: key, root: workspace.root, receipts: workspace.receipts,
        sources: workspace.sources,
        decisions: IdentityDecisions(
          store: store, key: key, folder: workspace.decisions,
          privateFolder: workspace.privateDecisions))
      func run() throws -> PersonErasure.Outcome {
        try erasure.run(identifiers: identifiers, on: common.asOf, isRehearsal: isRehearsal)
      }
      return try isRehearsal ? run() : UserFailure.erasing(run)
    }
    try report(outcome)
    if !outcome.remains.isEmpty { throw ExitCode(70) }
  }

  private func report(_ outcome: PersonErasure.Outcome) throws {
    let erasure = outcome.erasure
    if common.json {
      return try Console.json([
        "prova": isRehearsal, "righe": erasure.rows, "celle_vuotate": erasure.cells,
        "rilievi": erasure.findings, "consegne": erasure.deliveries.sorted(),
        "ricevute_tolte": outcome.receipts, "file_esaminati": outcome.filesSearched,
        "byte_esaminati": outcome.bytesSearched, "residui": outcome.remains,
        "da_ripulire": outcome.delivered, "non_esaminabili": outcome.unseen,
      ])
    }
    common.say(
      "Righe \(isRehearsal ? "che sarebbero cancellate" : "cancellate"): \(erasure.rowCount), consegne da "
        + "cui venivano: \(erasure.deliveries.count)"
        + (erasure.cells > 0 ? ", celle vuotate in righe altrui: \(erasure.cells)" : "")
        + "; ricevute \(isRehearsal ? "da togliere" : "tolte"): \(outcome.receipts.count).")
    if !isRehearsal {
      common.say(
        "Esaminati \(outcome.filesSearched) file (\(outcome.bytesSearched) byte): "
          + (outcome.remains.isEmpty
            ? "della persona non resta nulla in ciò che Tavolo conserva."
            : "RESTANO TRACCE, la cancellazione non è riuscita:"))
      for path in outcome.remains { Console.error("resta in \(path)") }
      common.say("Se torna in una consegna, le sue righe non saranno caricate.")
      if !outcome.receipts.isEmpty {
        common.say("«tavolo ingest» riscrive le ricevute tolte, senza quelle righe.")
      }
    }
    if !outcome.delivered.isEmpty {
      common.say("File di altri che la contengono ancora, da eliminare o far riconsegnare:")
      for path in outcome.delivered { common.say("  \(path)") }
    }
    if !outcome.unseen.isEmpty {
      common.say("File che non si possono esaminare, da controllare a mano:")
      for path in outcome.unseen { common.say("  \(path)") }
    }
  }
}
