import SystemCalls

@main
struct Entry {
  /// Prints the table; `--large` adds 1,000,000 changes, a path names where the boards are made.
  ///
  /// The program that is measured is the `board` beside this one.
  static func main() {
    let system = HostSystem()
    var sizes = [BenchSize(items: 8, changes: 80), BenchSize(items: 1000, changes: 10_000)]
    sizes.append(BenchSize(items: 10_000, changes: 100_000))
    var place = system.environment("TMPDIR") ?? "/tmp"
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.count == 4, arguments[0] == "--make", let items = Int(arguments[2]), let changes = Int(arguments[3]) {
      do throws(BenchError) {
        try Bench(system: system, place: place, program: "").make(
          BenchSize(items: items, changes: changes), at: arguments[1])
        return
      } catch {
        exitProcess(74)
      }
    }
    for argument in arguments {
      if argument == "--large" {
        sizes.append(BenchSize(items: 10_000, changes: 1_000_000))
      } else {
        place = argument
      }
    }
    let own = CommandLine.arguments.first ?? ""
    let folder = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? "."
    do throws(BenchError) {
      let bench = Bench(system: system, place: place, program: "\(folder)/board")
      let start = try bench.start()
      try bench.say(BenchRow.heading + start.line())
      for size in sizes { try bench.measure(size, start: start) }
    } catch {
      let text = Array("board-bench: \(error)\n".utf8)
      // Nothing is left to tell of a standard error that fails.
      try? system.writeAll(text, to: .standardError)
      exitProcess(74)
    }
  }
}
