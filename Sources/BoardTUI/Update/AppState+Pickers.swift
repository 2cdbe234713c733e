internal import BoardModel
internal import Commands
internal import ScreenGrid

extension AppState {
  mutating func openStatusPicker() {
    let items = itemsToChange()
    guard let first = items.first else { return }
    let now = coming(first)
    let options = Status.allCases.map { status -> (String, Picker.Choice) in
      let isNow = items.allSatisfy { coming($0) == status }
      return (isNow ? "\(status.title) (now)" : status.title, .status(status))
    }
    overlays.append(
      .picker(Picker(title: "Status of \(AppState.names(items))", options: options, selected: now.column)))
  }

  /// A complete card can be verified; for all others the key asks for evidence.
  mutating func openEvidence() {
    let items = itemsToChange()
    guard let item = items.first else { return }
    guard items.count == 1, item.status == .complete else { return openForm(.evidence) }
    let verified = item.verified.map { " (verified \($0.inWords))" } ?? ""
    overlays.append(
      .picker(
        Picker(
          title: item.reference.description,
          options: [("add evidence", .evidence), ("verify as of \(today.inWords)\(verified)", .verify)],
          selected: 0)))
  }

  mutating func openDisplayOptions() {
    let fitting = Density?.none
    var options: [(String, Picker.Choice)] = [("density: the largest that fits", .density(fitting))]
    for choice in Density.allCases { options.append(("density: \(choice.rawValue)", .density(choice))) }
    for choice in ScreenTheme.allCases {
      options.append(("theme: \(choice.rawValue)\(choice == theme ? " (now)" : "")", .theme(choice)))
    }
    options.append(
      ("mouse: \(usesMouse ? "off, the terminal selects text" : "on, a click selects")", .mouse(!usesMouse)))
    if terminalGlyphs != .ascii {
      options.append((prefersASCII ? "marks of the terminal" : "plain ASCII marks", .ascii(!prefersASCII)))
    }
    let selected = density.flatMap { Density.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    overlays.append(.picker(Picker(title: "Display", options: options, selected: selected)))
  }

  mutating func performOnPicker(_ action: KeyAction) -> [Effect] {
    guard case .picker(var picker)? = overlays.popLast() else { return [] }
    switch action {
    case .choose: return carryOut(picker.options[picker.selected].choice)
    case .down: picker.selected = (picker.selected + 1) % picker.options.count
    case .up: picker.selected = (picker.selected + picker.options.count - 1) % picker.options.count
    default:
      if picker.options.contains(where: { if case .keepMine = $0.choice { true } else { false } }) {
        say("nothing was changed; your text is kept as a draft under e")
      }
      return []
    }
    overlays.append(.picker(picker))
    return []
  }

  /// Goes to the next option that begins with a letter; `false` when none does.
  mutating func goToOption(_ letter: Character) -> Bool {
    guard case .picker(var picker)? = overlays.last else { return false }
    let count = picker.options.count
    let order = (1...count).map { (picker.selected + $0) % count }
    guard let next = order.first(where: { picker.options[$0].label.lowercased().hasPrefix(letter.lowercased()) }) else {
      return false
    }
    picker.selected = next
    overlays[overlays.count - 1] = .picker(picker)
    return true
  }

  private mutating func carryOut(_ choice: Picker.Choice) -> [Effect] {
    switch choice {
    case .density(let wanted):
      density = wanted
      chooseFittingDensity()
      scrollIntoView()
      if wanted == .projector, theme != .light { say("O has a light theme too, which projectors show best") }
    case .ascii(let wanted):
      prefersASCII = wanted
      refreshCard()
    case .evidence: openForm(.evidence)
    case .status(let status):
      let items = itemsToChange()
      return items.isEmpty ? [] : move(items, to: status)
    case .verify:
      guard let item = itemToChange() else { break }
      return commit(.verify(item.reference, on: today))
    case .theme(let wanted):
      theme = wanted
      return [.theme(wanted)]
    case .mouse(let wanted):
      usesMouse = wanted
      say(wanted ? "a click selects, the wheel scrolls, a double click opens" : "the mouse is the terminal's again")
      return [.mouse(wanted)]
    case .filter(let text): setFilter(text)
    case .field(let field): edit(field)
    case .editor(let field): return openEditor(field)
    case .keepMine(let edited): return record(edited)
    case .keepTheirs(let edited):
      say("kept what is on the board; yours is the draft under e, \(edited.field.words)")
    case .editAgain(let edited): return editAgain(edited)
    case .outcome(let outcome, let subject, let correcting):
      openOutcome(outcome, on: subject, correcting: correcting)
    case .correct(let id, let subject): openCorrection(id, on: subject)
    case .action(let purpose, let id): openActionForm(purpose, id)
    }
    return []
  }

  mutating func performOnHelp(_ action: KeyAction) -> [Effect] {
    guard case .help(var help)? = overlays.popLast() else { return [] }
    let count = help.bindings.count
    switch action {
    case .choose:
      guard help.bindings.indices.contains(help.selected) else {
        refuse("no line is selected")
        break
      }
      return perform(help.bindings[help.selected].action, in: view)
    case .down: help.selected += 1
    case .up: help.selected -= 1
    case .pageDown: help.selected += max(1, size.rows - 4)
    case .pageUp: help.selected -= max(1, size.rows - 4)
    case .back: return []
    default:
      help.search.edit(action)
      help.selected = 0
    }
    help.selected = max(0, min(help.selected, count - 1))
    overlays.append(.help(help))
    return []
  }

  mutating func editHelp(_ edit: (inout TextInput) -> Void) {
    guard case .help(var help)? = overlays.popLast() else { return }
    edit(&help.search)
    help.selected = 0
    overlays.append(.help(help))
  }
}
