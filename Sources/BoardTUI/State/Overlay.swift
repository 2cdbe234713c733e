internal import BoardModel
internal import Commands

/// What lies on top of the board and takes the keys.
enum Overlay: Equatable, Sendable {
  case card(CardView)
  case section55(ClockView)
  case meeting(MeetingWalk)
  case agenda(AgendaView)
  case since(SinceView)
  case summary(SummaryView)
  case filter(FilterLine)
  case palette(PaletteLine)
  case picker(Picker)
  case form(Form)
  case confirm(Confirmation)
  case help(HelpView)

  /// Whether it takes the whole screen.
  var isPage: Bool {
    switch self {
    case .card, .section55, .meeting, .agenda, .since, .summary: true
    case .filter, .palette, .picker, .form, .confirm, .help: false
    }
  }

  /// Whose keys are in force.
  var view: KeyView {
    switch self {
    case .card: .card
    case .section55: .section55
    case .meeting: .meeting
    case .agenda: .agenda
    case .since: .since
    case .summary: .summary
    case .filter: .filter
    case .palette: .palette
    case .picker: .picker
    case .form: .form
    case .confirm: .confirm
    case .help: .help
    }
  }
}

/// One card, open.
struct CardView: Equatable, Sendable {
  let item: ItemReference
  /// The first line that is visible.
  var top = 0
  /// Everything that happened to it, oldest first; `nil` until the program has looked it up.
  var timeline: [TimelineEntry]?
  /// What is shown, for the width it was made for.
  var lines: [CardLine] = []
  /// The line that the timeline begins at.
  var timelineStart = 0
  /// Whether to go to the timeline as soon as it is there.
  var wantsTimeline = false
}

/// One change in a card's timeline.
struct TimelineEntry: Equatable, Sendable {
  let change: ChangeID
  let day: CalendarDay
  let actor: String
  let words: String
  let reason: String?
}

/// The filter being typed.
struct FilterLine: Equatable, Sendable {
  var input: TextInput
  /// The card that was selected before, to come back to.
  let before: ItemReference?
  /// Why the text means nothing, while the last that did is in force.
  var complaint: String?
}

/// A list to choose one line from.
struct Picker: Equatable, Sendable {
  /// What choosing a line does.
  enum Choice: Equatable, Sendable {
    case status(Status)
    case density(Density?)
    case ascii(Bool)
    case evidence
    case verify
    case theme(ScreenTheme)
    case mouse(Bool)
    case filter(String)
    /// A field to edit in a form, or a text to edit in an editor.
    case field(Field)
    case editor(Field)
    /// What becomes of a text that others changed while it was edited.
    case keepMine(EditedText)
    case keepTheirs(EditedText)
    case editAgain(EditedText)
    /// What the meeting decided, or which decision is to be corrected.
    case outcome(MeetingOutcome, EntityReference, correcting: ChangeID?)
    case correct(ChangeID, EntityReference)
    /// What becomes of an action.
    case action(Form.MeetingPurpose, ChangeID)
  }

  let title: String
  let options: [(label: String, choice: Choice)]
  var selected: Int

  static func == (left: Picker, right: Picker) -> Bool {
    left.title == right.title && left.selected == right.selected
      && left.options.elementsEqual(right.options) { $0.label == $1.label && $0.choice == $1.choice }
  }
}

/// A question to be answered yes or no.
struct Confirmation: Equatable, Sendable {
  /// What yes does.
  enum Yes: Equatable, Sendable {
    case undo(ChangeID)
    case redo(ChangeID)
  }

  let words: String
  let yes: Yes
}

/// The keys of a view, searchable.
struct HelpView: Equatable, Sendable {
  let view: KeyView
  var search = TextInput()
  var selected = 0

  /// The rows that the search leaves.
  var bindings: [KeyBinding] {
    let wanted = search.text.lowercased()
    return KeyTable.bindings(of: view).filter { binding in
      wanted.isEmpty || binding.keys.contains { $0.lowercased() == wanted }
        || binding.words.lowercased().contains(wanted)
    }
  }
}
