package import BoardModel
package import BoardStore
package import Interchange
package import SystemCalls

/// Everything that can end a verb early; facts only, ``ErrorPrinter`` words them.
package enum Failure: Error {
  /// The command line is wrong.
  case usage(UsageError)
  /// The board's rules say no, or know no such name.
  case board(BoardError)
  /// The settings file cannot be read at some line.
  case settings(SettingsError)
  /// There is no board to work on.
  case noBoard(NoBoard)
  /// The store could not be read or written.
  case store(StoreError)
  /// Changes could not be exchanged with a remote.
  case sync(SyncError)
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
  /// References were to come from standard input, and none came.
  case nothingNamed
  /// The input is not UTF-8, or larger than a field holds.
  case badInput(BadInput)

  /// What was being done when a call of the system failed.
  package enum Doing: Hashable {
    /// Reading standard input.
    case readingInput
    /// Reading a file that was named.
    case readingFile(String)
    /// Reading the settings file.
    case readingSettings(String)
    /// Writing a file that was named.
    case writingFile(String)
    /// Making the name of a file durable that is written as a whole.
    case confirmingFile(String)
    /// Putting a text into an editor and taking it out again.
    case editing
  }

  /// How a program ended.
  package enum ProgramEnd: Hashable {
    /// It could not be started.
    case missing
    /// It ended with an error.
    case failed
  }

  /// What is wrong with a text that came in.
  package enum BadInput: Hashable {
    /// It is not UTF-8.
    case notUTF8(String)
    /// It is longer than anything a field holds.
    case tooLarge(String, limit: Int)
    /// A line of an edited form that is no heading of it.
    case editedForm(String)
  }
}
