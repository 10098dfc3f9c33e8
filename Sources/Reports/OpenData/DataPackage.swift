import Indicators

/// `dati/datapackage.json`: the open data described for programs (Frictionless Data Package). Its name is that
/// of every edition of the territory, its version the day.
enum DataPackage {
  static func bytes(_ frame: EditionFrame, _ tables: [OpenTable], _ maps: [OpenMap]) -> [UInt8] {
    JSONValue.object([
      ("profile", .string("data-package")),
      ("name", .string("tavolo-" + CatalogueRecord.slug(frame.territoryName))),
      ("version", .string("\(frame.asOf)")),
      ("title", .string(PortalPhrases.title(frame.language, frame.territoryName))),
      (
        "description",
        .string(
          frame.isSynthetic
            ? Phrases.syntheticTitle[frame.language] + ". " + Phrases.syntheticText[frame.language]
            : PortalPhrases.subtitle[frame.language])
      ),
      ("created", .string("\(frame.asOf)T00:00:00Z")),
      (
        "licenses",
        .array([
          .object([
            ("name", .string("CC-BY-4.0")),
            ("path", .string("https://creativecommons.org/licenses/by/4.0/")),
            ("title", .string("Creative Commons Attribution 4.0")),
          ])
        ])
      ),
      (
        "sources",
        .array(frame.publishers.map { .object([("title", .string($0))]) })
      ),
      (
        "resources",
        .array(
          tables.map { resource($0, frame.language) } + maps.map { geography($0, frame.language) })
      ),
    ]).bytes
  }

  private static func resource(_ table: OpenTable, _ language: Language) -> JSONValue {
    var schema: [(String, JSONValue)] = [
      ("fields", .array(table.columns.map { field($0, language) }))
    ]
    if !table.key.isEmpty { schema.append(("primaryKey", .array(table.key.map(JSONValue.string)))) }
    schema.append(("missingValues", .array([.string("")])))
    return .object([
      ("name", .string(table.name)),
      ("title", .string(table.title[language])),
      ("path", .string(table.name + ".csv")),
      ("profile", .string("tabular-data-resource")),
      ("format", .string("csv")),
      ("mediatype", .string("text/csv")),
      ("encoding", .string("utf-8")),
      ("bytes", .number(Double(table.bytes.count))),
      (
        "dialect",
        .object([("delimiter", .string(",")), ("lineTerminator", .string("\r\n"))])
      ),
      ("schema", .object(schema)),
    ])
  }

  private static func field(_ column: OpenTable.Column, _ language: Language) -> JSONValue {
    var parts: [(String, JSONValue)] = [
      ("name", .string(column.name)), ("type", .string(column.kind.rawValue)),
      ("description", .string(column.meaning[language])),
    ]
    if let vocabulary = column.vocabulary {
      parts.append(("vocabulary", .string(vocabulary)))
    }
    if !column.values.isEmpty {
      parts.append(
        ("constraints", .object([("enum", .array(column.values.map(JSONValue.string)))])))
    }
    return .object(parts)
  }

  /// Not a table: programs that read tables leave it alone.
  private static func geography(_ map: OpenMap, _ language: Language) -> JSONValue {
    .object([
      ("name", .string(map.name + "-geojson")),
      ("title", .string(map.title[language])),
      ("path", .string(map.file)),
      ("format", .string("geojson")),
      ("mediatype", .string("application/geo+json")),
      ("encoding", .string("utf-8")),
      ("bytes", .number(Double(map.bytes.count))),
    ])
  }
}
