/// The contracts in English, for who fills in a template: a test holds it to every field there is.
///
/// The names of the fields stay what they are: by them a workbook comes back in.
enum EnglishTemplate {
  /// What a field means; its Italian words where nobody has written the English ones.
  static func meaning(_ italian: String) -> String {
    meaningsAToI[italian] ?? meaningsIToZ[italian] ?? italian
  }
}

extension Field.Kind {
  /// What is written, in the words of the reader.
  func label(_ language: ReceiptLanguage) -> String {
    if language == .it { return label }
    return switch self {
    case .text: "text"
    case .ownWord: "own word"
    case .identifier: "code"
    case .code(let list, _): "code (\(list.rawValue))"
    case .codes(let list): "list (\(list.rawValue))"
    case .comune: "code (municipality)"
    case .comuni: "list (municipalities)"
    case .place: "code (municipality or district)"
    case .date: "day"
    case .month: "month"
    case .integer: "whole number"
    case .decimal: "number"
    case .euro: "euros"
    case .yesNo: "yes or no"
    case .person: "person"
    case .organisation: "code (organisation)"
    case .organisations: "list (organisations)"
    case .cup: "code (CUP)"
    case .ageBand: "age or band"
    case .quantity: "quantity"
    }
  }
}
