import BoardModel
import BoardStore
import Glibc
import SystemCalls

/// How large a measured board is.
struct BenchSize {
  let items: Int
  let changes: Int
}

/// What kept a measurement from being made.
enum BenchError: Error {
  case system(SystemError)
  case store(StoreError)
  case model(BoardError)
}

/// Ends the process with a status.
func exitProcess(_ status: Int32) -> Never { exit(status) }

/// The times of one size: medians, in milliseconds.
struct BenchResult {
  let size: BenchSize
  let megabytes: Double
  let cat: Double
  let open: Double
  let append: Double
  let commit: Double
  let refresh: Double

  static let heading =
    "items   changes    journal   read file  open+fold  append+fdatasync  one commit  refresh, idle\n"
    + "                      MB         ms         ms                ms          ms             ms\n"

  var row: String {
    let cells = [
      (String(size.items), 5), (String(size.changes), 10), (decimal(megabytes, 1), 11),
      (decimal(cat, 2), 12),
      (decimal(open, 2), 11), (decimal(append, 3), 18), (decimal(commit, 3), 12),
      (decimal(refresh, 4), 15),
    ]
    return cells.map { text, width in
      String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }
    .joined() + "\n"
  }

  private func decimal(_ value: Double, _ digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((value * Double(scale)).rounded())
    let fraction = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: digits - fraction.utf8.count)
      + fraction
  }
}

/// Makes boards and measures them against plain file calls in the same run.
struct Bench {
  let system: HostSystem
  let place: String

  /// Prints.
  func say(_ text: String) throws(BenchError) {
    do throws(SystemError) {
      try system.writeAll(Array(text.utf8), to: .standardOutput)
    } catch {
      throw .system(error)
    }
  }

  /// Measures one size on a board made for it, which is removed afterwards.
  func measure(_ size: BenchSize) throws(BenchError) -> BenchResult {
    let random = system.randomBytes(count: 6).map { byte in String(byte) }.joined()
    let path = "\(place)/bench-\(random).board"
    do throws(StoreError) {
      let settings = BoardSettings(name: "Bench")
      _ = try Store.create(at: path, settings: settings, seam: system)
    } catch {
      throw .store(error)
    }
    let result: Result<BenchResult, BenchError>
    do throws(BenchError) {
      result = .success(try measure(size, at: path))
    } catch {
      result = .failure(error)
    }
    do throws(SystemError) { _ = try system.run(ProgramCall("rm", ["-r", path])) } catch {
      throw .system(error)
    }
    return try result.get()
  }

  private func measure(_ size: BenchSize, at path: String) throws(BenchError) -> BenchResult {
    let journal = "\(path)/journal/00000000000000aa.jsonl"
    let bytes = try JournalGenerator.journal(size)
    do throws(SystemError) {
      try system.writeFile(bytes, to: journal, replacing: false)
    } catch {
      throw .system(error)
    }
    let runs = size.changes > 500_000 ? 5 : 15
    let cat = try median(runs) { () throws(SystemError) in
      _ = try system.readFile(journal, limit: 1 << 31)
    }
    let opening = try medianOfStore(runs) { () throws(StoreError) in
      _ = try Store.open(at: path, mode: .readOnly, seam: system)
    }
    let store: Store
    do throws(StoreError) {
      store = try Store.open(at: path, mode: .readWrite, seam: system)
    } catch {
      throw .store(error)
    }
    let idle = try median(101) { () throws(SystemError) in store.refresh() }
    var number = 0
    let commit = try medianOfStore(51) { () throws(StoreError) in
      number += 1
      let author = Author(
        actor: "Bench", login: "bench", today: CalendarDay(daysSinceEpoch: 18_032))
      _ = try store.commit(by: author) { (board, id) throws(BoardError) in
        try board.plan(.assign([JournalGenerator.item(0)], owner: "Owner \(number)"), as: id)
      }
    }
    let line = [UInt8](repeating: 0x61, count: 300)
    let append = try median(51) { () throws(SystemError) in
      let file = try OpenFile(
        "\(path)/yardstick", [.writeOnly, .append, .create], mode: 0o600, seam: system)
      try file.writeAll(line)
      try file.syncData()
    }
    return BenchResult(
      size: size, megabytes: Double(bytes.count) / 1e6, cat: cat, open: opening, append: append,
      commit: commit,
      refresh: idle)
  }

  private func medianOfStore(_ runs: Int, _ body: () throws(StoreError) -> Void) throws(BenchError)
    -> Double
  {
    do throws(StoreError) { return try timed(runs, body) } catch { throw .store(error) }
  }

  private func median(_ runs: Int, _ body: () throws(SystemError) -> Void) throws(BenchError)
    -> Double
  {
    do throws(SystemError) { return try timed(runs, body) } catch { throw .system(error) }
  }

  /// The median of some runs, in milliseconds.
  private func timed<Problem: Error>(_ runs: Int, _ body: () throws(Problem) -> Void)
    throws(Problem) -> Double
  {
    var times: [Int64] = []
    for _ in 0..<runs {
      let start = system.monotonic()
      try body()
      times.append(system.monotonic() - start)
    }
    return Double(times.sorted()[runs / 2]) / 1e6
  }
}
