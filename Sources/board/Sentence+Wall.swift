internal import BoardStore
internal import InertText
internal import SystemCalls

extension Sentence {
  /// Why the wall shows an old board: it is missing, cannot be read, or is damaged.
  ///
  /// - Parameter names: Whether paths may be named; a wall for the public names none.
  static func onWall(_ error: StoreError, names: Bool, _ system: any SystemSeam) -> String {
    func place(_ path: String) -> String { names ? " (\(path))" : "" }
    switch error {
    case .noBoard(let path), .missing(let path):
      return "the board is missing: moved, or its disk is not mounted\(place(path))"
    case .notABoard(let path, let detail):
      // A directory without its board file is where a disk is to be mounted.
      if let fault = boardFileFault(path, system), fault == .noEntry || fault == .notDirectory {
        return "the board is missing: its directory is there without it, as when a disk is not mounted\(place(path))"
      }
      return "the board is damaged: \(detail); restore it from a copy\(place(path))"
    case .unreadable(let cause), .notPermitted(let cause):
      return "the board cannot be read: \(cause.errno)\(place(cause.path))"
    case .planted(let path): return "the board cannot be read: a file of it is a link or a device\(place(path))"
    default: return of(error)
    }
  }

  private static func boardFileFault(_ path: String, _ system: any SystemSeam) -> Errno? {
    do throws(SystemError) {
      _ = try system.status(at: "\(path)/board.json")
      return nil
    } catch {
      return error.errno
    }
  }

  /// That damaged or newer lines are left out; `nil` when there are none.
  static func leftOut(_ health: StoreHealth) -> String? {
    let damaged = health.damage.count
    if damaged > 0 { return "\(damaged) damaged \(damaged == 1 ? "line" : "lines") left out: run board check" }
    let newer = health.newerChanges
    guard newer > 0 else { return nil }
    return "\(newer) newer \(newer == 1 ? "change" : "changes") not shown: this board was written by a newer version"
  }

  /// That another store took the place of the one that was shown.
  ///
  /// - Parameters:
  ///   - isOther: Whether it is another board, not a copy of the same one.
  ///   - lost: How many of the changes shown before it lacks.
  static func replaced(isOther: Bool, lost: Int) -> String {
    if isOther { return "the board was replaced: another board stands in its place" }
    let rest = lost > 0 ? "; it holds \(lost) \(lost == 1 ? "change" : "changes") fewer" : ""
    return "the board was replaced: a copy of it, restored or mounted anew, stands in its place\(rest)"
  }
}
