import BoardCLI
import Foundation
import SystemCalls
import TestSupport
import Testing

/// An officer at a shell, with a board on a disk in memory; 16 May 2019.
struct Officer {
  var disk = MemoryDisk()
  var variables = ["BOARD_DIR": "/t.board", "BOARD_TODAY": "2019-05-16", "BOARD_ACTOR": "K. Ali", "LANG": "C.UTF-8"]
  var terminals: Set<Int32> = []
  var size = (80, 100)
  var outputFails: Errno?
  var directory = "/"
  var faults = FaultPlan()
  var editor: (@Sendable (MemoryDisk, ProgramCall) -> ProgramResult)?

  /// What one run left behind.
  struct Answer {
    let outcome: Outcome
    let output: String
    let errors: String
    let programs: [[String]]

    var status: Int32? { if case .exit(let status) = outcome { status } else { nil } }
    var json: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any] ?? [:]
    }
    var error: [String: Any] {
      let object = (try? JSONSerialization.jsonObject(with: Data(errors.utf8))) as? [String: Any]
      return object?["error"] as? [String: Any] ?? [:]
    }
    func list(_ key: String) -> [[String: Any]] { json[key] as? [[String: Any]] ?? [] }
  }

  /// Runs one command line.
  @discardableResult
  func board(_ arguments: String..., input: String = "") -> Answer {
    board(bytes: arguments.map { Array($0.utf8) }, input: input)
  }

  func board(bytes: [[UInt8]], input: String = "") -> Answer {
    let system = ShellWorld(
      disk, input: Array(input.utf8), variables: variables, terminals: terminals, size: size,
      outputFails: outputFails, directory: directory, faults: faults,
      editor: editor)
    let outcome = CommandLineFace.run(arguments: bytes, world: World(system: system))
    return system.streams.withLock { streams in
      Answer(
        outcome: outcome, output: String(decoding: streams.output, as: UTF8.self),
        errors: String(decoding: streams.errors, as: UTF8.self), programs: streams.programs)
    }
  }

  /// An officer with a board of one report, R1 to R3 and A1.
  static func withBoard() -> Officer {
    let officer = Officer()
    officer.board("init", "/t.board", "--name", "Test")
    officer.board(
      "report", "add", "stalking-2019", "--title", "Stalking and harassment", "--published", "2019-04-10")
    officer.board(
      "add", "stalking-2019", "rec", "1", "--text", "Forces should record crimes.", "due=2019-10-10",
      "addressees=chief constables")
    officer.board("add", "stalking-2019", "rec", "2", "--text", "The NPCC lead should write.", "due=2019-05-01")
    officer.board("add", "stalking-2019", "rec", "3.1", "--text", "Part of the third.")
    officer.board("add", "stalking-2019", "afi", "1", "--text", "The force should improve.")
    return officer
  }

  /// One item by its reference.
  func item(_ reference: String) -> [String: Any] {
    board("show", reference, "--json").json["item"] as? [String: Any] ?? [:]
  }

  /// How many changes the board has.
  var changeCount: Int { board("log", "--json").list("changes").count }
}
