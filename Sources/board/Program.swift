internal import BoardCLI
internal import BoardModel
internal import BoardStore
internal import CursesTerminal
internal import Glibc
internal import ScreenGrid
internal import SystemCalls

/// Runs the command line; opens the screen it asks for; leaves with the exit status.
@main
enum Program {
  static func main() {
    HostSystem.takeStandardStreams()
    // A limit on the size of files is an error of the write, to be reported; not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    let world = World(system: HostSystem())
    let arguments = rawArguments
    switch CommandLineFace.run(arguments: arguments, world: world) {
    case .exit(let status): exit(status)
    case .openFace(let request): exit(open(request, world: world))
    }
  }

  private static func open(_ request: FaceRequest, world: World) -> Int32 {
    switch request.face {
    case .demo:
      do throws(StoreError) {
        let demo = try DemoBoard.make(world: world)
        defer { demo.remove(world: world) }
        return chair(
          request, path: demo.path, today: request.today ?? demo.today,
          notice: "Elsewhere: \(demo.invitation)", minutesFolder: "", world: world)
      } catch {
        return CommandLineFace.report(error, world: world)
      }
    case .chair(let path, let past):
      return chair(
        request, path: path, past: past, today: request.today, notice: nil,
        minutesFolder: folder(of: path), world: world)
    case .wall(let path, let options): return wall(request, path: path, options, world: world)
    }
  }

  /// The folder that a board stands in, where its minutes are proposed for; empty for the one we are in.
  private static func folder(of board: String) -> String {
    var path = board[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The arguments as the bytes they are, which need not be UTF-8.
  private static var rawArguments: [[UInt8]] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { return nil }
      return unsafe Array(UnsafeBufferPointer(start: argument, count: strlen(argument))).map { UInt8(bitPattern: $0) }
    }
  }
}
