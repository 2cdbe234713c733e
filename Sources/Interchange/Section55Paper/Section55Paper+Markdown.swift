extension Section55Paper {
  /// The paper as Markdown.
  package var markdown: String {
    parts.map { part in
      switch part {
      case .banner(let words): "**\(words)**"
      case .title(let words): "# \(words)"
      case .heading(let words): "## \(words)"
      case .prose(let words): InertMarkdown.line(words)
      case .fact(let name, let value): "**\(name):** \(InertMarkdown.line(value))"
      case .item(let name, let text): "### \(name)\n\n\(InertMarkdown.paragraphs(text))"
      case .comments(let name, let text): "**\(name):**\n\n\(InertMarkdown.paragraphs(text))"
      case .blank(let name, let gap): (name.map { "**\($0):** " } ?? "") + "**\(gap.blank)**"
      }
    }.joined(separator: "\n\n") + "\n"
  }
}
