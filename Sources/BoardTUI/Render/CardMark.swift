internal import BoardModel
internal import InertText
internal import ScreenGrid

/// Something about a card that must not be overlooked, as a sign for one line and in words.
struct CardMark: Equatable, Sendable {
  /// One or two characters.
  let sign: String
  let words: String

  /// The marks of an item, the most pressing first.
  static func marks(of item: Item, glyphs: GlyphSet, isSaving: Bool = false) -> [CardMark] {
    let times = glyphs.repertoire == .ascii ? "x" : "×"
    var marks: [CardMark] = []
    if isSaving { marks.append(CardMark(sign: "~", words: "saving\(glyphs.ellipsis)")) }
    let contested = item.record.contestedFields
    if !contested.isEmpty {
      let fields = contested.map(\.field.words).joined(separator: ", ")
      marks.append(CardMark(sign: "!", words: "contested: \(fields)"))
    }
    // A slip or a reopening takes three steps at least, and most cards have two.
    let hasHistory = item.record.steps.count > 2
    let (slips, reopened) = hasHistory ? (item.slips, item.reopened) : (0, 0)
    if reopened > 0 {
      marks.append(CardMark(sign: "r", words: reopened == 1 ? "reopened" : "reopened \(times)\(reopened)"))
    }
    if slips > 0 { marks.append(CardMark(sign: "s\(min(slips, 9))", words: "slipped \(times)\(slips)")) }
    if item.closure?.nationalOpen == true { marks.append(CardMark(sign: "n", words: "national part open")) }
    if item.isUnevidenced { marks.append(CardMark(sign: "e", words: "unevidenced")) }
    return marks
  }

  /// What the signs mean, for help.
  static let legend = "* marked, ! contested, r reopened, s slipped, n national open, e unevidenced, ~ saving"
}

/// Due dates in few columns.
enum ShortDue {
  /// The date in at most 7 columns: `10 Jul`, `Oct '21`, `late 3d`, `late 4m`, `today`; empty once complete.
  static func words(_ state: DueState, today: CalendarDay) -> String {
    switch state {
    case .none: "no date"
    case .met: ""
    case .ahead(_, 0): "today"
    case .ahead(let day, _): near(day, today: today)
    case .overdue(_, let days): days < 100 ? "late \(days)d" : days < 720 ? "late \(days / 30)m" : "late \(days / 365)y"
    }
  }

  private static func near(_ day: CalendarDay, today: CalendarDay) -> String {
    let (year, month, _) = day.components
    if year == today.components.year { return day.short(inYear: year) }
    let digits = year % 100
    return "\(CalendarDay.monthNames[month - 1].prefix(3)) '\(digits < 10 ? "0" : "")\(digits)"
  }

  /// What a due date looks like; the words say the same.
  static func style(_ state: DueState) -> Style {
    switch state {
    case .overdue: .overdue
    case .ahead(_, let days) where days <= 30: .dueSoon
    case .ahead: .plain
    case .none, .met: .dim
    }
  }
}
