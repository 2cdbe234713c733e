package import BoardModel
package import BoardStore
internal import SystemCalls

/// A throw-away copy of the sample board.
package struct DemoBoard: Sendable {
  /// The board's directory.
  package let path: String
  /// The day it is opened for: 16 May 2019.
  package let today: CalendarDay

  /// Makes a copy of its own in `$TMPDIR`, else `/tmp`.
  ///
  /// - Throws: ``StoreError/cannotCreate(path:_:)`` and what else creating and writing a board can meet.
  package static func make(world: World) throws(StoreError) -> DemoBoard {
    let parent = world.variable("TMPDIR") ?? "/tmp"
    let random = world.system.randomBytes(count: 4).reduce(0) { $0 << 8 | UInt64($1) }
    let path = World.path(parent, "demo-\(ChangeID.hex(random, digits: 8)).board")
    // The directory is made here, and fails if it is there: nobody can plant one that others may write to.
    do throws(SystemError) {
      try world.system.makeDirectory(path, mode: 0o700)
    } catch {
      throw .cannotCreate(path: path, error)
    }
    let demo = DemoBoard(path: path, today: SampleHistory.today)
    do throws(StoreError) {
      let store = try Store.create(at: path, settings: SampleHistory.settings, seam: world.system)
      try store.record(SampleHistory().changes)
    } catch {
      demo.remove(world: world)
      throw error
    }
    return demo
  }

  /// What to type in another terminal to work on the same board.
  package var invitation: String { "export BOARD_DIR=\(path) BOARD_TODAY=\(today)" }

  /// Removes the copy with all that is in it.
  package func remove(world: World) {
    DemoBoard.removeTree(path, world: world)
  }

  /// Removes a directory that this program made; what cannot be removed stays, and the system's cleaning takes it.
  private static func removeTree(_ path: String, world: World) {
    for name in (try? world.system.entries(of: path)) ?? [] {
      let inner = World.path(path, name)
      if (try? world.system.linkStatus(at: inner))?.kind == .directory {
        removeTree(inner, world: world)
      } else {
        try? world.system.unlink(inner)
      }
    }
    try? world.system.removeDirectory(path)
  }
}
