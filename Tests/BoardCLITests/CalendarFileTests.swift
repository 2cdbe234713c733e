import Foundation
import TestSupport
import Testing

/// An iCalendar file read by rules of its own: RFC 5545, sections 3.1 and 3.3.11.
private struct CalendarFile {
  var lines: [String] = []
  var events: [[String: String]] = []
  var faults: [String] = []

  init(_ text: String) {
    let raw = text.components(separatedBy: "\r\n")
    if raw.last != "" { faults.append("the last line has no end") }
    for line in raw.dropLast() {
      if line.utf8.count > 75 { faults.append("longer than 75 octets: \(line)") }
      if line.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\u{202E}" }) {
        faults.append("not inert: \(line)")
      }
      if line.hasPrefix(" ") {
        guard !lines.isEmpty else { faults.append("begins with a fold"); continue }
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(line)
      }
    }
    var event: [String: String]?
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { faults.append("no value: \(line)"); continue }
      let name = String(line[..<colon])
      let value = CalendarFile.unescaped(String(line[line.index(after: colon)...]))
      switch line {
      case "BEGIN:VEVENT": event = [:]
      case "END:VEVENT":
        events.append(event ?? [:])
        event = nil
      default:
        if event?[name] != nil { faults.append("\(name) twice") }
        event?[name] = value
      }
    }
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}

@Suite("Due dates for a calendar")
struct CalendarFileTests {
  private static let hostile =
    "Ends; all, here\\ \u{202E}evil\u{1B}[31m\nEND:VEVENT\nBEGIN:VALARM — é🙂 "
    + String(repeating: "ünd so weiter ", count: 20)

  @Test("each open item with a date is one event of one day, and hostile text stays text")
  func events() throws {
    let officer = Officer.withBoard()
    officer.board("edit", "R1", "text=\(Self.hostile)", "owner=Zoë; Ali, DCI")
    let file = CalendarFile(officer.board("due", "--ics").output)
    #expect(file.faults == [])
    #expect(file.lines.prefix(3) == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//board//due dates//EN"])
    #expect(file.lines.last == "END:VCALENDAR")
    #expect(!file.lines.contains("BEGIN:VALARM"))
    #expect(file.events.count == 2)
    let event = try #require(file.events.last)
    #expect(event["DTSTART;VALUE=DATE"] == "20191010")
    #expect(event["DTEND;VALUE=DATE"] == "20191011")
    #expect(event["SUMMARY"]?.hasPrefix("stalking-2019/R1 due: Ends; all, here\\ ") == true)
    let description = try #require(event["DESCRIPTION"])
    #expect(description.contains("END:VEVENT\nBEGIN:VALARM — é🙂 ünd so weiter"))
    #expect(description.contains("Owner: Zoë; Ali, DCI"))
    #expect(event["CATEGORIES"] == "Force action")
    #expect(event["DTSTAMP"] == "20190516T000000Z")
  }

  @Test("a revised date keeps its UID and counts its sequence up; another board has other UIDs")
  func revised() throws {
    let officer = Officer.withBoard()
    func event(_ officer: Officer) -> [String: String]? {
      CalendarFile(officer.board("due", "--ics").output).events.first { $0["SUMMARY"]?.contains("/R1 ") == true }
    }
    let before = try #require(event(officer))
    officer.board("due", "R1", "2019-11-30", "--reason", "agreed")
    let after = try #require(event(officer))
    #expect(before["UID"] == after["UID"])
    #expect(before["UID"]?.hasPrefix("stalking-2019-R1@") == true)
    #expect(before["SEQUENCE"] == "0" && after["SEQUENCE"] == "1")
    #expect(after["DTSTART;VALUE=DATE"] == "20191130")
    #expect(after["DESCRIPTION"]?.contains("Originally due: 10 October 2019") == true)
  }

  @Test("an empty calendar is one, limits hold, and -o writes a file")
  func file() throws {
    let officer = Officer.withBoard()
    #expect(CalendarFile(officer.board("due", "--ics", "--before", "2000-01-01").output).events.isEmpty)
    #expect(CalendarFile(officer.board("due", "--ics", "--within", "30d").output).events.count == 1)
    #expect(officer.board("due", "--ics", "-o", "/due.ics").output.hasPrefix("Wrote /due.ics: ics, 2 items, "))
    let bytes = try #require(officer.disk.contents("/due.ics"))
    #expect(CalendarFile(String(decoding: bytes, as: UTF8.self)).events.count == 2)
    #expect(officer.board("due", "--ics", "-o", "/due.ics").status == 73)
    #expect(officer.board("due", "-o", "/due.txt").status == 64)
  }
}
