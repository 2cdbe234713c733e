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
    case .banner(let words): return "<p class=\"draft\" role=\"note\">\(InertHTML.escaped(words))</p>\n"
    case .title(let words): return "<h1>\(InertHTML.escaped(words))</h1>\n"
    case .heading(let words): return "<h2>\(InertHTML.escaped(words))</h2>\n"
    case .prose(let words): return "<p dir=\"auto\">\(InertHTML.escaped(words))</p>\n"
    case .fact(let name, let value):
      return "<p dir=\"auto\"><strong>\(InertHTML.escaped(name)):</strong> \(InertHTML.escaped(value))</p>\n"
    case .item(let name, let text):
      return "<h3 class=\"item\">\(InertHTML.escaped(name))</h3>\n\(InertHTML.paragraphs(text))"
    case .comments(let name, let text):
      return "<h\(level)>\(InertHTML.escaped(name))</h\(level)>\n\(InertHTML.paragraphs(text))"
    case .blank(let name, let gap):
      let heading = name.map { "<strong>\(InertHTML.escaped($0)):</strong> " } ?? ""
      return "<p class=\"blank\">\(heading)\(InertHTML.escaped(gap.blank))</p>\n"
    }
  }
}
