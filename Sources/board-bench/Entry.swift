import SystemCalls

@main
struct Entry {
  /// Prints the table; `--large` adds 100,000 items and 1,000,000 changes, a path names where the boards are made.
  ///
  /// `--make PATH ITEMS CHANGES` only makes a board; `--append` and `--commit PATH COUNT NAME` are what the table starts
  /// four of. The program that is measured is the `board` beside this one.
  static func main() {
    let system = HostSystem()
    let own = CommandLine.arguments.first ?? ""
    let folder = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? "."
    var bench = Bench(system: system, place: system.environment("TMPDIR") ?? "/tmp", program: "\(folder)/board")
    do throws(BenchError) {
      try run(Array(CommandLine.arguments.dropFirst()), &bench)
    } catch {
      let text = Array("board-bench: \(error)\n".utf8)
      // Nothing is left to tell of a standard error that fails.
      try? system.writeAll(text, to: .standardError)
      exitProcess(74)
    }
  }

  private static func run(_ arguments: [String], _ bench: inout Bench) throws(BenchError) {
    if arguments.count == 4, let count = Int(arguments[2]) {
      if arguments[0] == "--make", let changes = Int(arguments[3]) {
        return try bench.make(BenchSize(items: count, changes: changes), at: arguments[1])
      }
      return try bench.write(arguments[0], arguments[1], changes: count, as: arguments[3])
    }
    var sizes = [
      BenchSize(items: 8, changes: 80), BenchSize(items: 1000, changes: 10_000),
      BenchSize(items: 10_000, changes: 100_000),
    ]
    for argument in arguments {
      if argument == "--large" {
        sizes += [BenchSize(items: 100_000, changes: 300_000), BenchSize(items: 10_000, changes: 1_000_000)]
      } else {
        bench.place = argument
      }
    }
    let start = try bench.start()
    try bench.say(BenchRow.heading + start.line())
    for size in sizes { try bench.measure(size, start: start) }
  }
}
