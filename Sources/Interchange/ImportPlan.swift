package import BoardModel

/// What importing a paper would do to a board: new items, known ones, and what a person has to look at.
///
/// Nothing on the board is ever overwritten; importing the same paper again leaves nothing to do.
package struct ImportPlan: Sendable {
  /// The reading, with due dates as planned.
  package let reading: PaperReading
  /// The report's key.
  package let key: String
  /// Whether the report is not on the board yet.
  package let isNewReport: Bool
  /// The fields of the report as the paper has them.
  package let reportFields: [Field: String]
  /// Items that the board does not have yet.
  package let newItems: [PlannedItem]
  /// Items that stand on the board as the paper has them.
  package let unchanged: [ItemReference]
  /// Items and report fields that the board has otherwise than the paper; they stay as they are.
  package let differences: [Difference]
  /// The change to make; `nil` when there is nothing to do.
  package let command: Command?

  /// An item with the name it will have.
  package struct PlannedItem: Hashable, Sendable {
    /// Its name on the board.
    package let reference: ItemReference
    /// What was read.
    package let item: ReadItem
  }

  /// A field that the board and the paper have differently.
  package struct Difference: Hashable, Sendable {
    /// The item or report.
    package let entity: EntityReference
    /// The field.
    package let field: Field
    /// The board's value; `nil` for none.
    package let board: String?
    /// The paper's value.
    package let paper: String

    /// What differs, as one sentence without a full stop.
    package var sentence: String {
      if field == .withdrawn { return "\(entity.name) was taken off the board and stays off it" }
      let held = board == nil ? "the board has none" : "the board has another"
      return "\(entity.name): the paper's \(field.words) is not the board's (\(held)); the board's stays"
    }
  }

  /// Why a paper cannot be imported as asked.
  package enum Refusal: Error, Hashable, Sendable {
    /// Not a key: 1 to 64 lower-case letters, digits and inner hyphens.
    case badKey(String)

    /// What is wrong and the way out.
    package var sentence: String {
      switch self {
      case .badKey(let key): "“\(key)” is no report key; it takes lower-case letters, digits and hyphens"
      }
    }
  }

  /// Compares a reading with a board.
  ///
  /// - Parameters:
  ///   - reading: What the paper says.
  ///   - board: The board as it is.
  ///   - key: The report's key when a person chose it; that report, when the board has it.
  ///   - published: The day of publication when a person gave it; due dates follow.
  ///   - name: The paper's name, which becomes the title when the paper states none.
  package init(
    _ reading: PaperReading, onto board: Board, key: String? = nil, published: CalendarDay? = nil, name: String
  ) throws(Refusal) {
    let reading = published.map { reading.published(on: $0) } ?? reading
    let title = reading.report.title ?? ImportPlan.title(from: name)
    let known = key.map { board.report($0) } ?? ImportPlan.report(titled: title, reading.report, on: board)
    if let key, !ReportKey.isValid(key) { throw .badKey(key) }
    let chosen = key ?? known?.key ?? ImportPlan.freeKey(title, reading.report, on: board)
    let fields = ImportPlan.fields(of: reading.report, title: title)
    var sorted = ItemSorter(report: chosen, board: board)
    for item in reading.items { sorted.sort(item) }
    if let known { sorted.compare(fields, with: known) }
    let fresh = known.map { report in fields.filter { report.record[$0.key] == nil } } ?? fields
    self.reading = reading
    self.key = chosen
    isNewReport = known == nil
    reportFields = fields
    newItems = sorted.new
    unchanged = sorted.unchanged
    differences = sorted.differences
    command =
      known != nil && sorted.new.isEmpty && fresh.isEmpty
      ? nil
      : .importPaper(report: chosen, fields: known == nil ? fields : fresh, items: sorted.new.map(\.newItem))
  }

  /// Everything a person should look at: the reading's doubts, the items' and what the board has otherwise.
  package var doubts: [Doubt] {
    reading.doubts
      + reading.items.flatMap { item in
        item.doubts.map { Doubt(field: $0.field, lines: $0.lines, sentence: "\(item.short): \($0.sentence)") }
      } + differences.map { Doubt(field: $0.field, lines: [], sentence: $0.sentence) }
  }
}

extension ImportPlan {
  /// The file's name without directories and extension.
  private static func title(from name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let stem = last.lastIndex(of: ".").map { $0 > last.startIndex ? String(last[..<$0]) : last } ?? last
    return stem.isEmpty || stem == "-" ? "Untitled report" : stem
  }

  /// The report of the same title and day of publication.
  private static func report(titled title: String, _ read: ReadReport, on board: Board) -> InspectionReport? {
    let wanted = folded(title)
    return board.reports.first { report in
      folded(report.title) == wanted
        && (read.publicationDate == nil || report.publicationDate == nil
          || read.publicationDate == report.publicationDate)
    }
  }

  /// A title without what typing changes: case, kinds of quotation marks and dashes.
  private static func folded(_ title: String) -> [String] {
    Wording(title).tokens.map(\.folded)
  }

  /// The subject word and the year; a key that was ever used gets `-2`, `-3` and so on.
  private static func freeKey(_ title: String, _ report: ReadReport, on board: Board) -> String {
    let year =
      report.publicationDate?.components.year ?? report.publicationMonth?.year ?? report.paperDate?.components.year
    let word = ReportSubject.word(of: title, force: report.force)
    let stem = year.map { "\(word)-\($0)" } ?? word
    var key = stem
    var suffix = 2
    while board.record(.report(key)) != nil {
      key = "\(stem)-\(suffix)"
      suffix += 1
    }
    return key
  }

  private static func fields(of report: ReadReport, title: String) -> [Field: String] {
    var fields: [Field: String] = [.title: title]
    fields[.publisher] = report.publisher
    fields[.force] = report.force
    fields[.publicationDate] = report.publicationDate?.description
    fields[.originalPublicationDate] = report.originalPublicationDate?.description
    fields[.paperDate] = report.paperDate?.description
    fields[.paperTo] = report.to
    fields[.paperFrom] = report.from
    fields[.referenceDocument] = report.referenceDocument
    if !report.contactOfficers.isEmpty {
      fields[.contactOfficers] = report.contactOfficers.joined(separator: "\n")
    }
    return fields
  }
}

/// Sorts read items into new ones, unchanged ones and such that the board has otherwise.
private struct ItemSorter {
  let report: String
  let board: Board
  private(set) var new: [ImportPlan.PlannedItem] = []
  private(set) var unchanged: [ItemReference] = []
  private(set) var differences: [ImportPlan.Difference] = []

  init(report: String, board: Board) {
    self.report = report
    self.board = board
  }

  mutating func sort(_ item: ReadItem) {
    let reference = ItemReference(report: report, kind: item.kind, number: item.number)
    let entity = EntityReference.item(reference)
    guard let record = board.record(entity) else {
      new.append(ImportPlan.PlannedItem(reference: reference, item: item))
      return
    }
    guard let held = board.item(reference), held.isOnBoard else {
      differences.append(ImportPlan.Difference(entity: entity, field: .withdrawn, board: nil, paper: item.text))
      return
    }
    let before = differences.count
    for (field, value) in item.fields where field != .status && field != .dueSource {
      // A date that was revised on the board still came from the paper's.
      let known = field == .due ? held.dueOriginal?.description : record[field]
      if known != value {
        differences.append(ImportPlan.Difference(entity: entity, field: field, board: known, paper: value))
      }
    }
    if differences.count == before { unchanged.append(reference) }
  }

  mutating func compare(_ fields: [Field: String], with report: InspectionReport) {
    let entity = EntityReference.report(report.key)
    for field in Field.allCases where field != .title {
      guard let paper = fields[field], let held = report.record[field], held != paper else { continue }
      differences.append(ImportPlan.Difference(entity: entity, field: field, board: held, paper: paper))
    }
  }
}

extension ReadItem {
  /// The fields as the board records them, in the order of ``Field``.
  fileprivate var fields: [(Field, String)] {
    var fields: [(Field, String)] = []
    func add(_ field: Field, _ value: String?) {
      if let value, !value.isEmpty { fields.append((field, value)) }
    }
    add(.paragraph, paragraph)
    add(.text, text)
    add(.addressees, addressees.joined(separator: "\n"))
    add(.period, periodWords)
    add(.due, due?.description)
    add(.dueSource, due == nil ? nil : DueSource.inspectorate.rawValue)
    add(.owner, owner)
    add(.chiefOfficerComments, response)
    add(.bodyComments, bodyComments)
    add(.bodyReply, bodyReply)
    add(.acceptance, acceptance?.rawValue)
    add(.position, position?.rawValue)
    add(.status, proposedStatus.rawValue)
    return fields
  }
}

extension ImportPlan.PlannedItem {
  /// The item as the model takes it.
  fileprivate var newItem: Command.NewItem {
    var fields: [Field: String] = [:]
    for (field, value) in item.fields { fields[field] = value }
    return Command.NewItem(reference: reference, fields: fields, closing: item.closing)
  }
}

extension PaperReading {
  /// The same reading with a day of publication that a person gave; what runs from it follows.
  package func published(on day: CalendarDay) -> PaperReading {
    var result = self
    result.report.publicationDate = day
    result.doubts.removeAll { $0.field == .publicationDate }
    for index in result.items.indices {
      guard let period = result.items[index].period else { continue }
      result.items[index].due = period.due(from: result.report.periodStart)
      if result.items[index].due != nil { result.items[index].doubts.removeAll { $0.field == .due } }
    }
    return result
  }
}
