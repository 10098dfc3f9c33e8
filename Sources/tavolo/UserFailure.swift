import Foundation
import Indicators
import Ingest
import Reports
import Sample
import Spreadsheet
import Warehouse

/// A mistake a user can mend: one sentence and the exit code the contract gives it.
struct UserFailure: Error {
  let code: Int32
  let message: String

  static func badData(_ message: String) -> UserFailure { UserFailure(code: 65, message: message) }
  static func noInput(_ message: String) -> UserFailure { UserFailure(code: 66, message: message) }
  static func cannotWrite(_ message: String) -> UserFailure {
    UserFailure(code: 73, message: message)
  }
  static func busy(_ message: String) -> UserFailure { UserFailure(code: 75, message: message) }

  init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  /// Nil for what is not a user's mistake.
  init?(_ error: any Error) {
    switch error {
    case let error as UserFailure: self = error
    case let error as DescriptorError: self = .badData("\(error)")
    case let error as UnreadableFile where error.isAbsent: self = .noInput("\(error)")
    case let error as UnreadableFile: self = .badData("\(error)")
    case WorkbookError.cannotWrite(let path, let reason):
      self = .cannotWrite("\(WorkbookError.cannotWrite(path: path, reason: reason))")
    case let error as DisclosureSettingsError: self = .badData("\(error)")
    case let error as TableBriefError: self = .badData("\(error)")
    case let error as PublishedEditionError:
      if case .absent = error {
        self = .noInput("\(error)")
      } else {
        self = .badData("\(error)")
      }
    case let error as PersonErasure.Unreadable: self = .badData("\(error)")
    case let error as KeyFileError: self = UserFailure(code: error.exitCode, message: "\(error)")
    case let error as SampleError:
      let code: Int32 =
        switch error.kind {
        case .usage: 64
        case .reference: 66
        case .output: 73
        }
      self = UserFailure(code: code, message: "\(error)")
    case let error as EditionError:
      if case .forbidden = error {
        self = .badData("\(error)")
      } else {
        self = .cannotWrite("\(error)")
      }
    case let error as CocoaError:
      guard let failure = UserFailure(error) else { return nil }
      self = failure
    default:
      guard let failure = StoreFailure(error) else { return nil }
      self =
        failure.isBusy ? .busy(failure.description) : .cannotWrite(failure.description)
    }
  }
}

extension KeyFileError {
  fileprivate var exitCode: Int32 {
    switch problem {
    case .missing: 66
    case .unwritable: 73
    case .notAFile, .exposed, .length, .unreadable, .foreign, .exhausted: 65
    }
  }
}

/// Ends the process; named apart from ArgumentParser's `exit(withError:)`.
func quit(_ code: Int32) -> Never { exit(code) }
