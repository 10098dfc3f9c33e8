import ArgumentParser
import Foundation
import Indicators
import Ingest
import Warehouse

/// What every command understands.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "La cartella di lavoro, con datasets/ e tavolo.sqlite.", valueName: "cartella"))
  var workspace = "."

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("La data di riferimento, aaaa-mm-gg; di solito oggi.", valueName: "data"))
  var asOfText: String?

  @Option(name: .long, help: ArgumentHelp("La lingua dei rapporti: it o en.", valueName: "it|en"))
  var lang = "it"

  @Flag(name: .long, help: "Esito in JSON sullo standard output.")
  var json = false

  @Flag(name: .long, help: "Nessun messaggio, solo errori.")
  var quiet = false

  func validate() throws {
    if let asOfText, Day(iso: asOfText) == nil {
      throw ValidationError("«\(asOfText)» non è una data: scriverla come 2026-06-30")
    }
    guard lang == "it" || lang == "en" else {
      throw ValidationError("la lingua «\(lang)» non c'è: it oppure en")
    }
  }

  var asOf: Day {
    if let asOfText, let day = Day(iso: asOfText) { return day }
    return CommonOptions.today
  }

  /// The only place where a clock is read: everything below is told the date.
  static var today: Day {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Rome") ?? .gmt
    let today = calendar.dateComponents([.year, .month, .day], from: Date())
    return Day(year: today.year!, month: today.month!, day: today.day!)!
  }

  /// How receipts are written, in the language of the reports.
  func receipts(in root: String?) -> ReceiptWriting {
    ReceiptWriting(
      root: root, language: lang == "en" ? .en : .it, coverageDays: NeedsCoverage.followUp)
  }

  func say(_ text: String) { if !quiet { Console.note(text) } }
}
