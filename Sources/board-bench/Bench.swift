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
  let place: String
  /// The program to measure.
  let program: String

  /// Prints.
  func say(_ text: String) throws(BenchError) {
    try tried { () throws(SystemError) in try system.writeAll(Array(text.utf8), to: .standardOutput) }
  }

  /// What every process costs here: starting and ending a program that does nothing.
  func start() throws(BenchError) -> BenchRow {
    try processes("start-up", "/bin/true", [], runs: 51)
  }

  /// Measures one size on a board made for it, which is removed afterwards.
  func measure(_ size: BenchSize, start: BenchRow) throws(BenchError) {
    let random = system.randomBytes(count: 6).map { byte in String(byte) }.joined()
    let path = "\(place)/bench-\(random).board"
    do throws(StoreError) {
      _ = try Store.create(at: path, settings: BoardSettings(name: "Bench"), seam: system)
    } catch {
      throw .store(error)
    }
    let result: Result<Void, BenchError>
    do throws(BenchError) { result = .success(try measure(size, at: path, start)) } catch { result = .failure(error) }
    try tried { () throws(SystemError) in _ = try system.run(ProgramCall("rm", ["-r", path])) }
    try result.get()
  }

  /// Makes a board of a size and leaves it there, to be looked at with a profiler.
  func make(_ size: BenchSize, at path: String) throws(BenchError) {
    do throws(StoreError) {
      _ = try Store.create(at: path, settings: BoardSettings(name: "Bench"), seam: system)
    } catch {
      throw .store(error)
    }
    let bytes = try JournalGenerator.journal(size)
    try tried { () throws(SystemError) in
      try system.writeFile(bytes, to: "\(path)/journal/00000000000000aa.jsonl", replacing: false)
    }
  }

  private func measure(_ size: BenchSize, at path: String, _ start: BenchRow) throws(BenchError) {
    let journal = "\(path)/journal/00000000000000aa.jsonl"
    let bytes = try JournalGenerator.journal(size)
    try tried { () throws(SystemError) in try system.writeFile(bytes, to: journal, replacing: false) }
    try say("\n\(size.label), \(bytes.count / 1000) kB\n\(BenchRow.heading)")
    let runs = size.changes > 500_000 ? 7 : 21
    let cat = try processes("cat over the journal", "cat", [journal], runs: runs)
    try say(cat.line())
    let list = try processes("board list", program, ["--board", path, "list"], runs: runs)
    try say(list.line(against: cat))
    try say(try opening(path, runs: runs).line(against: cat))
    let append = try appending(path, runs: 101)
    try say(append.line())
    try say(try committing(path, runs: 101).line(against: append))
    let change = try processes("one durable change, whole process", runs: runs) { number in
      (program, ["--board", path, "--quiet", "assign", JournalGenerator.item(0).description, "Owner P\(number)"])
    }
    try say(change.line(against: start))
  }

  private func opening(_ path: String, runs: Int) throws(BenchError) -> BenchRow {
    try timed("opening and folding", runs: runs) { (_) throws(BenchError) in
      do throws(StoreError) { _ = try Store.open(at: path, mode: .readOnly, seam: system) } catch {
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

  private func processes(
    _ name: String, _ program: String, _ arguments: [String], runs: Int
  ) throws(BenchError) -> BenchRow {
    try processes(name, runs: runs) { _ in (program, arguments) }
  }

  /// Whole processes, from start to end, with their output read through a pipe and dropped.
  private func processes(
    _ name: String, runs: Int, _ call: (Int) -> (String, [String])
  ) throws(BenchError) -> BenchRow {
    let before = childSeconds()
    var row = try timed(name, runs: runs) { (number) throws(BenchError) in
      let (program, arguments) = call(number)
      var result = ProgramResult(end: .exited(0))
      try tried { () throws(SystemError) in
        result = try system.run(
          ProgramCall(program, arguments, input: .nothing, capturesOutput: true, captureLimit: 0))
      }
      if !result.succeeded { throw .program(name) }
    }
    row.processor = (childSeconds() - before) * 1000 / Double(runs)
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

  private func tried(_ body: () throws(SystemError) -> Void) throws(BenchError) {
    do throws(SystemError) { try body() } catch { throw .system(error) }
  }
}

extension Bench {
  /// The processor time of all children so far, in seconds (`getrusage`).
  private func childSeconds() -> Double {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    return Double(seconds) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }
}
