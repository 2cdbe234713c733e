package import BoardModel
package import BoardStore
internal import SystemCalls

/// A throw-away copy of the sample board.
///
/// While it is used its file `.running` is locked; one whose process was killed is not, and goes when the next is made.
package struct DemoBoard: ~Copyable {
  /// The board's directory.
  package let path: String
  /// The day it is opened for: 16 May 2019.
  package let today: CalendarDay
  /// Locked as long as this value lives; `nil` where the file system has no locks.
  private let running: OpenFile?

  /// Makes a copy of its own in `$TMPDIR`, else `/tmp`.
  ///
  /// - Throws: ``StoreError/cannotCreate(path:_:)`` and what else creating and writing a board can meet.
  package static func make(world: World) throws(StoreError) -> DemoBoard {
    let parent = world.variable("TMPDIR") ?? "/tmp"
    removeLeftOver(in: parent, world: world)
    let random = world.system.randomBytes(count: 4).reduce(0) { $0 << 8 | UInt64($1) }
    let path = World.path(parent, "demo-\(ChangeID.hex(random, digits: 8)).board")
    // The directory is made here, and fails if it is there: nobody can plant one that others may write to.
    do throws(SystemError) {
      try world.system.makeDirectory(path, mode: 0o700)
    } catch {
      throw .cannotCreate(path: path, error)
    }
    do throws(StoreError) {
      let store = try Store.create(at: path, settings: SampleHistory.settings, seam: world.system)
      try store.record(SampleHistory().changes)
    } catch {
      removeTree(path, world: world)
      throw error
    }
    return DemoBoard(path: path, today: SampleHistory.today, running: lockedMark(in: path, world: world))
  }

  private static let mark = ".running"

  /// Makes the file that is locked as long as the board is used; it gets its name when it is locked already.
  private static func lockedMark(in path: String, world: World) -> OpenFile? {
    let new = World.path(path, mark + ".new")
    do throws(SystemError) {
      let file = try OpenFile(new, [.writeOnly, .create, .exclusive, .noFollow], mode: 0o600, seam: world.system)
      guard try file.tryLock() else { return nil }
      try world.system.rename(new, to: World.path(path, mark))
      return file
    } catch {
      // Without the mark the board works as well; it is only never cleared away by another.
      return nil
    }
  }

  /// Removes this user's throw-away boards whose processes are gone without having removed them.
  private static func removeLeftOver(in parent: String, world: World) {
    for name in (try? world.system.entries(of: parent)) ?? [] where name.hasPrefix("demo-") && name.hasSuffix(".board")
    {
      let path = World.path(parent, name)
      guard let status = try? world.system.linkStatus(at: path), status.kind == .directory,
        status.owner == world.system.userID,
        let file = try? OpenFile(World.path(path, mark), [.writeOnly, .noFollow], seam: world.system),
        (try? file.tryLock()) == true
      else { continue }
      removeTree(path, world: world)
    }
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
