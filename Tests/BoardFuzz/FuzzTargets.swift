import BoardModel
import BoardStore
import CursesTerminal
import InertText
import Interchange
import JSONText
import ScreenGrid
import SystemCalls

/// The readers of bytes from outside, each with what has to hold whatever comes.
enum FuzzTargets {
  static let path = "/b/f.board"
  static let stream = "\(path)/journal/00000000000000aa.jsonl"

  /// An empty board on a disk in memory.
  static let empty: MemoryDisk = {
    let disk = MemoryDisk()
    disk.putDirectory("/b")
    _ = try? Store.create(at: path, settings: BoardSettings(name: "Fuzz"), seam: MemoryProcess(disk))
    return disk
  }()

  static func open(_ file: String, _ bytes: [UInt8], _ mode: Store.Mode = .readOnly) -> (Store?, MemoryDisk) {
    let disk = empty.copy()
    disk.put(file, bytes)
    return (try? Store.open(at: path, mode: mode, seam: MemoryProcess(disk)), disk)
  }

  /// Lines get their right checksum, or nothing but damage would ever be tried.
  static func journalLine(_ bytes: [UInt8]) {
    var journal: [UInt8] = []
    var respelled: [UInt8] = []
    for line in bytes.split(separator: 0x0A) {
      journal += closed(Array(line))
      // The same with a blank behind the brace: the general reader decides instead of the quick one.
      respelled += line.first == UInt8(ascii: "{") ? closed([0x7B, 0x20] + line.dropFirst()) : closed(Array(line))
    }
    let (quick, _) = open(stream, journal, .readWrite)
    let (general, _) = open(stream, respelled)
    guard let quick, let general else { preconditionFailure("a journal of any bytes opens") }
    precondition(quick.health.findings.map(\.kind) == general.health.findings.map(\.kind), "one verdict for both forms")
    precondition(quick.health.newerChanges == general.health.newerChanges, "newer changes are newer in both forms")
    precondition(quick.board.records == general.board.records, "both forms fold to one board")
    guard let changes = try? quick.allChanges() else { preconditionFailure("what was folded is read again") }
    precondition(changes.count == quick.changeCount)
    for change in changes { _ = change.description(on: quick.board) }
    guard quick.health.missingFeatures.isEmpty else { return }
    let author = Author(actor: "x", login: "x", today: CalendarDay(daysSinceEpoch: 18_000))
    let key = "goes-on"
    let isTaken = quick.board.record(.report(key)) != nil
    let added = try? quick.commit(by: author) { (board, id) throws(BoardError) in
      try board.plan(.addReport(key: key, fields: [.title: "t"]), as: id)
    }
    precondition(added != nil || isTaken, "a board of any journal goes on")
  }

  private static func closed(_ line: [UInt8]) -> [UInt8] {
    let body = line.last == UInt8(ascii: "}") ? Array(line.dropLast()) : line
    let sum = ChangeID.hex(UInt64(Checksum.crc32c(body.span)), digits: 8)
    return body + Array(",\"crc\":\"\(sum)\"}\n".utf8)
  }

  static func boardFile(_ bytes: [UInt8]) {
    guard let store = open("\(path)/board.json", bytes, .readWrite).0 else { return }
    let settings = store.board.settings
    guard store.health.missingFeatures.isEmpty else { return }
    guard (try? store.save(settings)) != nil else { preconditionFailure("settings that were read can be written") }
    precondition(store.board.settings == settings)
  }

  static func paper(_ bytes: [UInt8]) {
    guard let reading = try? PaperReader().read(bytes) else { return }
    precondition(!reading.items.isEmpty)
    let again = try? PaperReader().read(bytes)
    precondition(again?.items.count == reading.items.count, "the same paper reads the same")
  }

  static func json(_ bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes) else { return }
    var writer = JSONWriter()
    writer.value(value)
    guard let again = try? JSONValue(parsing: writer.bytes) else { preconditionFailure("what is written is read") }
    var second = JSONWriter()
    second.value(again)
    precondition(writer.bytes == second.bytes, "writing is stable")
  }

  /// A Markdown table of any cells around the words of a paper.
  static func markdown(_ bytes: [UInt8]) {
    let head = Array(
      "# Report on stalking (2019)\n\n| No | Recommendation | Status |\n| --- | --- | --- |\n| 1 | ".utf8)
    paper(head + bytes + Array(" | Complete |\n".utf8))
  }

  static func inertText(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let shown = visible(text)
    for scalar in shown.unicodeScalars {
      let isActive = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let isHidden = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      precondition(!isActive && !isHidden, "nothing that acts on a terminal is left")
    }
    precondition(visible(shown) == shown, "visible text is visible already")
    for limit in [1, 7, 80] {
      precondition(columns(of: truncated(shown, to: limit)) <= limit)
      precondition(columns(of: padded(shown, to: limit)) == limit || columns(of: shown) > limit)
    }
  }

  static func keys(_ bytes: [UInt8]) {
    var whole = KeyDecoder()
    whole.feed(bytes, at: 0)
    var count = 0
    while whole.next(isFinal: true) != nil { count += 1 }
    precondition(count <= bytes.count * 2 + 1, "no key out of nothing")
    var single = KeyDecoder()
    for (time, byte) in bytes.enumerated() {
      single.feed([byte], at: time)
      while single.next(isFinal: false) != nil {}
    }
    while single.next(isFinal: true) != nil {}
  }
}
