internal import BoardModel
internal import BoardStore
internal import SystemCalls

extension ErrorPrinter {
  /// What to say about an error of the store.
  static func report(_ error: StoreError) -> ErrorReport {
    switch error {
    case .refused(let refusal): return report(.board(refusal))
    case .noBoard(let path):
      return ErrorReport(
        "no-board", .notFound,
        "there is no board at “\(path)”; make one with `board init`, or look round with `board demo`")
    case .notABoard(let path, let detail):
      return ErrorReport("not-a-board", .notFound, "“\(path)” is no board: \(detail)")
    case .alreadyExists(let path):
      return ErrorReport("exists", .cannotCreate, "“\(path)” exists already; choose another name")
    case .cannotCreate(let path, let reason):
      return ErrorReport("cannot-create", .cannotCreate, "cannot make “\(path)”: \(reason.errno)")
    case .missing(let path):
      return ErrorReport("missing", .notFound, "“\(path)” was there and is gone")
    case .unreadable(let reason):
      return ErrorReport("unreadable", .inputOutput, "“\(reason.path)” could not be read: \(reason.errno)")
    case .planted(let path):
      return ErrorReport(
        "planted", .notPermitted,
        "“\(path)” is a link, a FIFO or a device where a file of the board should be; it was left alone")
    case .locked(let holder):
      return ErrorReport(
        "locked", .tryAgain,
        "the board is locked\(holder.isEmpty ? "" : " by \(holder)"); nothing is saved: try again in a moment")
    case .changedUnderYou(let path):
      return ErrorReport(
        "changed-under-you", .tryAgain, "“\(path)” was replaced while it was written; nothing is saved: try again")
    case .changedMeanwhile(let unmet):
      return ErrorReport(
        "changed-meanwhile", .tryAgain, "\(unmet.sentence); nothing is saved: look at it again, then decide")
    case .openedForReading:
      return ErrorReport("opened-for-reading", .fault, "the board was opened for reading only: a fault of this program")
    case .newerFormat(let features):
      return ErrorReport(
        "newer-format", .notPermitted,
        "this board needs a newer version of the program (\(features.joined(separator: ", "))); it can only be read here"
      )
    case .nothingSaved(let reason):
      return ErrorReport("nothing-saved", .inputOutput, "nothing is saved: \(place(reason))\(reason.errno)")
    case .notConfirmed(let id, let reason):
      return ErrorReport(
        "not-confirmed", .notDurable,
        "change \(id.short) is written, but the disk did not confirm it (\(reason.errno)); check the disk, then `board log`"
      )
    case .writesStopped:
      return ErrorReport("writes-stopped", .notDurable, "an earlier write was not confirmed; nothing more is written")
    case .notPermitted(let reason):
      return ErrorReport("not-permitted", .notPermitted, "not permitted: \(place(reason))\(reason.errno)")
    case .readOnlyFileSystem(let path):
      return ErrorReport("read-only", .notPermitted, "“\(path)” is on a file system mounted for reading only")
    case .redactionUnfinished(let reason):
      return ErrorReport(
        "redaction-unfinished", .inputOutput,
        "only part of the text is erased: \(place(reason))\(reason.errno); give the same command again")
    case .tooLarge(let bytes):
      return ErrorReport("too-large", .badData, "the change would be \(bytes) bytes; the limit is 32 MiB: split it")
    }
  }

  private static func place(_ error: SystemError) -> String { error.path.isEmpty ? "" : "“\(error.path)”: " }
}
