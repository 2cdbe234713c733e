import BoardModel
import BoardStore
import Glibc
import SystemCalls

/// How large a measured board is.
struct BenchSize {
  let items: Int
  let changes: Int

  var label: String { "\(items) items, \(changes) changes" }
}

/// What kept a measurement from being made.
enum BenchError: Error {
  case system(SystemError)
  case store(StoreError)
  case model(BoardError)
  /// A program that was measured failed.
  case program(String)
}

/// Ends the process with a status.
func exitProcess(_ status: Int32) -> Never { exit(status) }

/// Makes boards and measures them against plain programs and file calls in the same run.
struct Bench {
  let system: HostSystem
  /// Where the boards are made.
  var place: String
  /// The program to measure.
  let program: String

  /// Prints.
  func say(_ text: String) throws(BenchError) {
    try tried { () throws(SystemError) in try system.writeAll(Array(text.utf8), to: .standardOutput) }
  }

  /// What every process costs here: starting and ending a program that does nothing.
  func start() throws(BenchError) -> BenchRow {
    try processes("start-up of /bin/true", runs: 51) { _ in ["/bin/true"] }
  }

  /// Measures one size on a board made for it, which is removed afterwards.
  func measure(_ size: BenchSize, start: BenchRow) throws(BenchError) {
    let random = system.randomBytes(count: 6).map { byte in String(byte) }.joined()
    let path = "\(place)/bench-\(random).board"
    // In a child, whose memory does not count for those measured later.
    let own = CommandLine.arguments.first ?? ""
    let made = try MeasuredChild([own, "--make", path, String(size.items), String(size.changes)]).wait()
    let result: Result<Void, BenchError>
    do throws(BenchError) {
      if !made.succeeded { throw .program("--make") }
      try measure(size, at: path, start)
      result = .success(())
    } catch {
      result = .failure(error)
    }
    try tried { () throws(SystemError) in _ = try system.run(ProgramCall("rm", ["-r", path])) }
    try result.get()
  }

  /// Makes a board of a size and leaves it there, also to be looked at with a profiler.
  func make(_ size: BenchSize, at path: String) throws(BenchError) {
    do throws(StoreError) {
      _ = try Store.create(at: path, settings: BoardSettings(name: "Bench"), seam: system)
    } catch {
      throw .store(error)
    }
    let bytes = try JournalGenerator.journal(size)
    try tried { () throws(SystemError) in try system.writeFile(bytes, to: Self.journal(of: path), replacing: false) }
  }

  private static func journal(of path: String) -> String { "\(path)/journal/00000000000000aa.jsonl" }

  private func measure(_ size: BenchSize, at path: String, _ start: BenchRow) throws(BenchError) {
    let journal = Self.journal(of: path)
    try say("\n\(size.label)\n\(BenchRow.heading)")
    let runs = size.changes > 500_000 ? 7 : 21
    let cat = try processes("cat over the journal", runs: runs) { _ in ["cat", journal] }
    try say(cat.line())
    try say(try processes("wc -l over the journal", runs: runs) { _ in ["wc", "-l", journal] }.line())
    let list = [program, "--board", path, "list"]
    try say(try processes("board list, no snapshot", runs: runs) { _ in list }.line(against: cat))
    let change = try processes("one durable change, whole process", runs: runs) { number in
      [program, "--board", path, "--quiet", "assign", JournalGenerator.item(0).description, "Owner P\(number)"]
    }
    try say(change.line(against: start))
    try say(try processes("board list, warm", runs: runs) { _ in list }.line(against: start))
    let asked = [program, "--board", path, "show", JournalGenerator.item(0).description]
    try say(try processes("board show, warm", runs: runs) { _ in asked }.line(against: start))
    try screen(path, size)
    try fourWriters(path, changes: 200)
    try say(try opening(path, usesSnapshot: false, runs: runs).line(against: cat))
    try say(try opening(path, usesSnapshot: true, runs: runs).line(against: cat))
    let append = try appending(path, runs: 101)
    try say(append.line())
    try say(try committing(path, runs: 101).line(against: append))
  }

  private func opening(_ path: String, usesSnapshot: Bool, runs: Int) throws(BenchError) -> BenchRow {
    try timed(usesSnapshot ? "opening, warm" : "opening, no snapshot", runs: runs) { (_) throws(BenchError) in
      do throws(StoreError) {
        _ = try Store.open(at: path, mode: .readOnly, usesSnapshot: usesSnapshot, seam: system)
      } catch {
        throw .store(error)
      }
    }
  }

  /// Changes of a store that is open, as the screen makes them.
  private func committing(_ path: String, runs: Int) throws(BenchError) -> BenchRow {
    let author = Author(actor: "Bench", login: "bench", today: CalendarDay(daysSinceEpoch: 18_032))
    let store: Store
    do throws(StoreError) { store = try Store.open(at: path, mode: .readWrite, seam: system) } catch {
      throw .store(error)
    }
    return try timed("one durable change, store open", runs: runs) { (number) throws(BenchError) in
      do throws(StoreError) {
        _ = try store.commit(by: author) { (board, id) throws(BoardError) in
          try board.plan(.assign([JournalGenerator.item(0)], owner: "Owner \(number)"), as: id)
        }
      } catch {
        throw .store(error)
      }
    }
  }

  /// The least that a durable change can cost: lock, one write, `fdatasync`.
  private func appending(_ path: String, runs: Int) throws(BenchError) -> BenchRow {
    let line = [UInt8](repeating: 0x61, count: 300)
    return try timed("flock, write, fdatasync", runs: runs) { (_) throws(BenchError) in
      try tried { () throws(SystemError) in
        let file = try OpenFile("\(path)/yardstick", [.writeOnly, .append, .create], mode: 0o600, seam: system)
        _ = try file.tryLock()
        try file.writeAll(line)
        try file.unlock()
        try file.syncData()
      }
    }
  }

  /// Whole processes, from start to end, their output dropped.
  func processes(_ name: String, runs: Int, _ command: (Int) -> [String]) throws(BenchError) -> BenchRow {
    var costs: [MeasuredChild.Cost] = []
    var row = try timed(name, runs: runs) { (number) throws(BenchError) in
      let cost = try MeasuredChild(command(number)).wait()
      if !cost.succeeded { throw .program(name) }
      costs.append(cost)
    }
    row.processor = BenchRow(name, costs.map(\.processor)).median
    row.memory = costs.map(\.memory).max()
    return row
  }

  private func timed(
    _ name: String, runs: Int, _ body: (Int) throws(BenchError) -> Void
  ) throws(BenchError) -> BenchRow {
    var times: [Double] = []
    for number in 0..<runs {
      let start = system.monotonic()
      try body(number)
      times.append(Double(system.monotonic() - start) / 1e6)
    }
    return BenchRow(name, times)
  }

  func tried(_ body: () throws(SystemError) -> Void) throws(BenchError) {
    do throws(SystemError) { try body() } catch { throw .system(error) }
  }
}
