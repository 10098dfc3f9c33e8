import Foundation
public import Warehouse

/// `datasets/calendario.csv`: what each publisher has undertaken to deliver, how often, and within how
/// many days of the end of the period.
///
/// `editore,dataset,periodicita,dal,al,scadenza_giorni,territorio,referente`: `editore` is the folder of
/// `datasets/sources`; `al` is empty while the agreement holds; `territorio` is empty for the whole
/// territory, or ISTAT codes and ATS ids joined with `|`.
public enum CalendarFile {
  static let header = [
    "editore", "dataset", "periodicita", "dal", "al", "scadenza_giorni", "territorio", "referente",
  ]

  /// No file, nothing expected.
  ///
  /// - Parameter sources: `datasets/sources`, where the names of the publishers are.
  /// - Throws: `DescriptorError` naming the line and what was expected.
  public static func read(
    _ file: String, sources: String, reference: ReferenceFolder
  ) throws -> [ExpectedDelivery] {
    guard let table = try SmallTable(optional: file) else { return [] }
    try table.expect(header: header)
    let line = Line(file: file, sources: sources, reference: reference)
    var known: [(expected: ExpectedDelivery, line: Int)] = []
    for row in table.rows {
      let expected = try line.read(row)
      if let other = known.first(where: { $0.expected.overlaps(expected) }) {
        throw line.wrong(
          row,
          "la stessa attesa è già alla riga \(other.line): se la periodicità o i giorni cambiano, chiudere la"
            + " prima con «al»")
      }
      known.append((expected, row.line))
    }
    return known.map(\.expected).sorted {
      ($0.publisher, $0.dataset, $0.from) < ($1.publisher, $1.dataset, $1.from)
    }
  }

  private struct Line {
    let file: String
    let sources: String
    let reference: ReferenceFolder

    func wrong(_ row: SmallTable.Row, _ message: String) -> DescriptorError {
      DescriptorError(file: file, line: row.line, message: message)
    }

    func read(_ row: SmallTable.Row) throws -> ExpectedDelivery {
      let (publisher, dataset) = (row.cells[0], row.cells[1])
      guard !publisher.isEmpty else { throw wrong(row, "manca l'editore") }
      guard Contract.named(dataset) != nil else {
        throw wrong(row, Contract.unknown(dataset))
      }
      guard let frequency = ExpectedDelivery.Frequency(rawValue: row.cells[2]) else {
        throw wrong(
          row,
          "la periodicità «\(row.cells[2])» non esiste"
            + Nearest.hint(
              to: row.cells[2], in: ExpectedDelivery.Frequency.allCases.map(\.rawValue)))
      }
      let from = try day(row, 3)
      let to = row.cells[4].isEmpty ? nil : try day(row, 4)
      if let to, to < from { throw wrong(row, "«al» viene prima di «dal»") }
      guard let days = Int(row.cells[5]), (0...366).contains(days) else {
        throw wrong(
          row, "la scadenza «\(row.cells[5])» deve essere un numero di giorni da 0 a 366")
      }
      return ExpectedDelivery(
        publisher: publisher, publisherName: name(of: publisher, dataset), dataset: dataset,
        frequency: frequency, from: from, to: to, daysAllowed: days,
        comuni: try comuni(row, row.cells[6]), contact: row.cells[7])
    }

    private func day(_ row: SmallTable.Row, _ column: Int) throws -> Day {
      guard let day = SmallTable.day(row.cells[column]) else {
        throw wrong(
          row,
          "«\(row.cells[column])» in «\(header[column])» non è una data: scriverla come 2026-01-01")
      }
      return day
    }

    private func comuni(_ row: SmallTable.Row, _ text: String) throws -> [String] {
      let codes = try text.split(separator: "|").map(String.init).flatMap { word -> [String] in
        if reference.comuni.contains(where: { $0.istat == word }) { return [word] }
        let members = reference.comuni.filter { $0.ats == word }.map(\.istat)
        guard !members.isEmpty else {
          throw wrong(
            row, "«\(word)» in «territorio» non è un codice ISTAT né un ATS del territorio")
        }
        return members
      }
      return Set(codes).sorted()
    }

    /// As the source's descriptor calls it; a publisher that has no folder yet is called by its word.
    private func name(of publisher: String, _ dataset: String) -> String {
      let file = "\(sources)/\(publisher)/\(dataset)/source.json"
      guard let data = FileManager.default.contents(atPath: file),
        let settings = try? SourceSettings(json: data, file: file)
      else { return publisher }
      return settings.publisher
    }
  }
}

extension ExpectedDelivery {
  /// Some of its reports would be expected twice.
  fileprivate func overlaps(_ other: ExpectedDelivery) -> Bool {
    guard publisher == other.publisher, dataset == other.dataset else { return false }
    if from == other.from { return true }
    let (first, second) = from < other.from ? (self, other) : (other, self)
    if let end = first.to, end < second.from { return false }
    return first.comuni.isEmpty || second.comuni.isEmpty
      || !Set(first.comuni).isDisjoint(with: second.comuni)
  }
}
