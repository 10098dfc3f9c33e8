import Dispatch

extension Delivery {
  /// Steps 1 to 3: all that can be decided before anything is loaded.
  struct Opened {
    let table: DeliveredTable
    let conventions: Conventions

    init(_ file: DeliveryFile, of folder: SourceFolder) throws {
      try self.init(DeliveredTable(file: file, folder: folder))
    }

    init(_ table: DeliveredTable) throws {
      self.table = table
      conventions = try Conventions(table: table, settings: table.folder.settings)
    }
  }

  /// Digests a delivery and opens it, on two cores.
  ///
  /// Encoding and dialect are decided on the whole file before its columns are judged. Of a long text the
  /// columns are judged by what its beginning says while the digest is made and the whole surveyed; a text
  /// whose end says otherwise is opened again. What is decided is the same either way.
  static func digestAndOpen(
    _ file: DeliveryFile, of folder: SourceFolder, beginning: Int = ByteWindow.defaultSize
  ) throws -> (FileDigest, Result<Opened, any Error>?) {
    // What is wrong with the beginning is told by whoever opens the whole.
    nonisolated(unsafe) let surmised = try? DeliveredTable.surmised(
      file: file, folder: folder, fromBeginning: beginning)
    // Each iteration writes its own, and nobody reads before both have ended.
    nonisolated(unsafe) var digest: Result<FileDigest, any Error>?
    nonisolated(unsafe) var whole: Result<FileSurvey, any Error>?
    nonisolated(unsafe) var opened: Result<Opened, any Error>?
    DispatchQueue.concurrentPerform(iterations: 2) { i in
      if i == 0 {
        digest = Result { try FileDigest(path: file.path) }
        if let surmised { whole = Result { try surmised.opened.surveyedWhole() } }
      } else {
        opened = Result {
          try surmised.map { try Opened($0) } ?? Opened(file, of: folder)
        }
      }
    }
    if let surmised, let whole {
      let surmise = opened
      opened = Result {
        try surmised.confirm(by: whole.get()) ? surmise!.get() : Opened(file, of: folder)
      }
    }
    return (try digest!.get(), opened)
  }
}

extension DeliveredTable {
  /// As the beginning of a long text says it is written; nil for other deliveries.
  fileprivate static func surmised(
    file: DeliveryFile, folder: SourceFolder, fromBeginning beginning: Int
  ) throws -> DeliveredTable? {
    guard Supplement.options(path: file.path) == nil else { return nil }
    var options = try folder.settings.tableOptions(path: folder.path)
    // What is beyond the beginning is not met while the header is looked for.
    options.windowSize = min(options.windowSize, beginning)
    return try TableFile.surmise(
      path: file.path, options: options, fromBeginning: beginning
    ).map {
      try DeliveredTable(file: file, folder: folder, opened: $0)
    }
  }
}
