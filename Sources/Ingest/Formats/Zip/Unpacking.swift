/// A table that came compressed: gzip, or a zip archive with one file in it.
struct Unpacking {
  /// What was inside.
  let source: ByteSource
  /// `gzip` or `zip`.
  let container: String

  /// Nil when the source is not compressed (a workbook is a zip archive, and is not).
  ///
  /// Throws `zip-con-piu-file`, naming them, and what a damaged or hostile archive does.
  init?(_ source: ByteSource, kind: FileKind) throws {
    switch kind {
    case .gzip:
      container = "gzip"
      let stream = try GzipStream(source)
      var name = source.name
      if name.lowercased().hasSuffix(".gz") { name.removeLast(3) }
      self.source = .unpacked(try UnpackedFile(name: name, next: stream.read))
    case .zip:
      container = "zip"
      let archive = try ZipArchive(source, limits: .container)
      let names = archive.fileNames
      guard names.count == 1 else {
        let list = names.prefix(5).map { "«\($0)»" }.joined(separator: ", ")
        throw UnreadableFile(
          code: "zip-con-piu-file",
          message: names.isEmpty
            ? "l'archivio zip non contiene file: ripetere l'esportazione."
            : "l'archivio zip contiene \(names.count) file (\(list)\(names.count > 5 ? "…" : "")):"
              + " estrarli e consegnarne uno per volta.")
      }
      guard !archive.isEncrypted(names[0]) else {
        throw UnreadableFile(
          code: "zip-protetto",
          message:
            "l'archivio zip è protetto da password: estrarre «\(names[0])» e consegnare quello,"
            + " o un archivio senza password.")
      }
      let entry = try archive.entry(names[0])
      self.source = .unpacked(try UnpackedFile(name: names[0], next: entry.read))
    default: return nil
    }
  }
}
