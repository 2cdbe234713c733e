import BoardModel
import SystemCalls

/// A file kept open, so that its inode number cannot be given to another while we watch its path.
final class HeldFile {
  let file: OpenFile

  init(_ file: consuming OpenFile) { self.file = file }
}

/// One file of a stream and how far it was read.
final class Segment {
  /// Where a file stands and what it is part of.
  struct Name: Hashable {
    /// The copy of the store that writes it.
    let replica: UInt64
    /// 1 for the first file of a stream; 2 and up for those begun after damage.
    let number: Int

    /// The file's name.
    var text: String {
      let stem = ChangeID.hex(replica, digits: 16)
      return number == 1 ? "\(stem).jsonl" : "\(stem).\(number).jsonl"
    }

    init(replica: UInt64, number: Int) {
      self.replica = replica
      self.number = number
    }

    /// Reads a file's name; nil if it names no stream.
    init?(_ text: String) {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2 || parts.count == 3, parts.last == "jsonl", parts[0].utf8.count == 16,
        let replica = LineFormat.hexadecimal(Array(parts[0].utf8).span)
      else { return nil }
      self.init(replica: replica, number: parts.count == 2 ? 1 : Int(parts[1]) ?? 0)
      guard self.text == text, parts.count == 2 || number > 1 else { return nil }
    }
  }

  let name: Name
  let path: String
  /// Its place in the list of all segments.
  let index: Int
  let held: HeldFile
  /// The status when it was last read.
  var status: FileStatus
  /// How many bytes were read as whole lines: up to and including the last LF.
  var consumed = 0
  /// How many lines that were.
  var lines = 0
  /// The digest of those lines.
  var digest: UInt64 = 0
  /// How many bytes stand behind them.
  var torn = 0
  /// The last bytes that were read as lines, to see whether they are still there.
  var lastBytes: [UInt8] = []
  /// Whether this process has made its name durable: whoever created it may have been stopped before that.
  var hasDurableName = false
  /// Whether it holds damage: then nothing more is appended to it.
  var isDamaged = false

  init(_ name: Name, path: String, index: Int, held: HeldFile, status: FileStatus) {
    self.name = name
    self.path = path
    self.index = index
    self.held = held
    self.status = status
  }

  /// How many bytes of the end are compared.
  static let comparedLength = 64

  /// The path within the board directory, for findings.
  var shownPath: String { "journal/\(name.text)" }
}

/// Where a change's line stands.
struct LinePlace {
  let segment: Int32
  let length: Int32
  let offset: Int
}

/// All files of one copy's stream, and how far its numbers and clock have come.
final class Stream {
  let replica: UInt64
  var segments: [Segment] = []
  /// The number the next change should have.
  var next: UInt32 = 1
  /// The clock of its last change.
  var clock: UInt64 = 0
  /// How many damaged lines stand since the last good one: that many missing numbers are accounted for.
  var unexplained: UInt32 = 0
  /// What each number's line was; made only when a number comes twice.
  var known: [UInt32: LineIdentity]?

  init(replica: UInt64) { self.replica = replica }
}

/// Enough of a line to tell whether another is the same, byte by byte.
struct LineIdentity: Hashable {
  let nonce: UInt32
  let length: Int
  let end: [UInt8]
}
