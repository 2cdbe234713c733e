import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport

/// A chair's screen on a store in memory: presses keys, and answers effects as the program does.
struct ScreenDriver {
  var state: AppState
  var recorder: BoardRecorder
  /// Every effect that left the screen, in order.
  private(set) var effects: [Effect] = []
  /// Whether commits are answered; else they stay on their way.
  var isAnswering = true
  /// What a person does to a text in their editor; others may change the board meanwhile.
  var editor: @Sendable (String, inout ScreenDriver) -> String = { text, _ in text }

  init(
    _ recorder: BoardRecorder, size: (Int, Int) = (80, 24), glyphs: GlyphSet = .unicode, isPinned: Bool = true
  ) {
    self.recorder = recorder
    state = AppState(
      board: recorder.board, today: SampleBoard.today, isTodayPinned: isPinned, actor: "Chair",
      size: Size(columns: size.0, rows: size.1), glyphs: glyphs, timeOfDay: { _ in "14:02" })
  }

  /// Presses keys: `"jjL"` as characters; names of the key table for all others, as in `"Enter"`.
  mutating func press(_ keys: Key...) {
    for key in keys { perform(state.update(key)) }
  }

  /// Types characters one by one.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  mutating func receive(_ event: Event) {
    perform(state.receive(event))
  }

  /// Another person's command, seen by the screen as a change from outside.
  mutating func outside(_ command: Command, as actor: String = "K. Ali") throws {
    if let change = try recorder.run(command, as: actor) {
      receive(.boardChanged(recorder.board, changes: [change]))
    }
  }

  private mutating func perform(_ new: [Effect]) {
    effects += new
    for effect in new {
      guard let event = answer(to: effect) else { continue }
      receive(event)
    }
  }

  /// What the program would answer.
  mutating func answer(to effect: Effect) -> Event? {
    do throws(BoardError) {
      switch effect {
      case .commit(let command, let expected):
        guard isAnswering else { return nil }
        if let unmet = recorder.board.firstUnmet(of: expected) {
          return .refused("\(unmet.actor) set it to “\(unmet.value ?? "")” meanwhile")
        }
        return .saved(try recorder.run(command, as: "Chair"), board: recorder.board)
      case .undo(let id):
        return .saved(try recorder.undo(id, as: "Chair"), board: recorder.board)
      case .redo:
        return .saved(try recorder.redo(as: "Chair"), board: recorder.board)
      case .askTimeline(let entity):
        return .timeline(entity, recorder.changes.filter { $0.entities.contains(entity) })
      case .reload: return .boardChanged(recorder.board, changes: [])
      case .editText(let entity, let field, let text, let before):
        let editor = self.editor
        return .edited(EditedText(entity: entity, field: field, before: before, after: editor(text, &self)))
      case .writeMinutes(let id, let path, _):
        return .minutes(id, files: ["\(path).txt", "\(path).md"], failure: nil)
      case .redraw, .quit, .suspend, .copy, .theme, .mouse: return nil
      }
    } catch {
      return .refused(error.sentence)
    }
  }

  /// The rows of the screen as text, without spaces at their ends.
  var rows: [String] {
    TestSupport.rows(of: state.render().grid).map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The whole screen as text.
  var screen: String { rows.joined(separator: "\n") }

  var selected: String { state.selected?.description ?? "none" }

  func status(_ name: String) -> Status? { state.board.item(SampleBoard.reference(name))?.status }
}
