import Warehouse

/// A delivered file, opened and with its header found: rows of data under named columns.
final class DeliveredTable {
  let opened: OpenedTable
  let file: DeliveryFile
  let folder: SourceFolder
  /// Headers by column; of a format that names its own columns, those known so far.
  private(set) var headers: [String] = []
  /// Line of the first header row; nil for formats that name their own columns.
  private(set) var headerLine: Int32?
  private(set) var findings: [Finding] = []
  /// The first batch, read while looking for the header, waiting for its turn.
  private var pending: RawBatch?
  private var bytesServed = 0

  init(file: DeliveryFile, folder: SourceFolder) throws {
    self.file = file
    self.folder = folder
    let options = try folder.settings.tableOptions(path: folder.path)
    opened = try TableFile.open(path: file.path, options: options)
    let first = RawBatch()
    guard try opened.reader.next(into: first) else {
      throw UnreadableFile(code: "file-vuoto", message: "il file non contiene righe")
    }
    if opened.reader.columnNames.isEmpty {
      try locateHeader(in: first)
    } else {
      headers = opened.reader.columnNames
    }
    pending = first
  }

  private func locateHeader(in first: RawBatch) throws {
    let expected: [String]
    if let map = folder.columns.headers(on: file.receivedOn) {
      expected = folder.contract.fields.compactMap { map[$0.name] }
    } else {
      expected = folder.contract.fields.map(\.name)
    }
    // Without a contract any first row is the header.
    let firstRow =
      expected.isEmpty ? first.rows.first.map { Int($0.line) } : folder.settings.headerRow
    let located = HeaderLocator.locate(
      in: first, expected: expected, firstRow: firstRow,
      depth: folder.settings.headerRows, mergedRanges: try opened.mergedRanges())
    guard let located else {
      throw UnreadableFile(
        code: "intestazione-non-trovata",
        message: """
          nelle prime righe non c'è un'intestazione con le colonne attese (\
          \(expected.prefix(4).joined(separator: ", "))…); controllare columns.csv o riga_intestazione
          """)
    }
    headers = located.headers
    headerLine = first.rows[located.firstRow].line
    first.rows.removeFirst(located.lastRow + 1)
  }

  /// Number of columns under the header.
  var width: Int { opened.reader.columnNames.isEmpty ? headers.count : Int.max }

  /// Refills `batch` with the next rows of data.
  func next(into batch: RawBatch) throws -> Bool {
    if let first = pending {
      pending = nil
      swap(&batch.bytes, &first.bytes)
      swap(&batch.cells, &first.cells)
      swap(&batch.rows, &first.rows)
      bytesServed += batch.usedByteCount
      return true
    }
    let more = try opened.reader.next(into: batch)
    bytesServed += batch.usedByteCount
    return more
  }

  /// How much of the file has been served, roughly, between 0 and 1.
  var fractionRead: Double {
    opened.survey.byteCount > 0 ? min(1, Double(bytesServed) / Double(opened.survey.byteCount)) : 0
  }

  /// The contract's fields this delivery carries, and those only a rule fills in.
  func slots(filledBy rules: [any RowRule]) throws -> [Layout.Slot] {
    let places = Dictionary(
      headers.enumerated().map { (Folding.fold($1), $0) }, uniquingKeysWith: { first, _ in first })
    let map = folder.columns.headers(on: file.receivedOn)
    let constants = folder.columns.constants(on: file.receivedOn)
    let fills = Set(rules.flatMap(\.fills))
    let namesItself = !opened.reader.columnNames.isEmpty
    return try folder.contract.fields.compactMap { field in
      if let constant = constants[field.name] {
        return Layout.Slot(
          field: field, rawColumn: Layout.notYetMet, header: field.name, constant: constant)
      }
      let header = map.map { $0[field.name] } ?? field.name
      if let header, let place = places[Folding.fold(header)] {
        return Layout.Slot(field: field, rawColumn: place, header: headers[place])
      }
      // Keys of JSON objects come as they come: a later row may carry the one not met so far.
      if let header, namesItself {
        return Layout.Slot(field: field, rawColumn: Layout.notYetMet, header: header)
      }
      // A mapped header that is gone is never silence; of the canonical ones only the required are.
      if let header, map != nil || field.isRequired {
        throw UnreadableFile(
          code: "colonna-mancante",
          message: "manca la colonna «\(header)» per il campo «\(field.name)»"
            + Nearest.hint(to: header, in: headers),
          line: headerLine.map(Int.init))
      }
      if map != nil, field.isRequired {
        throw DescriptorError(
          file: folder.path + "/columns.csv",
          message: "il campo obbligatorio «\(field.name)» non ha una colonna")
      }
      return fills.contains(field.name)
        ? Layout.Slot(field: field, rawColumn: nil, header: field.name) : nil
    }
  }
}

extension SourceSettings {
  func tableOptions(path: String) throws -> TableOptions {
    var options = TableOptions()
    if let encoding {
      guard let known = TextEncoding(label: encoding) else {
        throw DescriptorError(
          file: path + "/source.json",
          message: "la codifica «\(encoding)» non è fra quelle note"
            + Nearest.hint(to: encoding, in: TextEncoding.allCases.map(\.rawValue)))
      }
      options.encoding = known
    }
    if let delimiter {
      guard delimiter.utf8.count == 1 else {
        throw DescriptorError(
          file: path + "/source.json", message: "il separatore deve essere un solo carattere")
      }
      options.delimiter = delimiter.utf8.first
    }
    options.sheet = sheet.map(SheetChoice.name)
    switch format {
    case "csv", "tsv": options.kind = .csv
    case "json": options.kind = .json
    case "ndjson": options.kind = .ndjson
    case "xlsx": options.kind = .xlsx
    default: break
    }
    return options
  }
}
