package import BoardModel

/// Due dates as an iCalendar file (RFC 5545): one event a day long for each item.
///
/// An event's UID is made of the item's reference and the board's number, so that a calendar that reads a later file
/// moves the event instead of adding one; its SEQUENCE counts the dates that the item had.
package struct DueCalendar {
  private let items: [Item]
  private let board: Board
  private let storeID: UInt64
  private let stamp: Int64

  /// The calendar of some items; those without a due date have no event.
  ///
  /// - Parameters:
  ///   - storeID: The board's own number, the same in every copy.
  ///   - stamp: The moment of making it, in milliseconds since 1970-01-01 UTC.
  package init(of items: [Item], on board: Board, storeID: UInt64, stamp: Int64) {
    self.items = items
    self.board = board
    self.storeID = storeID
    self.stamp = stamp
  }

  /// The file, its lines ended by CR LF.
  package var text: String {
    var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//board//due dates//EN\r\nCALSCALE:GREGORIAN\r\n"
    text += CalendarText.text("X-WR-CALNAME", "\(board.settings.name): due dates")
    for item in items {
      if let due = item.due { text += event(item, due) }
    }
    return text + "END:VCALENDAR\r\n"
  }

  private func event(_ item: Item, _ due: CalendarDay) -> String {
    let name = item.reference.description
    let host = ChangeID.hex(storeID, digits: 16)
    var text = "BEGIN:VEVENT\r\n"
    text += CalendarText.line("UID:\(name.split(separator: "/").joined(separator: "-"))@\(host).board")
    text += CalendarText.line("DTSTAMP:\(DueCalendar.utc(milliseconds: stamp))")
    if let change = item.record.changes.last.map({ board.history[Int($0)] }) {
      text += CalendarText.line("LAST-MODIFIED:\(DueCalendar.utc(milliseconds: change.at))")
    }
    text += CalendarText.line("SEQUENCE:\(max(0, item.record.steps.count { $0.field == .due } - 1))")
    text += CalendarText.line("DTSTART;VALUE=DATE:\(DueCalendar.digits(due))")
    text += CalendarText.line("DTEND;VALUE=DATE:\(DueCalendar.digits(due.adding(days: 1)))")
    text += CalendarText.text("SUMMARY", "\(name) due: \(DueCalendar.beginning(of: item.text))")
    text += CalendarText.text("DESCRIPTION", description(item))
    text += CalendarText.text("CATEGORIES", item.status.title)
    return text + "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
  }

  private func description(_ item: Item) -> String {
    var lines = [item.text, "", "Status: \(item.status.title)", "Owner: \(item.owner ?? "awaiting allocation")"]
    if let title = board.report(item.reference.report)?.title { lines.insert(contentsOf: [title, ""], at: 0) }
    if let original = item.dueOriginal, original != item.due { lines.append("Originally due: \(original.inWords)") }
    return lines.joined(separator: "\n")
  }

  /// The first words, so that the event has a name that a day of a calendar has room for.
  private static func beginning(of text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard line.count > 70 else { return line }
    let head = line.prefix(69)
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return "\(head[..<end])…"
  }

  private static func digits(_ day: CalendarDay) -> String {
    day.description.filter { $0 != "-" }
  }

  /// A moment as `20190516T140210Z`.
  private static func utc(milliseconds: Int64) -> String {
    let seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let second = Int(seconds - days * 86_400)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    let time = two(second / 3600) + two(second / 60 % 60) + two(second % 60)
    return "\(digits(CalendarDay(daysSinceEpoch: Int32(clamping: days))))T\(time)Z"
  }
}
