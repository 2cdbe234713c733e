import BoardModel
import BoardStore
import SystemCalls

extension Bench {
  /// The chair's screen on a board: first full screen, keys, what others write, rest.
  func screen(_ path: String, _ size: BenchSize) throws(BenchError) {
    var opening: [Double] = []
    for _ in 0..<5 {
      let start = system.monotonic()
      let screen = try MeasuredScreen([program, "--board", path], system: system)
      opening.append(Double(screen.settle(quiet: 100).last - start) / 1e6)
      _ = screen.end()
    }
    try say(BenchRow("first full screen, warm", opening).line())
    let screen = try MeasuredScreen([program, "--board", path], system: system)
    _ = screen.settle(quiet: 200)
    var steps: [Double] = []
    var bytes: [Double] = []
    for number in 0..<60 {
      let answer = screen.press(number % 20 < 10 ? "j" : "k")
      steps.append(answer.milliseconds)
      bytes.append(Double(answer.bytes))
    }
    try say(BenchRow("key to paint: a step", steps).line())
    try say(BenchRow("bytes sent for a step (bytes)", bytes).line())
    _ = screen.press("/")
    var typing: [Double] = []
    for _ in 0..<4 {
      for key in ["r", "e", "v", "i", "\u{7F}", "\u{7F}", "\u{7F}", "\u{7F}"] {
        typing.append(screen.press(key).milliseconds)
      }
    }
    try say(BenchRow("key to paint: typing a filter", typing).line())
    _ = screen.press("\u{1B}")
    _ = screen.settle(quiet: 100, patience: 100)
    var outside: [Double] = []
    for number in 0..<9 {
      // The first item is on the screen; its owner is shown.
      let change = try MeasuredChild(
        [program, "--board", path, "--quiet", "assign", JournalGenerator.item(0).description, "Outside \(number)"])
      guard change.wait().succeeded else { throw .program("assign") }
      let acknowledged = system.monotonic()
      outside.append(max(0, Double(screen.settle(quiet: 100, patience: 3000).last - acknowledged) / 1e6))
    }
    try say(BenchRow("outside change, acknowledged to painted", outside).line())
    try say(BenchRow("wake-ups a second at rest", [screen.wakeUpsAtRest(seconds: 4)]).line())
    let cost = screen.end()
    try say("  memory of that screen: \(cost.memory / 1000) MB\n")
  }

  /// What four processes reach that all write to one board, against the bare calls.
  func fourWriters(_ path: String, changes: Int) throws(BenchError) {
    let own = CommandLine.arguments.first ?? ""
    var rates: [Double] = []
    for mode in ["--append", "--commit"] {
      let start = system.monotonic()
      var children: [MeasuredChild] = []
      for number in 0..<4 { children.append(try MeasuredChild([own, mode, path, String(changes), String(number)])) }
      for child in children where !child.wait().succeeded { throw .program(mode) }
      rates.append(Double(changes * 4) / (Double(system.monotonic() - start) / 1e9))
    }
    try say(
      "  durable changes a second, 4 processes: \(Int(rates[1])), bare calls \(Int(rates[0])): "
        + "\(BenchRow.decimal(rates[1] / max(1, rates[0]), 2)) ×\n")
  }

  /// Appends so many lines with the bare calls, or makes so many changes: what one of four writers does.
  func write(_ mode: String, _ path: String, changes: Int, as name: String) throws(BenchError) {
    if mode == "--append" {
      let line = [UInt8](repeating: 0x61, count: 300)
      try tried { () throws(SystemError) in
        for _ in 0..<changes {
          let lock = try OpenFile("\(path)/yardstick-lock", [.writeOnly, .create], mode: 0o600, seam: system)
          while try !lock.tryLock() { system.sleep(milliseconds: 1) }
          let file = try OpenFile("\(path)/yardstick", [.writeOnly, .append, .create], mode: 0o600, seam: system)
          try file.writeAll(line)
          try lock.unlock()
          try file.syncData()
        }
      }
      return
    }
    let author = Author(actor: "Bench \(name)", login: "bench", today: CalendarDay(daysSinceEpoch: 18_032))
    do throws(StoreError) {
      let store = try Store.open(at: path, mode: .readWrite, seam: system)
      for number in 0..<changes {
        _ = try store.commit(by: author) { (board, id) throws(BoardError) in
          try board.plan(.note(JournalGenerator.item(0), text: "\(name) \(number)", isPrivate: false), as: id)
        }
      }
    } catch {
      throw .store(error)
    }
  }
}
