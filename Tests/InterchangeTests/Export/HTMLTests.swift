import BoardModel
import Foundation
import Interchange
import Testing

@Suite("HTML: one page that loads nothing, runs nothing and can be read by all")
struct HTMLTests {
  /// What Python's own parser finds wrong with a page; empty for nothing.
  static func faults(_ html: String) throws -> String {
    let checker = """
      import sys
      from html.parser import HTMLParser
      VOID = {"meta", "br", "hr", "img", "link", "input"}
      class Check(HTMLParser):
          def __init__(self):
              super().__init__(); self.open = []; self.level = 0; self.faults = []; self.ids = []
          def handle_starttag(self, tag, attrs):
              names = [n for n, _ in attrs]
              if tag in ("script", "iframe", "object", "embed", "base", "form", "link", "img", "a"): self.faults.append("tag " + tag)
              self.faults += ["attribute " + n for n in names if n.startswith("on") or n in ("href", "src", "style", "srcset")]
              self.ids += [v for n, v in attrs if n == "id"]
              if tag == "th" and "scope" not in names: self.faults.append("th without scope")
              if tag == "html" and dict(attrs).get("lang") is None: self.faults.append("no lang")
              if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
                  if int(tag[1]) > self.level + 1: self.faults.append("heading " + tag + " after h%d" % self.level)
                  self.level = int(tag[1])
              if tag not in VOID: self.open.append(tag)
          def handle_startendtag(self, tag, attrs):
              self.faults += ["attribute " + n for n, _ in attrs if n.startswith("on")]
          def handle_endtag(self, tag):
              if not self.open or self.open.pop() != tag: self.faults.append("end of " + tag)
      check = Check(); check.feed(sys.stdin.read()); check.close()
      if check.open: check.faults.append("open: " + " ".join(check.open))
      if len(set(check.ids)) != len(check.ids): check.faults.append("ids twice")
      print("; ".join(check.faults), end="")
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", checker]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(html.utf8))
    try input.fileHandleForWriting.close()
    let found = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: found, as: UTF8.self)
  }

  static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

  private func hostile() throws -> ExportFixture {
    var fixture = try ExportFixture(text: Hostile.all, title: "\"><script>x</script> & co")
    try fixture.fillGaps()
    try fixture.recorder.run(
      .comment(.chiefOfficerComments, on: .item(fixture.reference(.recommendation, 2)), text: Hostile.all))
    try fixture.recorder.run(.assign([fixture.reference(.recommendation, 1)], owner: "\" onmouseover=alert(1) '"))
    return fixture
  }

  @Test("hostile texts stay text, and the page is well formed", .enabled(if: hasPython, "needs python3"))
  func wellFormed() throws {
    let fixture = try hostile()
    #expect(try Self.faults(try fixture.register().html) == "")
    #expect(try Self.faults(try fixture.register(.forThePublic).html) == "")
    #expect(try Self.faults(try fixture.paper().html) == "")
    #expect(try Self.faults(try ExportFixture().paper().html) == "")
    #expect(try Self.faults(try ExportFixture().register(query: "zebra").html) == "")
  }

  @Test("nothing that acts instead of showing is left: no tag of the data, no bidi, no escape, few marks")
  func inert() throws {
    for page in [try hostile().register().html, try hostile().paper().html] {
      #expect(!page.contains("<script") && !page.contains("<img") && page.contains("&lt;script&gt;"))
      for scalar in ["\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{1B}"] { #expect(!page.contains(scalar)) }
      var run = 0
      var longest = 0
      for scalar in page.unicodeScalars {
        run = scalar == "\u{301}" ? run + 1 : 0
        longest = max(longest, run)
      }
      #expect(longest == 4)
    }
  }

  @Test("the policy allows the page's own style by its hash and nothing else")
  func policy() throws {
    let page = try ExportFixture().register().html
    let style = try #require(page.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first)
    let hash = Data(SHA256.hash(style.utf8)).base64EncodedString()
    #expect(
      page.contains("content=\"default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'\""))
  }

  @Test("the page holds the board in three columns, the clocks and every item in full")
  func contents() throws {
    let page = try ExportFixture().register().html
    for part in [
      "<h3>Awaiting NPCC (1)</h3>", "<h3>Force action (2)</h3>", "<h3>Complete (0)</h3>", "day 37 of 56, 19 days left",
      "Tuesday 4 June 2019", "due 10 Oct · 147 days", "stalking-2019/A1: Area for improvement 1",
      "<html lang=\"en-GB\">",
      "55(5)(a): the body&#39;s comments on the report as a whole",
    ] { #expect(page.contains(part), "\(part)") }
  }

  @Test("the chart counts each day from the items' paths, and undone steps nowhere")
  func chart() throws {
    var fixture = try ExportFixture()
    let first = fixture.reference(.recommendation, 1)
    fixture.recorder.today = try #require(CalendarDay("2019-05-20"))
    try fixture.recorder.run(.move([first], to: .awaitingNPCC, closing: nil, reason: nil))
    fixture.recorder.today = try #require(CalendarDay("2019-05-21"))
    try fixture.recorder.run(
      .move([fixture.reference(.areaForImprovement, 1)], to: .awaitingNPCC, closing: nil, reason: nil))
    try fixture.recorder.undo()
    fixture.recorder.today = try #require(CalendarDay("2019-05-25"))
    let page = try fixture.register().html
    func row(_ day: String, _ counts: Int...) -> String {
      "<tr><th scope=\"row\">\(day)</th>" + counts.map { "<td>\($0)</td>" }.joined() + "</tr>"
    }
    #expect(page.contains(row("16 May 2019", 1, 2, 0)))
    #expect(page.contains(row("20 May 2019", 2, 1, 0)))
    #expect(page.contains(row("25 May 2019", 2, 1, 0)))
    #expect(!page.contains("<th scope=\"row\">21 May 2019</th>"))
    #expect(page.contains("From 16 May 2019: 1 Awaiting NPCC, 2 Force action, 0 Complete; to 25 May 2019"))
    #expect(page.contains("<svg") && page.contains("<title id=\"chart-title\">") && page.contains("role=\"img\""))
  }
}
