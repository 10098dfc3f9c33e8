import Foundation

/// What a file that nobody has described may be: the dataset, the field of each column, the code of
/// each word, ranked and with reasons. A proposal for a person: nothing here is ever applied, and no
/// cell of a column that may be about somebody is kept.
public struct Suggestion {
  let file: String
  let profile: FileProfile
  /// Best first.
  let datasets: [DatasetProposal]
  let words: [WordProposals]
  /// Ready-made sources of files with these headers.
  let profiles: [ReadyProfiles.Profile]

  var best: DatasetProposal { datasets[0] }
  var whyUnread: [String?] { best.whyUnread }

  /// Below this a dataset is not believed.
  static let plausible = 0.3

  /// - Parameters:
  ///   - dataset: the dataset, when the user knows it; otherwise all are tried.
  ///   - folder: the reference folder, with the lists of synonyms.
  public init(
    file: String, dataset: String?, sheet: String? = nil, reference: ReferenceFolder, folder: String
  ) throws {
    if let dataset, Contract.named(dataset) == nil {
      throw DescriptorError(file: file, message: Contract.unknown(dataset))
    }
    self.file = file
    let synonyms = try HeaderSynonyms(reference: folder)
    let profile = try UnreadableFile.naming(file) {
      try FileProfile(path: file, sheet: sheet, reference: reference)
    }
    let matcher = FieldMatcher(synonyms: synonyms)
    let prefixes = HeaderPrefixes(profile.columns.map(\.header))
    let headers = profile.columns.map { synonyms.withoutLabel(prefixes.stripped($0.header)) }
    let isMap = GeoJSON.isMap(profile.columns.map(\.header), path: profile.opened.recordPath?.value)
    let whyUnread = zip(profile.columns, headers).map {
      $0.header.isEmpty
        ? "colonna senza nome"
        : isMap && GeoJSON.isOfTheFormat($0.header) ? GeoJSON.why : synonyms.whyUnread($1)
    }
    let names = matcher.names(profile.columns.map(\.header))
    let contracts = dataset.flatMap(Contract.named).map { [$0] } ?? Contract.all
    let datasets = contracts.map { contract in
      DatasetProposal(
        contract, columns: profile.columns, names: names,
        whyUnread: zip(whyUnread, headers).map { why, header in
          why != nil && why != GeoJSON.why && synonyms.isField(header, of: contract) ? nil : why
        }, matcher: matcher)
    }.sorted { ($1.score, $0.contract.dataset) < ($0.score, $1.contract.dataset) }
    self.profile = profile
    profiles = try ReadyProfiles.matching(profile.columns.map(\.header), beside: folder)
    self.datasets = datasets
    words = zip(datasets[0].chosen, profile.columns).compactMap { match, column in
      match.flatMap {
        WordProposals(
          $0, column, reference: reference, abbreviations: synonyms.abbreviations)
      }
    }
  }

  /// The name of the dataset the file most looks like.
  public var dataset: String { best.contract.dataset }

  /// Why that dataset.
  public var evidence: String { best.evidence }

  /// Header → field of the columns that are sure enough.
  public var fields: [String: String] {
    Dictionary(
      zip(profile.columns, best.chosen).compactMap { column, match in
        match.map { (column.header, $0.field.name) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// By field, what the header of its column or a title above the table says to multiply its numbers by.
  var multipliers: [(field: String, told: NumberScale.Told)] {
    let title = profile.preamble.lazy.compactMap(NumberScale.told).first
    return zip(profile.columns, best.chosen).compactMap { column, match in
      guard let field = match?.field, field.kind.isNumber,
        let told = NumberScale.told(by: column.header, of: field.kind)
          ?? (field.kind.isMoney ? title : nil)
      else { return nil }
      return (field.name, told)
    }
  }

  /// Columns that count things in a table that should have one on each row, and does not tell which.
  private var counts: [String] {
    guard best.missing.contains(where: { $0.name == best.contract.identity }) else { return [] }
    return zip(profile.columns, best.chosen).filter { column, match in
      match == nil && column.share(.whole) > 0.9 && HeaderName.isCount(column.header)
    }.map(\.0.header)
  }

  /// A column as a row of `columns.csv`: its field, or `-`, or a comment with what it may be.
  func row(_ i: Int) -> String {
    let header = profile.columns[i].header
    if let match = best.chosen[i] { return DraftRows.chosen(match, header: header) }
    if let why = whyUnread[i] { return DraftRows.row("-", header, why) }
    return DraftRows.open(best.candidates[i], header: header)
  }

  /// The table has in its columns what its rows should be; nil when nothing that must be there is missing.
  public var reversed: ReversedTable? { best.missing.isEmpty ? nil : profile.reversed }

  /// True when no dataset fits: the draft is then little more than a list of columns.
  public var isDoubtful: Bool { best.score < Suggestion.plausible }

  /// For a reader at a terminal.
  public var text: String {
    var lines = [
      "\(file): \(profile.rows) righe guardate, \(profile.columns.count) colonne"
        + (profile.headerLine.map { ", intestazione alla riga \($0)" } ?? "")
    ]
    for (i, proposal) in datasets.prefix(3).enumerated() where i == 0 || proposal.score >= 0.15 {
      lines.append(
        "  \(i == 0 ? "dataset" : "oppure ") \(proposal.contract.dataset) "
          + "(\(Suggestion.percent(proposal.score))): \(proposal.evidence)")
    }
    if !profile.sameSheets.isEmpty {
      let names = profile.sameSheets.map { "«\(Suggestion.shown($0))»" }
      lines.append(
        "  fogli con le stesse colonne: \(names.joined(separator: ", ")), da leggere insieme")
    }
    if profile.sheetsAreComuni, best.missing.contains(where: \.kind.isComune) {
      lines.append(
        "  i fogli si chiamano come comuni, e nessuna colonna dice il comune: scriverne una in ogni"
          + " foglio, perché «=testo» in columns.csv varrebbe per tutti")
    }
    for (i, column) in profile.columns.enumerated() where !column.header.isEmpty {
      lines.append("  " + line(i, column))
    }
    for (field, told) in multipliers {
      lines.append(
        "  «\(field)»: il file dice «\(told.word)», i suoi numeri si moltiplicano per"
          + " \(told.multiplier): controllare «moltiplicatori»")
    }
    for header in counts {
      lines.append(
        "  «\(Suggestion.shown(header))» dice quante sono, e «\(dataset)» vuole una riga per ognuna: una tabella"
          + " già contata non si carica, serve l'elenco da cui viene")
    }
    for (header, blanks) in groupLabels {
      lines.append(
        "  «\(Suggestion.shown(header))» è scritto solo sulla prima riga di ogni gruppo (\(blanks) righe senza,"
          + " su \(profile.groups.columns.rows)): controllare «solo_prima_riga»")
    }
    if let readyAdvice { lines.append("  " + readyAdvice) }
    if let reversed { lines.append("  " + reversed.advice) }
    if let sexes = SexColumns(profile.columns.map(\.header), in: best) {
      lines.append("  " + sexes.advice)
    }
    for list in words {
      let open =
        list.withheld.map { "altre non mostrate: \($0)" } ?? "\(list.open.count) da decidere"
      if list.withheld != nil || !list.open.isEmpty {
        lines.append("  voci di «\(list.header)»: \(list.known) note, \(open)")
      }
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ i: Int, _ column: ColumnProfile) -> String {
    let header = "«\(Suggestion.shown(column.header))»"
    if let match = best.chosen[i] {
      return
        "\(header) → \(match.field.name) (\(Suggestion.percent(match.score))): \(match.evidence)"
    }
    if let why = whyUnread[i] { return "\(header) non si legge: \(why)" }
    let others = best.candidates[i].prefix(3).map {
      "\($0.field.name) \(Suggestion.percent($0.score))"
    }
    return "\(header) da decidere"
      + (others.isEmpty ? "" : ", forse \(others.joined(separator: ", "))")
      + DeletedRows.advice(column.header)
  }

  static func percent(_ score: Double) -> String { "\(Int((score * 100).rounded())) %" }

  /// A header on one line, and nobody's identifier in it.
  static func shown(_ header: String) -> String { Masking.mask(header, isPersonal: false) }

  /// The object `suggest --json` prints.
  public var object: [String: Any] {
    [
      "profili": profiles.map(\.name),
      "file": file, "righe": profile.rows, "intestazione": profile.headerLine as Any? ?? NSNull(),
      "dataset": datasets.prefix(3).map {
        [
          "dataset": $0.contract.dataset, "punteggio": Suggestion.rounded($0.score),
          "prova": $0.evidence,
        ] as [String: Any]
      },
      "colonne": profile.columns.enumerated().map { i, column in
        [
          "intestazione": Suggestion.shown(column.header),
          "campo": best.chosen[i]?.field.name as Any? ?? NSNull(),
          "non_letta": whyUnread[i] as Any? ?? NSNull(),
          "candidati": best.candidates[i].prefix(3).map {
            [
              "campo": $0.field.name, "punteggio": Suggestion.rounded($0.score),
              "prova": $0.evidence,
            ] as [String: Any]
          },
        ] as [String: Any]
      },
      "voci": words.flatMap { list in
        list.open.map { word in
          [
            "campo": list.field.name, "valore": word.word, "celle": word.count,
            "candidati": word.candidates.map(\.code).filter { !$0.isEmpty },
          ] as [String: Any]
        }
      },
    ]
  }

  private static func rounded(_ score: Double) -> Double { (score * 100).rounded() / 100 }
}
