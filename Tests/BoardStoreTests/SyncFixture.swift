import BoardModel
import BoardStore
import Foundation
import SystemCalls
import TestSupport
import Testing

/// A bare repository and copies of one board, on the real disk, as several machines have them.
final class SyncFixture {
  let directory: String
  let system = HostSystem()
  var hub: String { "\(directory)/hub.git" }

  /// A hub, and the board `a` of four items that was put into it.
  init() throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("board-sync-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try shell("git init --quiet --bare hub.git")
    let store = try Store.create(at: path("a"), settings: BoardSettings(name: "Test"), seam: system)
    try change(store, StoreFixture.command(0))
    try sync("a", hub)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  func path(_ name: String) -> String { "\(directory)/\(name).board" }

  func open(_ name: String, _ seam: (any SystemSeam)? = nil) throws -> Store {
    try Store.open(at: path(name), mode: .readWrite, seam: seam ?? system)
  }

  /// A further copy, made from the hub.
  func join(_ name: String) throws {
    _ = try SyncRun.join(path(name), to: hub, seam: system)
    try sync(name)
  }

  @discardableResult
  func sync(
    _ name: String, _ remote: String? = nil, startingOver: Bool = false, seam: (any SystemSeam)? = nil
  ) throws -> SyncOutcome {
    let seam = seam ?? system
    return try SyncRun.once(try open(name, seam), with: remote, startingOver: startingOver, seam: seam)
  }

  @discardableResult
  func change(_ store: Store, _ command: Command, as name: String = "K. Ali") throws -> Change? {
    try store.commit(by: StoreFixture.author(name)) { (board, id) throws(BoardError) in
      try board.plan(command, as: id)
    }
  }

  func contents(_ name: String) throws -> BoardContents { BoardContents(try open(name).board) }

  /// Runs a script in the fixture's directory; it has to succeed.
  @discardableResult
  func shell(_ script: String) throws -> String {
    let call = ProgramCall(
      "sh", ["-ec", "cd \"\(directory)\"; \(script)"],
      environment: [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x", "GIT_COMMITTER_NAME": "x",
        "GIT_COMMITTER_EMAIL": "x",
      ], input: .nothing, capturesOutput: true, capturesErrors: true)
    let result = try system.run(call)
    try #require(result.succeeded, "\(String(decoding: result.errors, as: UTF8.self))")
    return String(decoding: result.output, as: UTF8.self)
  }

  /// Changes what the hub holds as somebody with a checkout of it could.
  func forge(_ script: String) throws {
    try shell(
      """
      rm -rf forged; git clone --quiet -b board hub.git forged; cd forged; \(script)
      git add -A; git commit --quiet -m x; git push --quiet origin board
      """)
  }

  /// All bytes of the journals of a copy, by their files.
  func journals(_ name: String) throws -> [String: Data] {
    let journal = "\(path(name))/journal"
    var files: [String: Data] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: journal) {
      files[file] = FileManager.default.contents(atPath: "\(journal)/\(file)")
    }
    return files
  }
}
