import Foundation

/// One sample generated and ingested for all the tests that only look at it.
struct LoadedSample: Sendable {
  let workspace: Workspace
  let key: AnswerSheet

  private init() throws {
    workspace = try Workspace()
    try workspace.generateSample(requests: 3000)
    try workspace.ingest()
    key = try AnswerSheet(path: workspace.answerKey)
    // A shared value is never released: its folder goes when the tests are over.
    atexit { if let it = try? LoadedSample.shared.get() { it.workspace.remove() } }
  }

  static let shared = Result { try LoadedSample() }
}
