import BoardModel
import BoardStore
import TestSupport
import Testing

/// Random histories of several people on several copies: the product against a second account of the rules.
@Suite struct UndoHistoryTests {
  typealias Name = ReferenceModel.Name

  static let fields: [(name: String, entity: EntityReference, key: FieldKey)] = (1...3).flatMap { number in
    [Field.owner, .bodyComments].map { field in
      let entity = EntityReference.item(StoreFixture.item(number))
      return ("\(entity) \(field.rawValue)", entity, FieldKey(field))
    }
  }

  /// One copy of the board, kept twice: by the product and by the reference.
  struct Copy {
    let number: Int
    var changes: [Change]
    var board: Board
    var model = ReferenceModel()
    var own = 0

    init(number: Int, start: Change) {
      self.number = number
      changes = [start]
      board = Board(settings: BoardSettings(name: "Test"))
      board.apply(start)
    }

    var clock: Int { changes.map { Int($0.lamport) }.max() ?? 0 }

    /// Takes in what another copy knows, shuffled, and some of it twice.
    mutating func learn(_ other: Copy, _ random: inout SeededRandom) {
      let known = Set(changes.map(\.id))
      changes += other.changes.filter { !known.contains($0.id) }
      changes.sort { $0.order < $1.order }
      board = Board(settings: BoardSettings(name: "Test"))
      for change in changes { board.apply(change) }
      let events = Array(other.model.events.values)
      model.learn((events + events.prefix(3)).shuffled(using: &random))
    }

    /// Records a draft of the product and an event of the reference under one name.
    mutating func record(_ draft: ChangeDraft, _ deed: ReferenceModel.Event.Deed, by actor: String) {
      let name = Name(clock: clock + 1, copy: number, number: own + 1)
      let change = Change(
        id: UndoHistoryTests.id(name), lamport: UInt64(name.clock), at: 0, on: CalendarDay(daysSinceEpoch: 18_000),
        actor: actor, login: "x", meeting: nil, kind: draft.kind, reason: draft.reason, reverses: draft.reverses,
        operations: draft.operations)
      own += 1
      changes.append(change)
      board.apply(change)
      model.add(ReferenceModel.Event(name: name, actor: actor, deed: deed))
    }

    func change(_ name: Name) -> Change? { changes.first { $0.id == UndoHistoryTests.id(name) } }

    /// The first field in which the two accounts differ.
    var difference: String? {
      for field in UndoHistoryTests.fields {
        let cell = model.cells[field.name] ?? ReferenceModel.Cell()
        let register = board.record(field.entity)?.register(field.key)
        let writer = register?.writer ?? .none
        if register?.value != cell.value || writer != (cell.from.map(UndoHistoryTests.id) ?? .none)
          || (register?.contested ?? false) != cell.isContested
        {
          return "\(field.name): \(String(describing: register)) against \(cell)"
        }
      }
      return nil
    }
  }

  static func id(_ name: Name) -> ChangeID {
    ChangeID(replica: UInt64(name.copy), sequence: UInt32(name.number), nonce: UInt32(name.clock))
  }

  static func start() throws -> Change {
    var recorder = BoardRecorder(replica: 99)
    let items = (1...3).map { BoardRecorder.item(StoreFixture.report, .recommendation, $0) }
    try recorder.run(.importPaper(report: StoreFixture.report, fields: [.title: "T"], items: items), as: "Importer")
    return try #require(recorder.changes.first)
  }

  /// Sets one to three fields; `nil` values take away an owner.
  static func set(_ copy: inout Copy, by actor: String, _ random: inout SeededRandom) throws {
    let number = Int.random(in: 0..<30, using: &random)
    var writes: [String: (new: String?, seen: ReferenceModel.Cell)] = [:]
    var commands: [Command] = []
    for field in fields.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)) {
      guard case .item(let item) = field.entity else { continue }
      let isOwner = field.key.field == .owner
      let value = isOwner && number % 5 == 0 ? nil : "value \(number)"
      commands.append(
        isOwner ? .assign([item], owner: value) : .comment(.bodyComments, on: field.entity, text: value ?? "x"))
      let seen = copy.model.cells[field.name] ?? ReferenceModel.Cell()
      if seen.value != value { writes[field.name] = (new: value, seen: seen) }
    }
    let draft = try copy.board.plan(
      .together(commands), as: id(Name(clock: copy.clock + 1, copy: copy.number, number: copy.own + 1)))
    try #require(draft.operations.count == writes.count, "both see the same things to change")
    if !writes.isEmpty { copy.record(draft, .set(writes), by: actor) }
  }

  /// Asks both for an undo: both refuse, or both do it.
  static func undo(_ target: Name, _ copy: inout Copy, by actor: String, onlyFree: Bool) throws {
    let expected = copy.model.fieldsToUndo(target, onlyFree: onlyFree)
    let change = try #require(copy.change(target))
    let draft = try? copy.board.undo(of: change, onlyFree: onlyFree)
    try #require((draft == nil) == (expected == nil), "undo of \(target)")
    if let draft, let expected { copy.record(draft, .undo(target, fields: expected), by: actor) }
  }

  static func redo(_ copy: inout Copy, by actor: String) throws -> Bool {
    let wanted = copy.model.latestOwnUndo(actor)
    try #require(copy.board.latestRedoable(by: actor)?.id == wanted.map(id))
    guard let wanted, let change = copy.change(wanted) else { return false }
    let expected = copy.model.fieldsToRedo(wanted)
    let draft = try? copy.board.redo(of: change)
    try #require((draft == nil) == (expected == nil), "redo of \(wanted)")
    guard let draft, let expected else { return false }
    copy.record(draft, .redo(wanted, fields: expected), by: actor)
    return true
  }

  static func step(_ copies: inout [Copy], _ random: inout SeededRandom) throws {
    let number = copies.indices.randomElement(using: &random) ?? 0
    let actor = ["K. Ali", "B. Shah", "Z. Day"].randomElement(using: &random) ?? "K. Ali"
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3: try set(&copies[number], by: actor, &random)
    case 4, 5:
      let own = copies[number].model.latestOwn(actor)
      try #require(copies[number].board.latestUndoable(by: actor)?.id == own.map(id))
      if let own { try undo(own, &copies[number], by: actor, onlyFree: false) }
    case 6:
      let any = copies[number].model.events.keys.sorted().randomElement(using: &random)
      guard let any, case .set? = copies[number].model.events[any]?.deed else { return }
      try undo(any, &copies[number], by: actor, onlyFree: Bool.random(using: &random))
    case 7, 8: _ = try redo(&copies[number], by: actor)
    default:
      let other = copies[copies.indices.randomElement(using: &random) ?? 0]
      if other.number != copies[number].number { copies[number].learn(other, &random) }
    }
    // Every field is compared after every step: no step touches a field that the rules do not give it.
    if let difference = copies[number].difference { try #require(Bool(false), "\(difference)") }
  }

  /// As many undos as go, then as many redos: everything is as it was.
  static func unwindAndRewind(_ copy: inout Copy, by actor: String) throws {
    let values = fields.map { copy.board.record($0.entity)?.register($0.key)?.value }
    var undone = 0
    while let own = copy.model.latestOwn(actor), copy.model.fieldsToUndo(own, onlyFree: false) != nil, undone < 50 {
      try undo(own, &copy, by: actor, onlyFree: false)
      undone += 1
    }
    for _ in 0..<undone { try #require(try redo(&copy, by: actor), "as many redos as undos") }
    #expect(fields.map { copy.board.record($0.entity)?.register($0.key)?.value } == values)
    #expect(copy.difference == nil)
  }

  @Test("5,000 histories of three people on up to three copies follow the seven rules of undo, and converge")
  func histories() throws {
    let start = try Self.start()
    var count = FaultCount()
    for seed in 1...UInt64(FaultCount.rounds(5000, long: 50_000)) {
      var random = SeededRandom(seed: seed)
      var copies = (1...Int.random(in: 1...3, using: &random)).map { Copy(number: $0, start: start) }
      do {
        for _ in 0..<24 { try Self.step(&copies, &random) }
        try Self.converge(&copies, &random)
        try Self.unwindAndRewind(&copies[0], by: "K. Ali")
        if seed % 25 == 0 { try Self.reopen(copies[0]) }
        count.judge(found: copies[0].changes.map(\.id), acknowledged: copies.flatMap { $0.changes.map(\.id) })
      } catch {
        count.wrong += 1
        Issue.record("seed \(seed): \(error)")
        break
      }
    }
    #expect(count.isClean)
    count.report("random histories of several people and copies")
  }

  /// All copies learn all, each in another order, and show the same.
  static func converge(_ copies: inout [Copy], _ random: inout SeededRandom) throws {
    for _ in 0..<2 {
      for number in copies.indices.shuffled(using: &random) {
        for other in copies where other.number != copies[number].number { copies[number].learn(other, &random) }
      }
    }
    for copy in copies {
      #expect(copy.difference == nil)
      #expect(BoardContents(copy.board) == BoardContents(copies[0].board))
    }
  }

  /// The same from files: one stream a copy.
  static func reopen(_ copy: Copy) throws {
    let fixture = try StoreFixture()
    for (replica, changes) in Dictionary(grouping: copy.changes, by: \.id.replica) {
      let name = "\(ChangeID.hex(replica, digits: 16)).jsonl"
      let lines = changes.sorted { $0.order < $1.order }.map { LineWriter.line(for: $0) }
      fixture.disk.put("\(StoreFixture.path)/journal/\(name)", Array(lines.joined()))
    }
    let store = try fixture.open(.readOnly)
    #expect(store.health.isSound)
    #expect(BoardContents(store.board) == BoardContents(copy.board))
  }
}
