import CZip
import Glibc

/// A zip archive read part by part. The only file that knows libzip.
final class ZipArchive {
  /// Names of the entries, in the archive's order.
  let names: [String]
  private let handle: OpaquePointer
  private let limits: ZipLimits
  private let isEncrypted: [Bool]
  private let compressedSizes: [Int]
  private var indexByName: [String: Int] = [:]

  /// Throws `zip-danneggiato`, `zip-sospetto` (too many entries, a name twice).
  init(_ source: ByteSource, limits: ZipLimits = ZipLimits()) throws {
    self.limits = limits
    guard let opened = ZipArchive.open(source) else { throw ZipArchive.damaged }
    handle = opened
    let count = Int(zip_get_num_entries(opened, 0))
    var names: [String] = []
    var isEncrypted: [Bool] = []
    var compressedSizes: [Int] = []
    var problem: String? =
      count > limits.entries ? "contiene \(count) file, e se ne accettano \(limits.entries)" : nil
    for index in 0..<(problem == nil ? max(0, count) : 0) {
      var status = zip_stat_t()
      guard zip_stat_index(opened, zip_uint64_t(index), 0, &status) == 0, status.name != nil else {
        problem = "ha un indice illeggibile"
        break
      }
      let name = String(cString: status.name)
      names.append(name)
      isEncrypted.append(
        status.valid & zip_uint64_t(ZIP_STAT_ENCRYPTION_METHOD) != 0
          && Int32(status.encryption_method) != ZIP_EM_NONE)
      compressedSizes.append(Int(clamping: status.comp_size))
      if indexByName.updateValue(index, forKey: ZipArchive.key(name)) != nil {
        problem = "contiene due volte «\(name)»"
        break
      }
    }
    self.names = names
    self.isEncrypted = isEncrypted
    self.compressedSizes = compressedSizes
    if let problem {
      throw UnreadableFile(
        code: "zip-sospetto",
        message: "l'archivio \(problem): non è quello di un programma di ufficio, riesportarlo.")
    }
  }

  deinit { zip_discard(handle) }

  /// Part names are compared without case, as the OPC standard asks.
  func contains(_ name: String) -> Bool { indexByName[ZipArchive.key(name)] != nil }

  func compressedSize(of name: String) -> Int? {
    indexByName[ZipArchive.key(name)].map { compressedSizes[$0] }
  }

  /// Opens an entry for reading. Throws `formato-xls-protetto` when it is encrypted.
  func entry(_ name: String) throws -> ZipEntry {
    guard let index = indexByName[ZipArchive.key(name)] else { throw ZipArchive.damaged }
    if isEncrypted[index], let refusal = FileKind.xlsProtected.refusal { throw refusal }
    guard let file = zip_fopen_index(handle, zip_uint64_t(index), 0) else {
      throw ZipArchive.damaged
    }
    return ZipEntry(
      file, name: name, archive: self, limits: limits, compressedSize: compressedSizes[index])
  }

  /// Names of the files in it that somebody put there: no folders, no traces of the system.
  var fileNames: [String] {
    names.filter { name in
      let file = name.split(separator: "/").last ?? ""
      return !name.hasSuffix("/") && !name.hasPrefix("__MACOSX/") && !file.hasPrefix(".")
        && !["thumbs.db", "desktop.ini"].contains(file.lowercased())
    }
  }

  /// A small entry as a whole: the parts that describe the workbook.
  func contents(_ name: String, limit: Int = 64 << 20) throws -> [UInt8] {
    let entry = try entry(name)
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = try chunk.withUnsafeMutableBytes { try entry.read(into: $0) }
      if got == 0 { return result }
      result += chunk[..<got]
      if result.count > limit {
        throw ZipLimits.refusal("«\(name)», decompresso, supera \(ZipLimits.size(limit))")
      }
    }
  }

  static let damaged = UnreadableFile(
    code: "zip-danneggiato",
    message: "il file è danneggiato o incompleto: aprirlo, salvarlo di nuovo e riconsegnarlo.")

  private static func key(_ name: String) -> String {
    String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
  }

  private static func open(_ source: ByteSource) -> OpaquePointer? {
    switch source {
    case .file(let path):
      var code: Int32 = 0
      return zip_open(path, ZIP_RDONLY, &code)
    case .unpacked(let file):
      var code: Int32 = 0
      return zip_open(file.path, ZIP_RDONLY, &code)
    case .memory(let bytes):
      // libzip frees the copy when the archive is closed.
      guard let copy = malloc(max(1, bytes.count)) else { return nil }
      bytes.withUnsafeBytes {
        if !bytes.isEmpty { copy.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
      }
      var error = zip_error_t()
      guard let buffer = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error)
      else {
        free(copy)
        return nil
      }
      guard let archive = zip_open_from_source(buffer, ZIP_RDONLY, &error) else {
        zip_source_free(buffer)
        return nil
      }
      return archive
    }
  }
}

/// One entry of an archive, inflated as it is read.
final class ZipEntry {
  let name: String
  private let file: OpaquePointer
  /// Keeps the archive open.
  private let archive: ZipArchive
  private let limits: ZipLimits
  private let compressedSize: Int
  private var inflated = 0

  fileprivate init(
    _ file: OpaquePointer, name: String, archive: ZipArchive, limits: ZipLimits,
    compressedSize: Int
  ) {
    self.file = file
    self.name = name
    self.archive = archive
    self.limits = limits
    self.compressedSize = compressedSize
  }

  deinit { zip_fclose(file) }

  /// The next inflated bytes; 0 at the end. Sizes are counted, not believed.
  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    let got = zip_fread(file, target.baseAddress, zip_uint64_t(target.count))
    guard got >= 0 else { throw ZipArchive.damaged }
    inflated += Int(got)
    try limits.check(name, inflated: inflated, compressed: compressedSize)
    return Int(got)
  }
}
