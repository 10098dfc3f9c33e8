import Indicators

/// `dati/datapackage.json`: the open data described for programs (Frictionless Data Package).
enum DataPackage {
  static func bytes(_ frame: EditionFrame) -> [UInt8] {
    JSONValue.object([
      ("profile", .string("tabular-data-package")),
      ("name", .string("tavolo-" + "\(frame.asOf)")),
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
        .array([
          resource(
            "osservazioni", ObservationsCSV.columns,
            numbers: ["valore", "ic_inf", "ic_sup", "numeratore", "denominatore"], key: "id"),
          resource("indicatori", IndicatorsCSV.columns, numbers: [], key: "indicatore"),
        ])
      ),
    ]).bytes
  }

  private static func resource(
    _ name: String, _ columns: [String], numbers: Set<String>, key: String
  ) -> JSONValue {
    .object([
      ("name", .string(name)),
      ("path", .string(name + ".csv")),
      ("profile", .string("tabular-data-resource")),
      ("format", .string("csv")),
      ("mediatype", .string("text/csv")),
      ("encoding", .string("utf-8")),
      (
        "dialect",
        .object([("delimiter", .string(",")), ("lineTerminator", .string("\r\n"))])
      ),
      (
        "schema",
        .object([
          (
            "fields",
            .array(
              columns.map { column in
                .object([
                  ("name", .string(column)),
                  ("type", .string(numbers.contains(column) ? "number" : "string")),
                ])
              })
          ),
          ("primaryKey", .string(key)),
          ("missingValues", .array([.string("")])),
        ])
      ),
    ])
  }
}
