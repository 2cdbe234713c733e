internal import BoardCLI
internal import BoardModel
internal import BoardStore
internal import Interchange
internal import SystemCalls

/// Writes a meeting's minutes beside each other as text and as Markdown.
struct MinutesFiles {
  let store: Store
  let world: World

  /// Writes both files, each as a whole or not at all.
  ///
  /// - Parameter path: The path without `.txt` and `.md`; `~/` at its beginning is the home directory.
  /// - Returns: The files that were written, and why one was not; `nil` when all is well.
  func write(_ id: String, to path: String, replacing: Bool) -> (files: [String], failure: String?) {
    guard let meeting = store.board.meeting(id) else { return ([], "there is no meeting \(id)") }
    let document: MeetingDocument
    do throws(StoreError) {
      document = Minutes(of: meeting, on: store.board, changes: try store.allChanges()).document
    } catch {
      return ([], Sentence.of(error))
    }
    let base = expanded(path)
    let files = [("\(base).txt", document.lines(.text)), ("\(base).md", document.lines(.markdown))]
    if !replacing {
      // Both names are looked at first, so that a second try does not meet half of the first.
      for (file, _) in files where (try? world.system.linkStatus(at: file)) != nil {
        return ([], "“\(file)” is there already")
      }
    }
    var written: [String] = []
    for (file, lines) in files {
      let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
      if let failure = CommandLineFace.write(bytes, to: file, replacing: replacing, beside: store.path, world: world) {
        return (written, failure)
      }
      written.append(file)
    }
    return (written, nil)
  }

  private func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = world.system.environment("HOME"), !home.isEmpty else { return path }
    return home + path.dropFirst()
  }
}
