extension Section55Paper {
  /// The paper as one self-contained page.
  package var html: String {
    var body = "<main>\n"
    var isInItem = false
    for part in parts {
      if case .heading = part { isInItem = false }
      if case .item = part { isInItem = true }
      body += Section55Paper.html(part, level: isInItem ? 4 : 3)
    }
    body += "</main>\n"
    return HTMLPage.page(title: "Section 55 response: \(title)", body: body)
  }

  /// - Parameter level: The level of a heading over comments.
  private static func html(_ part: Part, level: Int) -> String {
    switch part {
    case .banner(let words): return "<p class=\"draft\" role=\"note\">\(HTMLText.escaped(words))</p>\n"
    case .title(let words): return "<h1>\(HTMLText.escaped(words))</h1>\n"
    case .heading(let words): return "<h2>\(HTMLText.escaped(words))</h2>\n"
    case .prose(let words): return "<p dir=\"auto\">\(HTMLText.escaped(words))</p>\n"
    case .fact(let name, let value):
      return "<p dir=\"auto\"><strong>\(HTMLText.escaped(name)):</strong> \(HTMLText.escaped(value))</p>\n"
    case .item(let name, let text):
      return "<h3 class=\"item\">\(HTMLText.escaped(name))</h3>\n\(HTMLText.paragraphs(text))"
    case .comments(let name, let text):
      return "<h\(level)>\(HTMLText.escaped(name))</h\(level)>\n\(HTMLText.paragraphs(text))"
    case .blank(let name, let gap):
      let heading = name.map { "<strong>\(HTMLText.escaped($0)):</strong> " } ?? ""
      return "<p class=\"blank\">\(heading)\(HTMLText.escaped(gap.blank))</p>\n"
    }
  }
}
