import SystemCalls

/// The one lock of a board, held; signals that would stop the process wait until it is let go.
///
/// It is never held across a person, an editor, a pager or a network.
struct StoreLock: ~Copyable {
  private let file: OpenFile
  private let seam: any SystemSeam
  private let signals: HeldSignals

  /// How long somebody else's lock is waited for, in milliseconds.
  static let patience: Int64 = 5000
  /// How long the lock's text is: always the same, so that one write replaces it whole.
  static let textLength = 128

  /// Takes the lock, trying again with growing, jittered pauses for 5 seconds.
  init(_ directory: BoardDirectory, modes: BoardModes, seam: any SystemSeam) throws(StoreError) {
    let deadline = seam.monotonic() + Self.patience * 1_000_000
    var pause = 1
    while true {
      let file = try Self.openLock(directory, modes: modes, seam: seam)
      let signals = seam.holdSignals()
      do throws(SystemError) {
        // A lock file that was replaced in between locks nobody out: then the new one is taken.
        if try file.tryLock(), try seam.status(at: file.path).isSameFile(as: file.status()) {
          self.file = file
          self.seam = seam
          self.signals = signals
          leaveName()
          return
        }
      } catch {
        seam.releaseSignals(signals)
        throw .writing(error)
      }
      seam.releaseSignals(signals)
      guard seam.monotonic() < deadline else {
        throw .locked(holder: Self.holder(directory, seam: seam))
      }
      seam.sleep(milliseconds: pause + Int(seam.randomNumber() % UInt64(pause + 1)))
      pause = min(pause * 2, 50)
    }
  }

  /// Lets go of the lock, and of the signals held back.
  consuming func release() {}

  deinit {
    // Closing lets go of the lock as well, so a failure here changes nothing.
    try? file.unlock()
    seam.releaseSignals(signals)
  }

  private static func openLock(
    _ directory: BoardDirectory, modes: BoardModes, seam: any SystemSeam
  ) throws(StoreError) -> OpenFile {
    do throws(SystemError) {
      let flags: OpenFlags = [.readWrite, .noFollow, .nonBlocking]
      do throws(SystemError) {
        let file = try OpenFile(directory.lock, flags, seam: seam)
        guard try file.status().kind == .regular else {
          throw SystemError(.open, path: directory.lock, .noDevice)
        }
        return file
      } catch {
        guard error.errno == .noEntry else { throw error }
      }
      // Not in git, so a fresh clone lacks it.
      let file = try OpenFile(directory.lock, flags.union(.create), mode: modes.file, seam: seam)
      try file.setMode(modes.file)
      return file
    } catch {
      throw .writing(error)
    }
  }

  /// Writes who holds the lock, for messages only.
  private func leaveName() {
    let time = seam.localNow()
    let clock = [time.hour, time.minute, time.second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(
      separator: ":")
    let text =
      "\(seam.loginName()) on \(seam.hostName()), process \(seam.processID), since \(clock)"
    var bytes = Array(text.utf8.prefix(Self.textLength - 1))
    bytes += [UInt8](repeating: 0x20, count: Self.textLength - 1 - bytes.count)
    bytes.append(0x0A)
    // A lock without its holder's name is still a lock.
    _ = try? file.write(bytes)
  }

  private static func holder(_ directory: BoardDirectory, seam: any SystemSeam) -> String {
    guard let bytes = try? seam.readFile(directory.lock, limit: 4096, follows: false) else {
      return ""
    }
    let text = String(decoding: bytes.prefix { byte in byte != 0x0A }, as: UTF8.self)
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}
