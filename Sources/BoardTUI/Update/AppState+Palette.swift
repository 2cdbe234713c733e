internal import BoardModel
internal import Commands

extension AppState {
  mutating func openPalette() {
    var line = PaletteLine()
    line.completions = completions(for: line.input.text)
    overlays.append(.palette(line))
  }

  mutating func performOnPalette(_ action: KeyAction) -> [Effect] {
    guard case .palette(var line)? = overlays.last else { return [] }
    line.complaint = nil
    switch action {
    case .accept: return carryOut(line)
    case .cancel:
      overlays.removeLast()
      return []
    case .down: if !line.completions.isEmpty { line.selected = (line.selected + 1) % line.completions.count }
    case .up:
      let count = line.completions.count
      if count > 0 { line.selected = (line.selected + count - 1) % count }
    case .complete: complete(&line)
    default:
      line.input.edit(action)
      line.completions = completions(for: line.input.text)
      line.selected = 0
    }
    overlays[overlays.count - 1] = .palette(line)
    return []
  }

  mutating func typeIntoPalette(_ text: String) {
    guard case .palette(var line)? = overlays.last else { return }
    line.complaint = nil
    line.input.insert(text)
    line.completions = completions(for: line.input.text)
    line.selected = 0
    overlays[overlays.count - 1] = .palette(line)
  }

  /// Puts the selected completion in place of the last word.
  private func complete(_ line: inout PaletteLine) {
    guard line.completions.indices.contains(line.selected) else {
      line.complaint = "nothing completes this"
      return
    }
    let text = line.input.text
    let start = PaletteWords(text).lastStart
    let word = line.completions[line.selected].word
    line.input = TextInput(text.prefix(start) + word + (word.hasSuffix("=") ? "" : " "))
    line.completions = completions(for: line.input.text)
    line.selected = 0
  }

  /// What the last word of a line can become.
  private func completions(for text: String) -> [PaletteLine.Completion] {
    let words = PaletteWords(text)
    let beginning = words.current.lowercased()
    let candidates: [PaletteLine.Completion]
    if let name = words.before.first {
      guard let verb = PaletteVerb(rawValue: name.lowercased()) else { return [] }
      candidates = self.candidates(for: verb, after: words.before.count - 1)
    } else {
      candidates = PaletteVerb.allCases.map { PaletteLine.Completion(word: $0.rawValue, meaning: $0.usage) }
    }
    return candidates.filter { candidate in
      let word = candidate.word.lowercased()
      return word.hasPrefix(beginning) || word.hasPrefix("\"\(beginning)")
    }
  }

  private func candidates(for verb: PaletteVerb, after operands: Int) -> [PaletteLine.Completion] {
    func plain(_ names: [(String, String)]) -> [PaletteLine.Completion] {
      names.map { PaletteLine.Completion(word: $0.0.contains(" ") ? "\"\($0.0)\"" : $0.0, meaning: $0.1) }
    }
    switch verb {
    case .move where operands == 0: return plain(Status.allCases.map { ($0.rawValue, $0.title) })
    case .move:
      return plain([
        ("--reason", "why, in words"), ("--ground", "done, no-action, superseded"), ("--evidence", "what shows it"),
        ("--no-evidence", "why there is none"), ("--national-open", "the national part is still open"),
      ])
    case .assign where operands == 0:
      let owners = Set(order.all.joined().compactMap(\.owner)).sorted()
      return plain(owners.prefix(50).map { ($0, "") })
    case .record where operands == 0: return plain(AppState.steps.map { ($0.name, $0.field.words) })
    case .meeting where operands == 0:
      return plain([
        ("start", "begin one"), ("end", "and write its minutes"), ("discuss", "mark what is shown as discussed"),
        ("skip", "pass it over"),
      ])
    case .decide where operands == 0: return plain(MeetingOutcome.allCases.map { ($0.rawValue, "") })
    case .action: return plain([("--owner", "who does it"), ("--due", "by which day")])
    case .edit where operands == 0: return plain(FieldRule.ofItems.map { ($0.rawValue + "=", $0.words) })
    case .settle where operands == 0:
      let items = [selectedItem].compactMap { $0 } + markedItems
      return plain(AppState.contested(items).map { ($0.rawValue, $0.words) })
    case .note: return plain([("--private", "never on a public screen")])
    case .filter:
      return plain(
        [
          "overdue", "due:30d", "no-owner", "no-comment", "no-date", "reopened", "status:", "report:", "owner:",
          "kind:",
        ]
        .map { ($0, "") })
    default: return []
    }
  }

  /// The steps of a response as the shell names them.
  static let steps: [(name: String, field: Field)] = [
    ("published", .publishedOn), ("sent-to-inspectors", .sentToInspectorsOn),
    ("sent-to-secretary-of-state", .sentToSecretaryOfStateOn),
  ]

  /// Enter: does what the line says; where it is not understood the line stays, with the reason.
  private mutating func carryOut(_ line: PaletteLine) -> [Effect] {
    do throws(PaletteComplaint) {
      let command = try PaletteCommand(PaletteWords(line.input.text))
      let palette = overlays.removeLast()
      do throws(PaletteComplaint) {
        return try perform(command)
      } catch {
        overlays.append(palette)
        throw error
      }
    } catch {
      var kept = line
      kept.complaint = error.sentence
      overlays[overlays.count - 1] = .palette(kept)
      return []
    }
  }

  private mutating func perform(_ command: PaletteCommand) throws(PaletteComplaint) -> [Effect] {
    switch command.verb {
    case .undo: return undo()
    case .redo: return redo()
    case .quit: return [.quit]
    case .help: overlays.append(.help(HelpView(view: view)))
    case .add: openAddingForm()
    case .show: return openCard(atTimeline: false)
    case .s55: openClock()
    case .filter:
      do throws(BoardError) {
        apply(try Query(parsing: command.text ?? ""), text: command.text ?? "")
      } catch {
        throw PaletteComplaint(sentence: error.sentence)
      }
    case .meeting, .decide, .action, .agenda, .minutes, .changes: return try performAtMeeting(command)
    default:
      let items = itemsToChange()
      return items.isEmpty ? [] : try change(items, command)
    }
    return []
  }

  /// Changes cards as a command says; where words are missing the form asks for them.
  private mutating func change(_ items: [Item], _ command: PaletteCommand) throws(PaletteComplaint) -> [Effect] {
    let references = items.map(\.reference)
    func each(_ one: (ItemReference) -> Command) -> Command {
      references.count == 1 ? one(references[0]) : .together(references.map(one))
    }
    switch command.verb {
    case .move: return try move(items, command)
    case .assign:
      guard let owner = command.text else { openForm(.owner); return [] }
      return commit(.assign(references, owner: owner), items: references)
    case .due: return try setDue(items, command)
    case .note:
      guard let text = command.text else { openForm(.note); return [] }
      let isPrivate = command.flags["private"] != nil
      return commit(each { .note($0, text: text, isPrivate: isPrivate) }, items: references)
    case .evidence:
      guard let text = command.text else { openForm(.evidence); return [] }
      return commit(each { .evidence($0, text: text) }, items: references)
    case .respond: return write(.chiefOfficerComments, items, command)
    case .comment: return write(.bodyComments, items, command)
    case .reply: return write(.bodyReply, items, command)
    case .verify: return commit(each { .verify($0, on: today) }, items: references)
    case .record: return try recordStep(items[0].reference.report, command)
    case .settle: return try settle(items, command)
    case .withdraw:
      guard let reason = command.flags["reason"] ?? command.text, !reason.isEmpty else {
        throw PaletteComplaint(sentence: "withdraw needs its reason: withdraw read twice")
      }
      return commit(each { .withdraw($0, reason: reason) }, items: references)
    case .edit: return try edit(items, command)
    case .add, .show, .s55, .meeting, .decide, .action, .agenda, .minutes, .changes: return []
    case .undo, .redo, .filter, .help, .quit: return []
    }
  }

  /// Sets a field as the shell's `edit` does; a due date wants its reason, so its form asks for it.
  private mutating func edit(_ items: [Item], _ command: PaletteCommand) throws(PaletteComplaint) -> [Effect] {
    guard let text = command.text else {
      openFieldPicker()
      return []
    }
    let name = text.prefix { $0 != "=" }
    let field = try PaletteCommand.field(String(name), among: FieldRule.ofItems)
    guard field != .due else {
      openForm(.due)
      return []
    }
    guard name.count < text.count else {
      throw PaletteComplaint(sentence: "say the value: edit \(field.rawValue)=VALUE; nothing behind = clears it")
    }
    let value = String(text.dropFirst(name.count + 1))
    let commands = items.map { Command.editItem($0.reference, fields: [field: value.isEmpty ? nil : value]) }
    return commit(commands.count == 1 ? commands[0] : .together(commands), items: items.map(\.reference))
  }

  private mutating func write(_ field: Field, _ items: [Item], _ command: PaletteCommand) -> [Effect] {
    guard let text = command.text else {
      openForm(.text(field))
      return []
    }
    let commands = items.map { Command.comment(field, on: .item($0.reference), text: text) }
    return commit(commands.count == 1 ? commands[0] : .together(commands), items: items.map(\.reference))
  }

  private mutating func move(_ items: [Item], _ command: PaletteCommand) throws(PaletteComplaint) -> [Effect] {
    let name = command.operands.first ?? ""
    guard let status = Status(rawValue: name.lowercased()) else {
      throw PaletteComplaint.unknown(name, what: "status", among: Status.allCases.map(\.rawValue))
    }
    // Without the words that a rule wants, the form asks for them.
    guard let reason = command.flags["reason"], !reason.isEmpty else { return move(items, to: status) }
    let references = items.map(\.reference)
    guard status == .complete else {
      return commit(.move(references, to: status, closing: nil, reason: reason), items: references, status: status)
    }
    let grounds = ClosureGround.allCases.map(\.rawValue)
    guard let ground = ClosureGround(rawValue: command.flags["ground"] ?? "") else {
      throw PaletteComplaint.unknown(command.flags["ground"] ?? "", what: "ground (--ground)", among: grounds)
    }
    let words = Command.ClosingWords(
      ground: ground, reason: reason, evidence: command.flags["evidence"], noEvidence: command.flags["no-evidence"],
      nationalOpen: command.flags["national-open"] != nil)
    return commit(
      .move(references, to: .complete, closing: words, reason: nil), items: references, status: .complete)
  }

  private mutating func setDue(_ items: [Item], _ command: PaletteCommand) throws(PaletteComplaint) -> [Effect] {
    guard let typed = command.operands.first else {
      openForm(.due)
      return []
    }
    guard let day = DayInput.day(typed, today: today) else {
      throw PaletteComplaint(sentence: "“\(typed)” is no day; say 2019-07-10, 10/7/2019, +30d, or \"10 Jul\" in quotes")
    }
    let reason = command.flags["reason"] ?? command.operands.dropFirst().joined(separator: " ")
    guard !reason.isEmpty else {
      throw PaletteComplaint(sentence: "a new date needs its reason: due \(typed) the course is full")
    }
    let references = items.map(\.reference)
    return commit(.due(references, day, reason: reason), items: references)
  }

  private mutating func recordStep(_ report: String, _ command: PaletteCommand) throws(PaletteComplaint) -> [Effect] {
    let name = command.operands.first ?? ""
    guard let step = AppState.steps.first(where: { $0.name == name.lowercased() }) else {
      throw PaletteComplaint.unknown(name, what: "step", among: AppState.steps.map(\.name))
    }
    let typed = command.operands.dropFirst().joined(separator: " ")
    guard let day = typed.isEmpty ? today : DayInput.day(typed, today: today) else {
      throw PaletteComplaint(sentence: "“\(typed)” is no day; say \(DayInput.forms)")
    }
    return commit(.record(report: report, step: step.field, on: day))
  }
}
