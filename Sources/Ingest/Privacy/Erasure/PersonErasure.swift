import Foundation
public import Warehouse

/// Erases one person from everything Tavolo keeps, and looks everywhere to see that it is so.
public struct PersonErasure {
  let store: Store
  let key: PersonKey
  /// The working folder, its receipts and its sources.
  let root: String
  let receipts: String
  let sources: String
  let decisions: IdentityDecisions

  public init(
    store: Store, key: PersonKey, root: String, receipts: String, sources: String,
    decisions: IdentityDecisions
  ) {
    self.decisions = decisions
    self.store = store
    self.key = key
    self.root = root
    self.receipts = receipts
    self.sources = sources
  }

  /// What was erased, and what the look afterwards found.
  public struct Outcome: Sendable {
    public var erasure = Erasure()
    /// Folders of receipts that were taken away; reading their delivery again writes them anew.
    public var receipts: [String] = []
    /// Files of Tavolo's own that still hold the person: always empty, or the erasure has failed.
    public var remains: [String] = []
    /// Files somebody delivered or wrote that hold the person: theirs to clean.
    public var delivered: [String] = []
    /// Files nobody could look into.
    public var unseen: [String] = []
    public var filesSearched = 0
    public var bytesSearched = 0
  }

  /// An identifier that names nobody: masked, wrong, empty. It holds the shape alone.
  public struct Unreadable: Error, CustomStringConvertible {
    public let description: String
  }

  /// - Parameters:
  ///   - identifiers: all of the same person: codice fiscale, provisional code, an office's own.
  ///   - isRehearsal: tells what would be erased and changes nothing.
  public func run(identifiers: [String], on day: Day, isRehearsal: Bool) throws -> Outcome {
    let scopes = try allScopes()
    var tokens: Set<PersonToken> = []
    var marks = ForgottenMarks()
    for identifier in identifiers {
      let all = scopes.flatMap { scope in
        let tokenizer = PersonTokenizer(key: key, scope: scope.scope, issuer: scope.publisher)
        return tokenizer.history(of: identifier).last.map { [$0, tokenizer.name(of: identifier)] }
          ?? []
      }
      guard !all.isEmpty || (scopes.isEmpty && !identifier.isEmpty) else {
        throw Unreadable(
          description: "l'identificativo (\(Masking.mask(identifier, isPersonal: true))) non è di "
            + "nessuno: serve il codice intero, come sta nei file consegnati")
      }
      tokens.formUnion(all)
      for token in all { marks.insert(token.forgottenMark, keyID: key.id) }
    }
    let needles = Needles(tokens: tokens, identifiers: identifiers)
    var outcome = Outcome()
    var holding = FolderSearch(needles)
    try holding.search(receipts)
    let byText = Set(holding.found.compactMap(receiptFolder))

    struct Rehearsal: Error {}
    do {
      try store.write { access in
        let erasure = try access.erase(tokens.sorted())
        outcome.erasure = erasure
        outcome.receipts = byText.union(folders(of: erasure.deliveries)).sorted()
        if isRehearsal { throw Rehearsal() }
        try access.remember(forgotten: marks, on: day)
        let concerned = erasure.deliveries.union(outcome.receipts.compactMap(delivery))
        try access.outdate(concerned) { Fingerprint.of([$0, "cancellazione"]) }
        try decisions.forget(tokens)
        // Before the facts are gone for good: cut short here, the same command does it all again.
        for folder in outcome.receipts { try FileManager.default.removeItem(atPath: folder) }
      }
    } catch is Rehearsal {
      try look(for: needles, into: &outcome)
      outcome.remains = []
      return outcome
    }
    try store.compact()
    try look(for: needles, into: &outcome)
    return outcome
  }

  /// Groups and publishers of what is loaded and of what is waiting to be.
  private func allScopes() throws -> [(scope: String, publisher: String)] {
    var all = try store.personScopes()
    for path in (try? SourceFolder.paths(under: sources)) ?? [] {
      guard let folder = try? SourceFolder(path: path) else { continue }
      let one = (folder.scope, folder.source.publisher)
      if !all.contains(where: { $0 == one }) { all.append(one) }
    }
    return all
  }

  private func look(for needles: Needles, into outcome: inout Outcome) throws {
    var own = FolderSearch(needles)
    for name in try FileManager.default.contentsOfDirectory(atPath: root)
    where name.hasPrefix("tavolo.sqlite") || [".tavolo", "receipts", "reports"].contains(name) {
      try own.search("\(root)/\(name)")
    }
    var theirs = FolderSearch(needles)
    try theirs.search("\(root)/datasets")
    outcome.remains = own.found
    outcome.delivered = theirs.found
    outcome.unseen = own.unseen + theirs.unseen
    outcome.filesSearched = own.files + theirs.files
    outcome.bytesSearched = own.bytes + theirs.bytes
  }

  // MARK: Receipts

  /// `<receipts>/<publisher>/<dataset>/<delivery>-<sha>` of a file in it.
  private func receiptFolder(_ file: String) -> String? {
    let parts = file.dropFirst(receipts.count + 1).split(separator: "/").prefix(3)
    return parts.count == 3 ? receipts + "/" + parts.joined(separator: "/") : nil
  }

  /// The delivery a folder of receipts is about.
  private func delivery(_ folder: String) -> String? {
    let name = folder.dropFirst(receipts.count + 1)
    return name.lastIndex(of: "-").map { String(name[..<$0]) }
  }

  private func folders(of deliveries: Set<String>) -> [String] {
    deliveries.flatMap { delivery in
      let parent = (receipts + "/" + delivery as NSString).deletingLastPathComponent
      let name = (delivery as NSString).lastPathComponent
      return ((try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [])
        .filter { $0.hasPrefix(name + "-") }.map { "\(parent)/\($0)" }
    }
  }
}
