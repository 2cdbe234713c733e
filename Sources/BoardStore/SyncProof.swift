import BoardModel
import JSONText

/// Goes along the files of one stream and tells how far they are what this format says.
///
/// The same rule decides what is sent and what is taken: whole lines with right checksums, of their own replica, in
/// the order of their numbers and clocks. Sealed tails are part of a stream.
package struct StreamProof {
  /// What is wrong with a line.
  package enum Fault: Hashable, Sendable {
    /// It is what a merge leaves behind.
    case conflictMarker
    /// Its bytes do not match their checksum.
    case damaged
    /// Its checksum is right, and it is no change.
    case malformed
    /// It is a change of another copy.
    case otherReplica
    /// Its number is not the next one.
    case outOfOrder
    /// Its clock is not after that of the line before it, or far beyond it.
    case clock
    /// The file does not end with a line's end.
    case unfinished
  }

  /// How far a file is sound.
  struct Verdict: Equatable {
    /// The bytes of the sound lines at its beginning.
    var length = 0
    /// How many lines that are.
    var lines = 0
    /// What is wrong with the line after them; nil if there is none.
    var fault: Fault?
  }

  private var next: UInt32 = 1
  private var clock: UInt64 = 0
  private var reader = LineReader()

  init() {}

  /// Checks the next file of the stream, from its start.
  mutating func check(_ bytes: [UInt8], of name: Segment.Name) -> Verdict {
    var verdict = Verdict()
    var scanner = JSONScanner(bytes)
    // A file begun after damage leaves out the numbers of the lines that were lost.
    var mayLeaveOut = name.number > 1
    while let end = LineFormat.lineEnd(in: bytes.span, from: verdict.length) {
      let line = verdict.length..<end
      switch LineFormat.verdict(on: bytes.span.extracting(line)) {
      case .sealed: break
      case .damaged:
        verdict.fault = Self.isConflictMarker(bytes[line]) ? .conflictMarker : .damaged
        return verdict
      case .whole:
        verdict.fault = fault(of: reader.read(&scanner, line), name, mayLeaveOut)
        if verdict.fault != nil { return verdict }
        mayLeaveOut = false
      }
      verdict.length = end + 1
      verdict.lines += 1
    }
    return verdict
  }

  private mutating func fault(
    of reading: LineReader.Reading, _ name: Segment.Name, _ mayLeaveOut: Bool
  ) -> Fault? {
    let id: ChangeID
    let lamport: UInt64
    switch reading {
    case .malformed: return .malformed
    case .change(let change, _): (id, lamport) = (change.id, change.lamport)
    case .newer(let newer, let clock, _): (id, lamport) = (newer, clock)
    }
    if id.replica != name.replica { return .otherReplica }
    if mayLeaveOut ? id.sequence < next : id.sequence != next { return .outOfOrder }
    if lamport <= clock || lamport - clock > 1 << 32 { return .clock }
    next = id.sequence == .max ? .max : id.sequence + 1
    clock = lamport
    return nil
  }

  private static func isConflictMarker(_ line: ArraySlice<UInt8>) -> Bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains { line.starts(with: $0.utf8) }
  }

  /// How many changes stand in whole lines: all that are not sealed tails.
  static func changes(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      if !bytes[start..<end].reversed().starts(with: LineFormat.seal.reversed()) { count += 1 }
      start = end + 1
    }
    return count
  }
}
