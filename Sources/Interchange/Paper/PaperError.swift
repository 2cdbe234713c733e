/// Why a paper cannot be read; facts only, ``sentence`` words them.
package enum PaperError: Error, Hashable, Sendable {
  /// No bytes, or nothing but white space.
  case empty
  /// Bytes that are no text; `looksLike` names the format when its first bytes tell (`PDF`, `UTF-16 text`).
  case binary(looksLike: String?)
  /// The first byte that is not UTF-8, counted from 0, and its line from 1.
  case notUTF8(offset: Int, line: Int)
  /// The file is larger than ``PaperLimits/file``.
  case fileTooLarge(bytes: Int)
  /// A line is longer than ``PaperLimits/line``.
  case lineTooLong(line: Int, bytes: Int)
  /// One text would be longer than ``PaperLimits/field``; the line where it starts.
  case fieldTooLong(line: Int, bytes: Int)
  /// More than ``PaperLimits/items`` items.
  case tooManyItems(line: Int)
  /// The text was read, and no recommendation, area for improvement or cause of concern was found.
  case noItems(lines: Int)
}

/// What a file may measure; checked before and while it is read, all or nothing.
package enum PaperLimits {
  /// Bytes of a file: 8 MiB.
  package static let file = 8 << 20
  /// Bytes of a line: 1 MiB.
  package static let line = 1 << 20
  /// Bytes of one field: 64 KiB.
  package static let field = 64 << 10
  /// Items of a paper.
  package static let items = 10_000
}

extension PaperError {
  /// What is wrong with the paper and the way out, without the file's name.
  package var sentence: String {
    switch self {
    case .empty: "the file has no text"
    case .binary(let format?): "this is \(format), not plain text; convert it to text first"
    case .binary(nil): "this is no text file (it holds NUL bytes); convert it to text first"
    case .notUTF8(let offset, let line):
      "line \(line) is not UTF-8 (byte \(offset)); save the paper as UTF-8 text, for example with iconv"
    case .fileTooLarge(let bytes): "the file has \(bytes) bytes; a paper may have \(PaperLimits.file)"
    case .lineTooLong(let line, let bytes):
      "line \(line) has \(bytes) bytes; a line may have \(PaperLimits.line): is this a paper?"
    case .fieldTooLong(let line, let bytes):
      "the text from line \(line) on has \(bytes) bytes; one field may have \(PaperLimits.field)"
    case .tooManyItems(let line):
      "there are more than \(PaperLimits.items) items (the next is on line \(line)); split the paper"
    case .noItems(let lines):
      "no recommendation, area for improvement or cause of concern was found in \(lines) lines of text; "
        + "a label such as “Recommendation 1:” starts an item, and own labels can be named in the settings"
    }
  }
}
