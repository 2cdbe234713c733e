internal import BoardModel
internal import BoardStore
internal import Interchange
internal import SystemCalls

/// Everything that can end a verb early; facts only, ``ErrorPrinter`` words them.
enum Failure: Error {
  /// The command line is wrong.
  case usage(UsageError)
  /// The board's rules say no, or know no such name.
  case board(BoardError)
  /// There is no board to work on.
  case noBoard(NoBoard)
  /// The store could not be read or written.
  case store(StoreError)
  /// A paper could not be read.
  case paper(PaperError, file: String)
  /// A file, a stream or a program.
  case system(SystemError, doing: Doing)
  /// Standard output did not take what was written.
  case output(SystemError)
  /// The change is on disk, but standard output did not take the word of it.
  case savedButUnsaid(ChangeID, SystemError)
  /// A program that is needed did not start or said no.
  case program(String, ended: ProgramEnd)
  /// The person said no.
  case declined
  /// The input is not UTF-8, or larger than a field holds.
  case badInput(BadInput)

  /// What was being done when a call of the system failed.
  enum Doing: Hashable {
    case readingInput
    case readingFile(String)
    case editing
  }

  /// How a program ended.
  enum ProgramEnd: Hashable {
    case missing
    case failed
  }

  /// What is wrong with a text that came in.
  enum BadInput: Hashable {
    case notUTF8(String)
    case tooLarge(String, limit: Int)
    case editedForm(String)
  }
}
