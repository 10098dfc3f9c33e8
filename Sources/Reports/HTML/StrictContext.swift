import Mustache

/// The root of a template's data: a name nobody answers is an error, not an empty string.
final class StrictContext: MustacheParent {
  private let values: [String: Any]
  private(set) var missing: [String] = []

  init(_ values: [String: Any]) { self.values = values }

  func child(named name: String) -> Any? {
    if let value = values[name] { return value }
    missing.append(name)
    return nil
  }
}

/// A page template asked for something its data does not have: our mistake, never a reader's.
struct UnknownTemplateVariables: Error, CustomStringConvertible {
  var template: String
  var names: [String]

  var description: String {
    "Modello «\(template)»: variabili sconosciute \(names.joined(separator: ", "))."
  }
}

extension MustacheTemplate {
  /// Renders with every variable answered, or throws naming those that are not.
  func renderStrictly(_ values: [String: Any], name: String) throws -> String {
    let context = StrictContext(values)
    let result = render(context)
    if !context.missing.isEmpty {
      throw UnknownTemplateVariables(template: name, names: context.missing)
    }
    return result
  }
}
