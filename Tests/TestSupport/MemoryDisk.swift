import Synchronization
import SystemCalls

/// A disk in memory, with what is durable kept apart from what is only written.
///
/// Several ``MemoryProcess`` values can use one disk, as processes would. Power loss keeps what was synced
/// and, of the rest, any subset of 512-byte pieces that the test chooses.
package final class MemoryDisk: Sendable {
  package let state: Mutex<MemoryDiskState>

  /// Makes a disk with an empty root directory and the clock at the start of 16 May 2019.
  package init() { state = Mutex(MemoryDiskState()) }

  /// A disk of its own with the same contents; nothing is open or locked on it.
  package func copy() -> MemoryDisk {
    let copy = MemoryDisk()
    var contents = state.withLock { state in state }
    contents.locks = [:]
    copy.state.withLock { [contents] state in state = contents }
    return copy
  }

  /// The bytes of a file, or nil if there is none.
  package func contents(_ path: String) -> [UInt8]? {
    state.withLock { state in
      guard let node = state.find(path, following: true), case .file(let file) = state.nodes[node]?.body else {
        return nil
      }
      return file.bytes
    }
  }

  /// Puts a file there, durable at once, or replaces its bytes.
  package func put(_ path: String, _ bytes: [UInt8]) {
    state.withLock { state in
      if let node = state.find(path, following: true) {
        state.nodes[node]?.body = .file(MemoryFile(bytes: bytes, durable: bytes))
        state.nanoseconds += 1
        state.nodes[node]?.modified = state.nanoseconds
      } else {
        state.insert(.file(MemoryFile(bytes: bytes, durable: bytes)), at: path, mode: 0o644)
        state.makeNamesDurable(at: path)
      }
    }
  }

  /// Sets the permission bits of what is at a path.
  package func setMode(_ path: String, _ mode: UInt32) {
    state.withLock { state in if let node = state.find(path, following: true) { state.nodes[node]?.mode = mode } }
  }

  /// Puts a directory there with all those above it, durable at once.
  package func putDirectory(_ path: String, mode: UInt32 = 0o755) {
    state.withLock { state in
      var sofar = ""
      for name in path.split(separator: "/") {
        sofar += "/\(name)"
        if state.find(sofar, following: true) != nil { continue }
        state.insert(.directory(MemoryDirectory()), at: sofar, mode: mode)
        state.makeNamesDurable(at: sofar)
      }
    }
  }

  /// Puts a symbolic link there.
  package func putLink(_ path: String, to target: String) {
    state.withLock { state in _ = state.insert(.link(target), at: path, mode: 0o777) }
  }

  /// Puts a FIFO there.
  package func putFIFO(_ path: String) {
    state.withLock { state in _ = state.insert(.fifo, at: path, mode: 0o644) }
  }

  /// Takes a name away, with what is under it.
  package func remove(_ path: String) { state.withLock { state in _ = state.remove(path) } }

  /// Gives what is at one path another name, replacing what was there.
  package func move(_ path: String, to target: String) {
    state.withLock { state in
      guard let node = state.find(path, following: false) else { return }
      _ = state.remove(path)
      _ = state.remove(target)
      state.link(node, at: target)
    }
  }

  /// Copies a directory and all under it, as `cp -r` would: new files.
  package func copyTree(_ path: String, to target: String) {
    state.withLock { state in state.copyTree(path, to: target) }
  }

  /// The permission bits of what is at a path.
  package func mode(_ path: String) -> UInt32? {
    state.withLock { state in state.find(path, following: true).flatMap { state.nodes[$0]?.mode } }
  }

  /// The paths of all files and directories, sorted.
  package var paths: [String] { state.withLock { state in state.allPaths() } }

  /// The machine loses power: nothing is open or locked any more, and of what was not synced only the chosen
  /// pieces stay.
  ///
  /// - Parameter keeps: Asked for each unsynced 512-byte piece, and each unsynced name, by a running number.
  package func losePower(keeps: (Int) -> Bool) {
    state.withLock { state in state.losePower(keeps: keeps) }
  }

  /// Moves the clocks on.
  package func advance(milliseconds: Int) {
    state.withLock { state in state.nanoseconds += Int64(milliseconds) * 1_000_000 }
  }

  /// Sets how many more bytes fit on the disk; nil is without limit.
  package func setRoom(_ bytes: Int?) { state.withLock { state in state.room = bytes } }
}
