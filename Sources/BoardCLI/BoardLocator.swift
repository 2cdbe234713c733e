internal import SystemCalls

/// Finds the board that a command means.
///
/// `--board`, else `$BOARD_DIR`, else the nearest `*.board` directory upwards from here, else
/// `$XDG_DATA_HOME/board/default.board`.
struct BoardLocator {
  let world: World

  /// The path of the board.
  ///
  /// - Parameter named: The value of `--board`.
  /// - Throws: ``Failure/noBoard(_:)`` when nothing is there, or several boards are in one directory.
  func path(named: String?) throws(Failure) -> String {
    if let named { return try existing(named, named: "--board") }
    if let variable = world.variable("BOARD_DIR") { return try existing(variable, named: "BOARD_DIR") }
    if let nearest = try nearest() { return nearest }
    let standard = defaultPath
    if isDirectory(standard) { return standard }
    throw .noBoard(.noneAnywhere(here: world.system.currentDirectory(), standard: standard))
  }

  private func existing(_ path: String, named origin: String) throws(Failure) -> String {
    guard isDirectory(path) else { throw .noBoard(.notThere(path: path, origin: origin)) }
    return path
  }

  private func nearest() throws(Failure) -> String? {
    var directory = world.system.currentDirectory()
    while true {
      if directory.hasSuffix(".board"), isDirectory(World.path(directory, "journal")) { return directory }
      // A directory that cannot be listed holds no board for this user; the search goes on above it.
      let names = (try? world.system.entries(of: directory)) ?? []
      let boards = names.filter { $0.hasSuffix(".board") && isDirectory(World.path(directory, $0)) }.sorted()
      if boards.count > 1 { throw .noBoard(.several(directory: directory, names: boards)) }
      if let board = boards.first { return World.path(directory, board) }
      if directory == "/" { return nil }
      directory = world.system.directoryPart(of: directory)
    }
  }

  /// Where the board of last resort is.
  var defaultPath: String {
    let data =
      world.variable("XDG_DATA_HOME")
      ?? World.path(world.variable("HOME") ?? world.system.homeDirectory() ?? "/", ".local/share")
    return World.path(data, "board/default.board")
  }

  private func isDirectory(_ path: String) -> Bool {
    // What cannot be looked at is no board for this user; the message names the path.
    (try? world.system.status(at: path))?.kind == .directory
  }
}

/// Why there is no board to work on.
package enum NoBoard: Hashable, Sendable {
  /// The place that was named is no directory.
  case notThere(path: String, origin: String)
  /// Nothing was named, and nothing is here, above or in the default place.
  case noneAnywhere(here: String, standard: String)
  /// Several boards in one directory: which?
  case several(directory: String, names: [String])
}
