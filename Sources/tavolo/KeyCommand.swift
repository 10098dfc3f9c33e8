import ArgumentParser
import Foundation
import Ingest
import Warehouse

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "La chiave delle persone: dice quale è, la controlla, la cambia.",
    subcommands: [KeyShow.self, KeyCheck.self, KeyRotate.self])
}

struct KeyShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "L'impronta della chiave, mai la chiave.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let key = try KeyFile.load(workspace.keyFile)
    if common.json {
      try Console.json(["chiave": key.id, "rotazioni": key.generations.count - 1])
    } else {
      let turns = key.generations.count - 1
      Console.result("\(key.id) (\(turns == 1 ? "1 rotazione" : "\(turns) rotazioni"))")
    }
  }
}

struct KeyCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Controlla che la chiave sia quella dell'archivio.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let id = try workspace.locked {
      let store = try workspace.existingStore()
      _ = try KeyFile.load(workspace.keyFile)
      return try workspace.personKey(store).id
    }
    if common.json {
      try Console.json(["chiave": id, "giusta": true])
    } else {
      common.say("La chiave \(id) è quella dell'archivio.")
    }
  }
}

struct KeyRotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Mette l'archivio sotto una chiave nuova senza vedere le persone.",
    discussion: """
      Le chiavi delle persone nell'archivio cambiano tutte insieme, e la chiave vecchia da sola non le \
      apre più. Chi ritorna in una consegna nuova è riconosciuto lo stesso. Dopo la rotazione serve una \
      nuova copia al sicuro, e le copie vecchie di chiave e archivio vanno distrutte.
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let outcome = try workspace.locked {
      try KeyRotation.rotate(workspace.keyFile, store: try workspace.existingStore())
    }
    if common.json {
      try Console.json([
        "chiave_precedente": outcome.from, "chiave": outcome.to, "celle_cambiate": outcome.cells,
        "archivio_ripulito": outcome.leftovers == nil,
      ])
    } else {
      common.say(
        "Chiave \(outcome.from) sostituita dalla \(outcome.to): \(outcome.cells) celle cambiate. "
          + "Conservare una copia della nuova e distruggere quelle vecchie.")
    }
    if let leftovers = outcome.leftovers {
      let failure = UserFailure(leftovers)
      let why =
        failure?.isFullDisk == true
        ? "\(DiskWords.isFull): liberare spazio" : failure?.message ?? "\(leftovers)"
      throw UserFailure.cannotWrite(
        "la chiave è cambiata, ma nelle parti libere dell'archivio restano chiavi vecchie delle "
          + "persone: \(why), poi «tavolo purge»")
    }
  }
}
