import BoardModel

/// Reads a paper: bytes → checked text → lines → blocks → labelled parts → a reading with reasons.
package struct PaperReader: Sendable {
  /// The labels that parts are known by.
  package var labels: PaperLabels

  /// A reader with the standard labels or extended ones.
  package init(labels: PaperLabels = .standard) {
    self.labels = labels
  }

  /// Reads a paper's bytes.
  ///
  /// Every line that is not blank ends up in an item, in the report's fields or in what was skipped.
  ///
  /// - Parameter bytes: Plain text or Markdown in UTF-8, within ``PaperLimits``.
  /// - Throws: ``PaperError``; ``PaperError/noItems(lines:)`` when the text asks for nothing.
  /// - Complexity: O(*n*) in the bytes, apart from one sort of the items.
  package func read(_ bytes: [UInt8]) throws(PaperError) -> PaperReading {
    let text = try CheckedText(bytes)
    let lines = ProseColumns.reordered(PaperLine.lines(of: text, labels: labels), labels: labels)
    let (blocks, furniture) = BlockBuilder.blocks(of: lines.lines, labels: labels)
    var assembler = Assembler()
    assembler.assemble(blocks)
    guard !assembler.drafts.isEmpty else {
      throw .noItems(lines: Set(lines.lines.filter { !$0.isBlank }.map(\.number)).count)
    }
    if assembler.drafts.count > PaperLimits.items {
      throw .tooManyItems(line: assembler.drafts[PaperLimits.items].firstLine)
    }
    try assembler.facts.check()
    let rule = ReportRule(facts: assembler.facts, prose: assembler.asides.map(\.block))
    var reading = PaperReading(report: rule.report, doubts: rule.doubts + assembler.doubts)
    if reading.report.force == nil {
      reading.report.force = ForceName.find(assembler.drafts.map(\.asProse), mentions: 1)
    }
    reading.items = try ItemFinisher(report: reading.report, lastLine: blocks.last?.lines.last ?? 0)
      .items(assembler.drafts)
    settle(&reading, assembler, rule)
    for block in furniture {
      reading.skipped.append(SkippedText(lines: block.lines, text: block.shown, why: .furniture))
    }
    if !furniture.isEmpty { reading.skipped.sort { ($0.lines.first ?? 0) < ($1.lines.first ?? 0) } }
    reading.doubts += lines.doubts
    reading.doubts += AnnouncedCount.doubts(assembler.asides.map(\.block), reading.items)
    if !text.linesWithControls.isEmpty {
      let sentence = "control characters were replaced by �"
      reading.doubts.append(Doubt(field: nil, lines: text.linesWithControls, sentence: sentence))
    }
    return reading
  }

  /// Sorts the blocks outside items into the report's lines and what was skipped.
  private func settle(_ reading: inout PaperReading, _ assembler: Assembler, _ rule: ReportRule) {
    let used = Set(rule.lines)
    reading.reportLines = used.sorted()
    for aside in assembler.asides where !aside.block.lines.allSatisfy(used.contains) {
      reading.skipped.append(SkippedText(lines: aside.block.lines, text: aside.block.shown, why: aside.why))
    }
    for block in assembler.facts.repeated {
      reading.skipped.append(SkippedText(lines: block.lines, text: block.shown, why: .repeated))
    }
    reading.skipped.sort { ($0.lines.first ?? 0) < ($1.lines.first ?? 0) }
  }
}

extension ItemDraft {
  /// The item's text as a block, for rules that look at prose.
  fileprivate var asProse: Block { Block(words: text.bytes) }
}
