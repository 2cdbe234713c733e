import BoardModel
import JSONText
import SystemCalls

/// Reads what is new in one stream, change by change, and notes what is wrong with it.
final class StreamReader {
  /// A change and where it stands.
  struct Found {
    let change: Change
    let place: LinePlace
  }

  let stream: Stream
  private(set) var findings: [StoreHealth.Finding] = []
  private(set) var newer = 0
  private(set) var missingFeatures: [String] = []
  /// The largest clock seen, also of changes of a newer format.
  private(set) var largestClock: UInt64 = 0
  private var current = 0
  private var scanner = JSONScanner([])
  /// Where the buffer starts in the file.
  private var bufferStart = 0
  /// The place in the buffer of the next line.
  private var position = 0
  private var fileEnd = 0
  private var isOpen = false
  /// Whether the line at `position` is over the limit and is being passed over.
  private var isSkipping = false
  private var skipped = 0

  /// How much is read at a time: large enough for few calls, small enough for the cache.
  static let chunk = 1 << 20

  init(_ stream: Stream) { self.stream = stream }

  /// The next change of the stream; nil when all was read.
  func next(_ reader: inout LineReader) throws(SystemError) -> Found? {
    while current < stream.segments.count {
      let segment = stream.segments[current]
      if !isOpen { try begin(segment) }
      if let end = LineFormat.lineEnd(in: scanner.bytes.span, from: position) {
        if let found = take(position..<end, of: segment, &reader) { return found }
      } else if bufferStart + scanner.bytes.count < fileEnd {
        try fill(segment)
      } else {
        finish(segment)
      }
    }
    return nil
  }

  private func begin(_ segment: Segment) throws(SystemError) {
    segment.status = try segment.held.file.status()
    bufferStart = segment.consumed
    fileEnd = segment.status.size
    scanner = JSONScanner([])
    position = 0
    isOpen = true
  }

  private func fill(_ segment: Segment) throws(SystemError) {
    remember(segment)
    var left = scanner.bytes.count - position
    if left > LineFormat.longest {
      isSkipping = true
      skipped += left
      left = 0
    }
    let start = bufferStart + scanner.bytes.count - left
    // A line longer than the buffer doubles it, so that a long line costs no more than twice its length.
    let wanted = min(fileEnd - start, max(Self.chunk, left * 2))
    let bytes = try segment.held.file.read(count: wanted, at: start)
    if bytes.count < wanted { fileEnd = start + bytes.count }
    scanner = JSONScanner(bytes)
    bufferStart = start
    position = 0
  }

  /// Takes the line at a range of the buffer, which a LF follows.
  private func take(_ line: Range<Int>, of segment: Segment, _ reader: inout LineReader) -> Found? {
    let offset = bufferStart + line.lowerBound - skipped
    let length = line.count + skipped
    position = line.upperBound + 1
    segment.consumed = bufferStart + position
    segment.lines += 1
    if isSkipping || length > LineFormat.longest {
      isSkipping = false
      skipped = 0
      note(.tooLong, segment, offset, length)
      return nil
    }
    switch LineFormat.verdict(on: scanner.bytes.span.extracting(line)) {
    case .whole: return read(line, of: segment, offset, &reader)
    case .sealed: note(.sealed, segment, offset, length)
    case .damaged: note(.damaged, segment, offset, length)
    }
    return nil
  }

  private func read(
    _ line: Range<Int>, of segment: Segment, _ offset: Int, _ reader: inout LineReader
  ) -> Found? {
    let reading = reader.read(&scanner, line)
    switch reading {
    case .malformed:
      note(.malformed, segment, offset, line.count)
      return nil
    case .newer(let id, let clock, let must):
      guard follows(id, clock, line, segment, offset) else { return nil }
      newer += 1
      missingFeatures += must
      return nil
    case .change(let change, let isPartial):
      guard follows(change.id, change.lamport, line, segment, offset) else { return nil }
      if isPartial { newer += 1 }
      return Found(
        change: change,
        place: LinePlace(segment: Int32(segment.index), length: Int32(line.count), offset: offset))
    }
  }

  /// Whether a change is the stream's own and comes after those before it; notes it if not.
  private func follows(
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
      end: Array(scanner.bytes[line].suffix(LineFormat.tailLength)))
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

  private func note(_ kind: StoreHealth.Kind, _ segment: Segment, _ offset: Int, _ length: Int) {
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
    segment.lastBytes = Array(scanner.bytes[max(0, position - Segment.comparedLength)..<position])
  }

  private func finish(_ segment: Segment) {
    remember(segment)
    segment.torn = fileEnd - segment.consumed
    isSkipping = false
    skipped = 0
    isOpen = false
    current += 1
  }
}
