import BoardModel
import JSONText
import SystemCalls

/// Reads many lines again in the order of their changes: each file in large pieces, once from front to back.
struct LineWindows {
  private let segments: [Segment]
  /// The piece of each file that was read last, and where it starts.
  private var windows: [(start: Int, scanner: JSONScanner)]
  private var reader = LineReader()

  init(_ segments: [Segment]) {
    self.segments = segments
    windows = segments.map { _ in (start: 0, scanner: JSONScanner([])) }
  }

  /// The change of a line; `nil` if it no longer stands there.
  mutating func change(at place: LinePlace) throws(SystemError) -> Change? {
    let number = Int(place.segment)
    let length = Int(place.length)
    var start = place.offset - windows[number].start
    if start < 0 || start + length > windows[number].scanner.bytes.count {
      let bytes = try segments[number].held.file.read(count: max(length, StreamReader.chunk), at: place.offset)
      windows[number] = (start: place.offset, scanner: JSONScanner(bytes))
      start = 0
    }
    let line = start..<start + length
    let bytes = windows[number].scanner.bytes
    guard line.upperBound <= bytes.count, LineFormat.verdict(on: bytes.span.extracting(line)) == .whole,
      case .change(let change, _) = reader.read(&windows[number].scanner, line)
    else { return nil }
    return change
  }
}
