package import BoardModel
package import SystemCalls

/// Why the store could not do what was asked; facts only.
package enum StoreError: Error, Hashable, Sendable {
  /// There is nothing at this path.
  case noBoard(path: String)
  /// What is at this path is no board: `board.json` is missing or says something else.
  case notABoard(path: String, detail: String)
  /// A new board was to be made where something is.
  case alreadyExists(path: String)
  /// A new board could not be made.
  case cannotCreate(path: String, SystemError)
  /// The board, or a file of it, was there and is gone.
  case missing(path: String)
  /// A file could not be read.
  case unreadable(SystemError)
  /// A symbolic link, a FIFO or a device stands where a file of the board should.
  case planted(path: String)
  /// Somebody held the lock for 5 seconds; the holder is from the lock's text, empty if it has none.
  case locked(holder: String)
  /// A file was replaced or written to while it was appended to; nothing is saved.
  case changedUnderYou(path: String)
  /// The board is no longer as the command took for granted; nothing is saved.
  case changedMeanwhile(Precondition.Unmet)
  /// The store was opened for reading.
  case openedForReading
  /// The board uses features that this version lacks.
  case newerFormat(features: [String])
  /// Nothing is saved.
  case nothingSaved(SystemError)
  /// The change is written, but a sync failed: it may not survive a loss of power. Nothing more is written.
  case notConfirmed(ChangeID, SystemError)
  /// An earlier sync failed: this store writes no more; open it again.
  case writesStopped
  /// This user may not write here.
  case notPermitted(SystemError)
  /// The file system is mounted for reading only.
  case readOnlyFileSystem(path: String)
  /// The change would be a line over 32 MiB.
  case tooLarge(bytes: Int)
  /// A text is erased from some files only; doing the same once more goes on with the others.
  case redactionUnfinished(SystemError)
  /// The rules of the board say no.
  case refused(BoardError)
}

extension StoreError {
  /// The error of a failed call while reading.
  static func reading(_ error: SystemError) -> StoreError {
    switch error.errno {
    case .noEntry, .notDirectory: .missing(path: error.path)
    case .symbolicLink, .noDevice: .planted(path: error.path)
    case .invalidArgument where error.call == .open: .planted(path: error.path)
    case .accessDenied, .notPermitted: .notPermitted(error)
    default: .unreadable(error)
    }
  }

  /// The error of a failed call while writing, when nothing was saved.
  static func writing(_ error: SystemError) -> StoreError {
    switch error.errno {
    case .symbolicLink, .noDevice: .planted(path: error.path)
    case .invalidArgument where error.call == .open: .planted(path: error.path)
    case .accessDenied, .notPermitted: .notPermitted(error)
    case .readOnlyFileSystem: .readOnlyFileSystem(path: error.path)
    default: .nothingSaved(error)
    }
  }
}
