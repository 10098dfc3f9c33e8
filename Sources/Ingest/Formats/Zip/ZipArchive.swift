import CZip
import Foundation
import Glibc
import Warehouse

/// A zip archive read part by part. The only file that knows libzip.
final class ZipArchive {
  /// Names of the entries, in the archive's order.
  let names: [String]
  private let handle: OpaquePointer
  private let limits: ZipLimits
  private let isEncrypted: [Bool]
  private let compressedSizes: [Int]
  private var indexByName: [String: Int] = [:]
  /// An entry may be read on another thread while others are opened: libzip lets one in at a time.
  fileprivate let turn = NSLock()

  /// Throws `zip-danneggiato`, `zip-sospetto` (too many entries, a name twice), and what else keeps
  /// libzip from opening it, by its name.
  init(_ source: ByteSource, limits: ZipLimits = ZipLimits()) throws {
    self.limits = limits
    let opened = try ZipArchive.open(source)
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

  func isEncrypted(_ name: String) -> Bool {
    indexByName[ZipArchive.key(name)].map { isEncrypted[$0] } ?? false
  }

  /// Opens an entry for reading. Throws `formato-xls-protetto` when it is encrypted.
  func entry(_ name: String) throws -> ZipEntry {
    guard let index = indexByName[ZipArchive.key(name)] else { throw ZipArchive.damaged }
    if isEncrypted[index], let refusal = FileKind.xlsProtected.refusal { throw refusal }
    let file = try turn.withLock {
      guard let file = zip_fopen_index(handle, zip_uint64_t(index), 0) else {
        throw ZipFailure.refusal(zip_get_error(handle).pointee, entry: name)
      }
      return file
    }
    return ZipEntry(
      file, name: name, archive: self, limits: limits, compressedSize: compressedSizes[index])
  }

  /// Names of the files in it that somebody put there: no folders, no traces of the system.
  var fileNames: [String] {
    names.filter { name in
      let file = name.split(separator: "/").last ?? ""
      return !name.hasSuffix("/") && !name.hasPrefix("__MACOSX/") && !SystemTraces.isOne(file)
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

  private static func open(_ source: ByteSource) throws -> OpaquePointer {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let data = ZipArchive.data(of: source, &error) else { throw ZipFailure.refusal(error) }
    guard let archive = zip_open_from_source(data, ZIP_RDONLY, &error) else {
      zip_source_free(data)
      throw ZipFailure.refusal(error)
    }
    return archive
  }

  private static func data(of source: ByteSource, _ error: inout zip_error_t) -> OpaquePointer? {
    switch source {
    case .file(let path): return zip_source_file_create(path, 0, -1, &error)
    case .unpacked(let file): return zip_source_file_create(file.path, 0, -1, &error)
    case .memory(let bytes):
      // libzip frees the copy when the archive is closed.
      guard let copy = malloc(max(1, bytes.count)) else {
        zip_error_set(&error, ZIP_ER_MEMORY, errno)
        return nil
      }
      bytes.withUnsafeBytes {
        if !bytes.isEmpty { copy.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
      }
      let buffer = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error)
      if buffer == nil { free(copy) }
      return buffer
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

  deinit { _ = archive.turn.withLock { zip_fclose(file) } }

  /// The next inflated bytes; 0 at the end. Sizes are counted, not believed.
  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    let got = try archive.turn.withLock {
      let got = zip_fread(file, target.baseAddress, zip_uint64_t(target.count))
      guard got >= 0 else {
        throw ZipFailure.refusal(zip_file_get_error(file).pointee, entry: name)
      }
      return got
    }
    inflated += Int(got)
    try limits.check(name, inflated: inflated, compressed: compressedSize)
    return Int(got)
  }
}

/// Why libzip would not, in words that say what to do: a whole archive that cannot be opened is not a
/// damaged one.
private enum ZipFailure {
  static func refusal(_ error: zip_error_t, entry: String? = nil) -> UnreadableFile {
    switch error.zip_err {
    case ZIP_ER_ENCRNOTSUPP, ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD:
      return FileKind.xlsProtected.refusal ?? ZipArchive.damaged
    case ZIP_ER_COMPNOTSUPP:
      return UnreadableFile(
        code: "zip-metodo",
        message:
          "\(entry.map { "«\($0)»" } ?? "l'archivio") è compresso in un modo che non si legge"
          + " (Deflate64, LZMA o simili): estrarlo e consegnarlo così, o comprimerlo di nuovo con zip"
          + " o gzip.")
    case ZIP_ER_MULTIDISK:
      return UnreadableFile(
        code: "zip-in-piu-parti",
        message: "l'archivio è una di più parti: riunirle, estrarre il file e consegnare quello.")
    case ZIP_ER_MEMORY:
      return UnreadableFile(
        code: "memoria-insufficiente",
        message: "non c'è memoria per aprire l'archivio: chiudere altri programmi e riprovare, o"
          + " consegnare il file in CSV.")
    case ZIP_ER_NOENT, ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_SEEK, ZIP_ER_TELL:
      // The system's own reason, where there is one; without it the file ends before it should.
      guard error.sys_err != 0 || error.zip_err == ZIP_ER_NOENT else { return ZipArchive.damaged }
      let why = DiskWords.reason(error.sys_err == 0 ? ENOENT : error.sys_err)
      return UnreadableFile(
        code: "file-non-leggibile",
        message: "l'archivio non si può leggere (\(why)): controllare che il file ci sia ancora, i"
          + " permessi e il disco, e riprovare.")
    default: return ZipArchive.damaged
    }
  }
}
