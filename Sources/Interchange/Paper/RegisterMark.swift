/// The marks by which register pages give a status: `[on]12 March 2021 [status]Complete[/status][/on]`.
///
/// Pages were met in which a mark is never closed; a status then ends at the next mark or at the end.
struct RegisterMark {
  /// The words of the last status.
  let status: String
  /// The words outside the marks.
  let rest: [UInt8]

  /// Cuts the marks out of a block's words; `nil` when there is no status among them.
  init?(_ words: [UInt8]) {
    guard words.contains(UInt8(ascii: "[")) else { return nil }
    var status: [UInt8]?
    var rest: [UInt8] = []
    var state = State.outside
    var index = 0
    while index < words.count {
      if words[index] == UInt8(ascii: "["), let (next, length) = RegisterMark.mark(words, index) {
        if next == .inStatus { status = [] }
        state = next
        index += length
      } else {
        switch state {
        case .outside: rest.append(words[index])
        case .inStatus: status?.append(words[index])
        case .inDate: break
        }
        index += 1
      }
    }
    guard let found = status.map(RegisterMark.trimmed), !found.isEmpty else { return nil }
    self.status = String(decoding: found, as: UTF8.self)
    self.rest = RegisterMark.trimmed(rest)
  }

  private enum State { case outside, inDate, inStatus }

  private static let marks: [([UInt8], State)] = [
    (Array("[status]".utf8), .inStatus), (Array("[/status]".utf8), .inDate), (Array("[on]".utf8), .inDate),
    (Array("[/on]".utf8), .outside),
  ]

  private static func mark(_ words: [UInt8], _ index: Int) -> (State, Int)? {
    for (mark, state) in marks where words[index...].starts(with: mark) { return (state, mark.count) }
    return nil
  }

  private static func trimmed(_ words: [UInt8]) -> [UInt8] {
    let front = words.drop { $0 == 0x20 }
    guard let last = front.lastIndex(where: { $0 != 0x20 }) else { return [] }
    return Array(front[...last])
  }
}
