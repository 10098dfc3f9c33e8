import ArgumentParser
import Foundation
import Ingest
import Warehouse

struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract:
      "Lascia andare ciò che è stato conservato quanto si può: conservazione.csv dice quanto.")

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Ciò il cui termine è scaduto prima di questo giorno; di solito la data di riferimento.",
      valueName: "data"))
  var before: String?

  @Flag(name: .customLong("dry-run"), help: "Dice che cosa lascerebbe andare e non tocca nulla.")
  var isRehearsal = false

  func validate() throws {
    guard let before else { return }
    guard let day = Day(iso: before) else {
      throw ValidationError("«\(before)» non è una data: scriverla come 2026-06-30")
    }
    guard day <= common.asOf else {
      throw ValidationError("\(day) è dopo il \(common.asOf): nessun termine scade nel futuro")
    }
  }

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let day = before.flatMap { Day(iso: $0) } ?? common.asOf
    let outcomes = try workspace.locked {
      let file = workspace.reference + "/conservazione.csv"
      guard FileManager.default.fileExists(atPath: file) else {
        throw UserFailure.noInput("manca «\(file)»: senza termini non si elimina nulla")
      }
      let terms = try RetentionTerms(file: file)
      let store = try workspace.existingStore()
      let purge = try Purge(
        store: store, terms: terms, receipts: workspace.receipts, sources: workspace.sources)
      func run() throws -> [Purge.Outcome] { try purge.run(before: day, isRehearsal: isRehearsal) }
      return try isRehearsal ? run() : UserFailure.erasing(run)
    }
    if common.json {
      return try Console.json([
        "prova": isRehearsal,
        "termini": outcomes.map {
          [
            "oggetto": $0.term.object.rawValue, "prima_del": "\($0.cut)", "numero": $0.count,
            "verificato": $0.term.isVerified,
          ] as [String: Any]
        },
      ])
    }
    for outcome in outcomes {
      common.say(
        "\(outcome.term.description): \(isRehearsal ? "sarebbero andate" : "andate") "
          + "\(outcome.count) voci, precedenti al \(outcome.cut)"
          + (outcome.term.isVerified ? "" : " (termine da verificare)"))
    }
  }
}
