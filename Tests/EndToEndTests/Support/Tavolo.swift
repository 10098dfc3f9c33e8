import Foundation
import Testing

/// The built command, run as a user runs it.
enum Tavolo {
  struct Run {
    let code: Int32
    let output: String
    let errors: String
  }

  /// Beside the test bundle in the build folder; nil when only the tests were built.
  static let path: String? = {
    let process = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let places =
      CommandLine.arguments.filter { $0.contains(".xctest") } + [process].compactMap(\.self)
    for place in places {
      var folder = URL(fileURLWithPath: place)
      while folder.path != "/" {
        folder = folder.deletingLastPathComponent()
        let command = folder.appendingPathComponent("tavolo").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: command, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return command
        }
      }
    }
    return nil
  }()

  static func run(_ arguments: String...) throws -> Run { try run(arguments) }

  /// A command started and left alone: for tests that end it before its time.
  static func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// - Parameter program: another than the one that was built.
  static func run(_ arguments: [String], input: String? = nil, program: String? = nil) throws -> Run
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(program ?? path))
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    let entry = input.map { _ in Pipe() }
    if let entry { process.standardInput = entry }
    try process.run()
    if let entry, let input {
      entry.fileHandleForWriting.write(Data(input.utf8))
      try entry.fileHandleForWriting.close()
    }
    // A command says little: neither pipe can fill while the other is read.
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      code: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }
}
