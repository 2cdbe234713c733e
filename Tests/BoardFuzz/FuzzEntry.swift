import Foundation

/// What can be fed with any bytes; `FUZZ_TARGET` names the one that a run is for.
///
/// Each traps when a promise is broken; libFuzzer then keeps the bytes that did it.
let targets: [String: ([UInt8]) -> Void] = [
  "journal-line": FuzzTargets.journalLine,
  "board-json": FuzzTargets.boardFile,
  "paper": FuzzTargets.paper,
  "json": FuzzTargets.json,
  "markdown": FuzzTargets.markdown,
  "inert-text": FuzzTargets.inertText,
  "keys": FuzzTargets.keys,
]

/// The name is the environment's; a name that is none ends the run at once.
let target: ([UInt8]) -> Void = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let found = targets[name] else {
    preconditionFailure("FUZZ_TARGET is “\(name)”; there are \(targets.keys.sorted().joined(separator: ", "))")
  }
  return found
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
