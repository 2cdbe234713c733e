import BoardModel
import Interchange
import Testing

@Suite("Markdown: texts mean nothing but themselves")
struct MarkdownTests {
  @Test("hostile lines are escaped wherever they stand")
  func escaped() throws {
    let page = try ExportFixture(text: Hostile.all, title: Hostile.link).register().markdown
    for part in [
      #"\<script\>"#, #"\[click\](javascript:"#, "\\# heading", #"\`\`\`"#, #"\| a \| b \|"#, #"\---"#, #"1\. one"#,
      #"\* star"#, #"\> quote"#, #"\+ plus"#, #"\&lt;b\&gt; \~\~x\~\~ \$y\$"#, #"https\://"#, #"www\.example"#,
    ] { #expect(page.contains(part), "\(part)") }
    for scalar in ["\u{202E}", "\u{1B}", "\u{200B}"] { #expect(!page.contains(scalar)) }
    #expect(!page.contains("\n# heading") && !page.contains("\n<script") && !page.contains(" <script"))
  }

  @Test("a table row stays one line with its own cells")
  func rows() throws {
    let page = try ExportFixture(text: "a | b\nc").register().markdown
    let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| stalking-2019/R1") })
    #expect(row.hasSuffix(#"| a \| b c |"#))
  }

  @Test("the paper's blanks and headings are the paper's own")
  func paper() throws {
    let text = try ExportFixture(text: "# not a heading").paper().markdown
    #expect(text.hasPrefix("**DRAFT, not ready: 6 statutory gaps**\n"))
    #expect(text.contains("\n### Recommendation 1\n\n\\# not a heading\n"))
    #expect(text.contains("**[ blank: publication of the response, 55(5) ]**"))
  }
}
