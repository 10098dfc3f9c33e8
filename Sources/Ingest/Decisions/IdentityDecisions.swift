import Foundation
public import Warehouse

/// What people have decided about who is who, applied before deliveries are read; and what is to be
/// decided, proposed afterwards.
///
/// Organisations are public and their file is part of `datasets`. Persons and their requests are kept
/// beside the key, outside any repository, and told by tokens: the deliveries and lines beside them
/// are what an office looks up in its own files.
public struct IdentityDecisions {
  let store: Store
  let key: PersonKey
  let organisationsFile: String
  let personsFile: String
  let requestsFile: String

  /// - Parameters:
  ///   - folder: `datasets/decisions`.
  ///   - privateFolder: `.tavolo/decisioni`.
  public init(store: Store, key: PersonKey, folder: String, privateFolder: String) {
    self.store = store
    self.key = key
    organisationsFile = folder + "/organizzazioni.csv"
    personsFile = privateFolder + "/persone.csv"
    requestsFile = privateFolder + "/richieste.csv"
  }

  /// Brings the warehouse in line with the files.
  ///
  /// - Throws: `DescriptorError` for decisions that cannot hold, or that stand in a file nobody reads.
  public func apply() throws {
    try IdentityDecisions.checkNames(besides: [organisationsFile])
    try IdentityDecisions.checkNames(besides: [personsFile, requestsFile])
    let organisations = try DecisionLedger(file: organisationsFile).merged()
    let persons = try DecisionLedger(file: personsFile).merged()
    let requests = try DecisionLedger(file: requestsFile)
    let aliases = try persons.map { decision in
      (
        former: try token(decision.former), person: try token(decision.kept), since: decision.since
      )
    }
    let pairs = try requests.entries.filter { $0.state != .open }.map { entry in
      RequestDecision(
        first: try place(entry.first), second: try place(entry.second),
        isMerged: entry.state == .merged)
    }
    try store.write { access in
      try access.replaceAliases(
        persons: aliases, organisations: organisations.map { ($0.former, $0.kept) })
      try access.replaceRequestDecisions(pairs)
      try access.supersedeCopies()
    }
  }

  /// A table under a name that is not read would be as if nobody had decided.
  ///
  /// - Parameter files: of one folder, those that are read.
  static func checkNames(besides files: [String]) throws {
    let folder = URL(fileURLWithPath: files[0]).deletingLastPathComponent().path
    let read = files.map { URL(fileURLWithPath: $0).lastPathComponent }
    // Without a folder nothing has been decided yet.
    guard FileManager.default.fileExists(atPath: folder) else { return }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw DescriptorError(
        file: folder,
        message: "la cartella delle decisioni non si può leggere (\(DiskWords.reason(error)))")
    }
    let stray = names.sorted().first {
      $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") && !read.contains($0)
    }
    guard let stray else { return }
    throw DescriptorError(
      file: "\(folder)/\(stray)",
      message: "le decisioni in un file con questo nome non si leggono"
        + Nearest.hint(to: stray, in: read))
  }

  /// Writes what is to be decided; what has been stays as it is.
  ///
  /// - Returns: open proposals in all.
  @discardableResult
  public func propose() throws -> Int {
    var organisations = try DecisionLedger(file: organisationsFile)
    organisations.propose(OrganisationNames.proposals(try store.organisationNames()))
    try organisations.write(isPrivate: false)

    var persons = try DecisionLedger(file: personsFile)
    try persons.rename { name(try token($0)) }
    persons.propose(
      try store.personProposals().map { proposal in
        DecisionLedger.Entry(
          first: name(proposal.person), second: name(proposal.former), reason: proposal.reason,
          context: proposal.context)
      })
    try persons.write(isPrivate: true)

    var requests = try DecisionLedger(file: requestsFile)
    requests.propose(
      try store.requestProposals().map { pair in
        DecisionLedger.Entry(
          first: "\(pair.first.source) \(pair.first.id)",
          second: "\(pair.second.source) \(pair.second.id)",
          reason: pair.reason, context: pair.context)
      })
    try requests.write(isPrivate: true)
    return organisations.openCount + persons.openCount + requests.openCount
  }

  /// Open proposals in all, as they were last written.
  public func openCount() throws -> Int {
    try [organisationsFile, personsFile, requestsFile].reduce(0) {
      try $0 + DecisionLedger(file: $1).openCount
    }
  }

  /// Decided rows about what no delivery has brought: as if nobody had decided. Persons are told by their row
  /// alone.
  public func unmet() throws -> [String] {
    let files = [organisationsFile, personsFile, requestsFile].filter {
      FileManager.default.fileExists(atPath: $0)
    }
    return try store.unmetDecisions(
      of: files.map { try "\($0) \(Fingerprint.of(file: $0))" }, find: findUnmet)
  }

  private func findUnmet() throws -> [String] {
    func told(
      _ file: String, _ what: (DecisionLedger.Entry) throws -> [String]
    ) throws -> [String] {
      try DecisionLedger(file: file).entries.enumerated().filter { $1.state != .open }.flatMap {
        place, entry in
        try what(entry).map {
          // Under the header, in the order in which they were written.
          "\(file), riga \(place + 2): \($0), la decisione non si applica a nulla"
        }
      }
    }
    func names(_ file: String) throws -> [String] {
      try DecisionLedger(file: file).entries.filter { $0.state != .open }
        .flatMap { [$0.first, $0.second] }
    }
    let codes = try store.organisations(
      Set(names(organisationsFile)), unmetIn: OrganisationNames.columns)
    let known = codes.isEmpty ? [] : try store.organisationNames().map(\.code)
    let persons = try store.personsUnmet(Set(names(personsFile).map(token)))
    let requests = try store.requestsUnmet(Set(names(requestsFile).map(place)))
    return try told(organisationsFile) { entry in
      [entry.first, entry.second].filter(codes.contains).map {
        "«\(Masking.mask($0, isPersonal: false))» non è in nessuna consegna"
          + hint(to: $0, in: known)
      }
    }
      + told(personsFile) { entry in
        try [entry.first, entry.second].contains { try persons.contains(token($0)) }
          ? ["una delle due persone non è in nessuna consegna"] : []
      }
      + told(requestsFile) { entry in
        try [entry.first, entry.second].filter { try requests.contains(place($0)) }.map {
          "«\(Masking.mask($0, isPersonal: false))» non è in nessuna consegna"
        }
      } + overlaps()
  }

  /// Two systems of which one misspells the other count the same requests twice.
  private func overlaps() throws -> [String] {
    let unmet = try store.overlapsUnmet()
    let known = unmet.isEmpty ? [] : try Set(store.deliveries().map(\.publisher)).sorted()
    return unmet.map {
      "\($0.source), source.json: «sovrapposta» nomina «\($0.publisher)», di cui non c'è nulla"
        + hint(to: $0.publisher, in: known)
    }
  }

  /// Takes decisions about somebody out of the file.
  func forget(_ tokens: Set<PersonToken>) throws {
    var persons = try DecisionLedger(file: personsFile)
    persons.remove { entry in
      [entry.first, entry.second].contains { (try? token($0)).map(tokens.contains) == true }
    }
    try persons.write(isPrivate: true)
  }

  private func hint(to code: String, in known: [String]) -> String {
    let near = Nearest.suggestion(to: code, in: known)
    return near.isEmpty ? "" : " (\(near))"
  }

  // MARK: Names in the files

  /// `chiave:gettone`: the fingerprint of the key says under which generation it was written.
  private func name(_ token: PersonToken) -> String { "\(key.id):\(token.hexadecimal)" }

  private func token(_ name: String) throws -> PersonToken {
    let parts = name.split(separator: ":")
    guard parts.count == 2, let token = PersonToken(hexadecimal: parts[1]),
      let current = key.current(token, keyID: String(parts[0]))
    else {
      throw DescriptorError(
        file: personsFile,
        message:
          "«\(Masking.mask(name, isPersonal: true))» non è una chiave scritta da Tavolo con la "
          + "chiave di questo archivio: qui non si scrivono codici fiscali")
    }
    return current
  }

  private func place(_ name: String) throws -> RequestPlace {
    guard let blank = name.firstIndex(of: " ") else {
      throw DescriptorError(
        file: requestsFile, message: "«\(name)» non è editore/dataset e identificativo")
    }
    return RequestPlace(
      source: String(name[..<blank]), id: String(name[name.index(after: blank)...]))
  }
}

extension PersonKey {
  /// A token made under an earlier generation of the key, as it is now; nil for a key that is not ours.
  func current(_ token: PersonToken, keyID: String) -> PersonToken? {
    guard let generation = generations.firstIndex(of: keyID) else { return nil }
    return links[generation...].reduce(token) { $0.rekeyed(KeyedDigest(key: $1)) }
  }
}
