import BoardModel
import Interchange
import Testing

@Suite("CSV: rows that a spreadsheet reads and never runs")
struct CSVTests {
  @Test(
    "a cell that a spreadsheet would run gets a leading apostrophe",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "  =1", "\u{A0}=1",
      "\u{3000}-1", "\u{2003}+1", "\u{FEFF}=1", "=\u{301}1", "\u{200B}=1",
    ])
  func formulas(cell: String) {
    let row = CSVText.row([cell])
    #expect(row.hasPrefix("'") || row.hasPrefix("\"'"), "\(row)")
  }

  @Test("plain cells stay as they are", arguments: ["1", "a=b", "10-12", "", "£5"])
  func plain(cell: String) {
    #expect(CSVText.row([cell]) == cell + "\r\n")
  }

  @Test("quotes, commas and line ends are quoted after RFC 4180")
  func quoting() {
    #expect(CSVText.row(["a,b", "say \"x\"", "two\nlines", "c"]) == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",c\r\n")
  }

  @Test("every row has a cell for each column of the header, whatever the texts hold")
  func columns() throws {
    var fixture = try ExportFixture(text: Hostile.all)
    try fixture.recorder.run(.note(fixture.reference(.recommendation, 1), text: "a,\"b\"\r\nc", isPrivate: false))
    let rows = CSVRows.read(try fixture.register().csv)
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    #expect(rows[0].prefix(2) == ["ref", "report"])
    #expect(rows.dropFirst().map { $0[0] } == ["R1", "R2", "A1"].map { "stalking-2019/\($0)" })
    let digest = try #require(rows[0].firstIndex(of: "digest"))
    #expect(Set(rows.dropFirst().map { $0[digest] }).count == 1)
  }
}

/// A reader of RFC 4180, for tests.
enum CSVRows {
  static func read(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var quoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if quoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if scalars.first == "\"" {
          cell.append(scalar)
          scalars.removeFirst()
        } else {
          quoted = false
        }
      } else if scalar == "\"" {
        quoted = true
      } else if scalar == "," || scalar == "\r" {
        row.append(String(cell))
        cell = String.UnicodeScalarView()
        if scalar == "\r" {
          rows.append(row)
          row = []
          scalars.removeFirst()
        }
      } else {
        cell.append(scalar)
      }
    }
    return rows
  }
}
