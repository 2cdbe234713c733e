import BoardModel
import JSONText
import SystemCalls

/// Reads what is new in one stream, change by change, and notes what is wrong with it.
struct StreamReader {
  /// The change that was found last.
  enum Found {
    /// None yet, or no more.
    case none
    /// It is taken apart in ``StreamReader/scanned``, its texts still in the buffer.
    case scanned
    /// It was of another form than the usual one.
    case change(Change)
  }

  let stream: Stream
  private(set) var findings: [StoreHealth.Finding] = []
  private(set) var newer = 0
  private(set) var missingFeatures: [String] = []
  /// The largest clock seen, also of changes of a newer format.
  private(set) var largestClock: UInt64 = 0
  private(set) var found = Found.none
  private(set) var scanned = ScannedLine()
  /// Where the change that was found last stands.
  private(set) var place = LinePlace(segment: 0, length: 0, offset: 0)
  private(set) var buffer: [UInt8] = []
  private var current = 0
  /// Where the buffer starts in the file.
  private var bufferStart = 0
  /// The place in the buffer of the next line.
  private var position = 0
  private var fileEnd = 0
  private var isOpen = false
  /// Whether the line at `position` is over the limit and is being passed over.
  private var isSkipping = false
  private var skipped = 0

  /// How much is read at a time: large enough for few calls, small enough for the cache, and for the allocator to give
  /// the same memory again instead of asking the system for cleared pages.
  static let chunk = 1 << 16

  init(_ stream: Stream) { self.stream = stream }

  /// The place in the order of the change that was found last; nil for none.
  var order: Change.OrderKey? {
    switch found {
    case .none: nil
    case .scanned: scanned.order
    case .change(let change): change.order
    }
  }

  /// Goes to the next change of the stream, after the last of which ``found`` is none.
  mutating func advance(_ reader: inout LineReader) throws(SystemError) {
    found = .none
    while current < stream.segments.count {
      let segment = stream.segments[current]
      if !isOpen { try begin(segment) }
      if let end = LineFormat.lineEnd(in: buffer.span, from: position) {
        if take(position..<end, of: segment, &reader) { return }
      } else if bufferStart + buffer.count < fileEnd {
        try fill(segment)
      } else {
        finish(segment)
      }
    }
  }

  private mutating func begin(_ segment: Segment) throws(SystemError) {
    segment.status = try segment.held.file.status()
    bufferStart = segment.consumed
    fileEnd = segment.status.size
    buffer = []
    position = 0
    isOpen = true
  }

  private mutating func fill(_ segment: Segment) throws(SystemError) {
    remember(segment)
    var left = buffer.count - position
    if left > LineFormat.longest {
      isSkipping = true
      skipped += left
      left = 0
    }
    let start = bufferStart + buffer.count - left
    // A line longer than the buffer doubles it, so that a long line costs no more than twice its length.
    let wanted = min(fileEnd - start, max(Self.chunk, left * 2))
    let bytes = try segment.held.file.read(count: wanted, at: start)
    if bytes.count < wanted { fileEnd = start + bytes.count }
    buffer = bytes
    bufferStart = start
    position = 0
  }

  /// Takes the line at a range of the buffer, which a LF follows.
  private mutating func take(_ line: Range<Int>, of segment: Segment, _ reader: inout LineReader) -> Bool {
    let offset = bufferStart + line.lowerBound - skipped
    let length = line.count + skipped
    position = line.upperBound + 1
    segment.consumed = bufferStart + position
    segment.lines += 1
    if isSkipping || length > LineFormat.longest {
      isSkipping = false
      skipped = 0
      note(.tooLong, segment, offset, length)
      return false
    }
    let verdict = LineFormat.verdict(on: buffer.span.extracting(line))
    if verdict != .damaged {
      segment.digest = LineFormat.adding(buffer.span.extracting(line), verdict, to: segment.digest)
    }
    switch verdict {
    case .whole: return read(line, of: segment, offset, &reader)
    case .sealed: note(.sealed, segment, offset, length)
    case .damaged: note(.damaged, segment, offset, length)
    }
    return false
  }

  /// Reads a whole line; whether it is the next change of the stream.
  private mutating func read(
    _ line: Range<Int>, of segment: Segment, _ offset: Int, _ reader: inout LineReader
  ) -> Bool {
    let bytes = buffer
    if reader.scan(bytes.span, line, into: &scanned) {
      guard follows(scanned.id, scanned.lamport, line, segment, offset) else { return false }
      found = .scanned
    } else {
      var scanner = JSONScanner(buffer)
      switch reader.readAnyForm(&scanner, line) {
      case .malformed:
        note(.malformed, segment, offset, line.count)
        return false
      case .newer(let id, let clock, let must):
        guard follows(id, clock, line, segment, offset) else { return false }
        newer += 1
        missingFeatures += must
        return false
      case .change(let change, let isPartial):
        guard follows(change.id, change.lamport, line, segment, offset) else { return false }
        if isPartial { newer += 1 }
        found = .change(change)
      }
    }
    place = LinePlace(segment: Int32(segment.index), length: Int32(line.count), offset: offset)
    return true
  }

  /// Whether a change is the stream's own and comes after those before it; notes it if not.
  private mutating func follows(
    _ id: ChangeID, _ clock: UInt64, _ line: Range<Int>, _ segment: Segment, _ offset: Int
  ) -> Bool {
    guard id.replica == stream.replica, id.sequence > 0 else {
      note(.foreign(id), segment, offset, line.count)
      return false
    }
    guard id.sequence >= stream.next else {
      let isSame = known(before: offset)[id.sequence] == identity(of: id, line)
      note(isSame ? .duplicate(id) : .clash(id), segment, offset, line.count)
      return false
    }
    guard clock > stream.clock else {
      note(.clockWentBack(id), segment, offset, line.count)
      return false
    }
    guard clock - stream.clock <= 1 << 32 else {
      note(.clockJumped(id), segment, offset, line.count)
      return false
    }
    if id.sequence - stream.next > stream.unexplained {
      note(.gap(from: stream.next, through: id.sequence - 1), segment, offset, line.count)
    }
    stream.unexplained = 0
    stream.next = id.sequence == .max ? .max : id.sequence + 1
    stream.clock = clock
    largestClock = max(largestClock, clock)
    if stream.known != nil { stream.known?[id.sequence] = identity(of: id, line) }
    return true
  }

  private func identity(of id: ChangeID, _ line: Range<Int>) -> LineIdentity {
    LineIdentity(
      nonce: id.nonce, length: line.count,
      end: Array(buffer[line].suffix(LineFormat.tailLength)))
  }

  /// What each number's line was, from the stream up to a place in the present file read once more.
  ///
  /// A file that cannot be read now leaves the list short: then the line counts as another one, the graver finding.
  private func known(before offset: Int) -> [UInt32: LineIdentity] {
    if let known = stream.known { return known }
    var known: [UInt32: LineIdentity] = [:]
    var reader = LineReader()
    for segment in stream.segments[...current] {
      let end = segment === stream.segments[current] ? offset : segment.consumed
      guard let bytes = try? segment.held.file.read(count: end, at: 0) else { continue }
      var again = JSONScanner(bytes)
      var start = 0
      while let end = LineFormat.lineEnd(in: bytes.span, from: start) {
        defer { start = end + 1 }
        guard LineFormat.verdict(on: bytes.span.extracting(start..<end)) == .whole else { continue }
        let id: ChangeID
        switch reader.read(&again, start..<end) {
        case .change(let change, _): id = change.id
        case .newer(let newer, _, _): id = newer
        case .malformed: continue
        }
        guard id.replica == stream.replica, known[id.sequence] == nil else { continue }
        known[id.sequence] = LineIdentity(
          nonce: id.nonce, length: end - start,
          end: Array(bytes[start..<end].suffix(LineFormat.tailLength)))
      }
    }
    stream.known = known
    return known
  }

  private mutating func note(_ kind: StoreHealth.Kind, _ segment: Segment, _ offset: Int, _ length: Int) {
    findings.append(
      StoreHealth.Finding(
        kind: kind, file: segment.shownPath, line: segment.lines, offset: offset, length: length))
    guard kind.isDamage else { return }
    segment.isDamaged = true
    switch kind {
    case .damaged, .malformed, .tooLong: stream.unexplained += 1
    default: break
    }
  }

  /// Keeps the end of what was read as lines, if any of it is in the buffer.
  private func remember(_ segment: Segment) {
    guard position > 0 else { return }
    segment.lastBytes = Array(buffer[max(0, position - Segment.comparedLength)..<position])
  }

  private mutating func finish(_ segment: Segment) {
    remember(segment)
    segment.torn = fileEnd - segment.consumed
    isSkipping = false
    skipped = 0
    isOpen = false
    current += 1
  }
}
