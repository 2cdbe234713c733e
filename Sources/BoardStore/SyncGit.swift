import SystemCalls

/// Runs git in the board's own clone, so that nothing of the person who runs it takes part.
///
/// It gets an environment of its own: no settings of the person or the machine, no hooks, no signing, no prompts, no
/// proxies, no helpers; of the person's environment only what finds programs, the home directory and the keys of ssh.
struct SyncGit {
  /// The clone's directory, a repository without a work tree.
  let repository: String
  let seam: any SystemSeam

  private static let settings = [
    "core.hooksPath=/dev/null", "commit.gpgSign=false", "push.gpgSign=false", "protocol.ext.allow=never",
    "core.fsmonitor=false", "core.fsync=all", "core.attributesFile=/dev/null", "core.askPass=", "credential.helper=",
    "gc.autoDetach=false", "maintenance.autoDetach=false", "fetch.fsckObjects=true", "fetch.recurseSubmodules=false",
    "http.lowSpeedLimit=1", "http.lowSpeedTime=60",
  ]

  private var environment: [String: String] {
    var environment = [
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_ATTR_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "", "SSH_ASKPASS_REQUIRE": "never",
      "GIT_ALLOW_PROTOCOL": "file:ssh:https", "GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C",
      // A shared connection would outlive git and keep its pipes open.
      "GIT_SSH_COMMAND":
        "ssh -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=15 -o ControlMaster=no -o ControlPath=none",
      "GIT_AUTHOR_NAME": "board", "GIT_AUTHOR_EMAIL": "board@localhost",
      "GIT_COMMITTER_NAME": "board", "GIT_COMMITTER_EMAIL": "board@localhost",
    ]
    for name in ["PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "SSH_AUTH_SOCK"] {
      environment[name] = seam.environment(name)
    }
    return environment
  }

  /// Runs one command of git and catches what it writes.
  ///
  /// - Parameter limit: How many bytes of its output are wanted at most.
  func run(
    _ arguments: [String], input: [UInt8]? = nil, limit: Int = 1 << 20
  ) throws(SyncError) -> ProgramResult {
    var all: [String] = []
    for setting in Self.settings { all += ["-c", setting] }
    if arguments.first != "init" { all.append("--git-dir=\(repository)") }
    var call = ProgramCall(
      "git", all + arguments, environment: environment, input: input.map { .bytes($0) } ?? .nothing,
      capturesOutput: true, capturesErrors: true, captureLimit: limit)
    call.inheritsEnvironment = false
    do throws(SystemError) {
      return try seam.run(call)
    } catch {
      if error.call == .spawn, error.errno == .noEntry { throw .programMissing("git") }
      throw .local(error)
    }
  }

  /// Runs a command that works on our clone alone.
  @discardableResult
  func local(_ arguments: [String], input: [UInt8]? = nil, limit: Int = 1 << 20) throws(SyncError) -> [UInt8] {
    let result = try run(arguments, input: input, limit: limit)
    guard result.succeeded, result.dropped == 0 else {
      let detail = SyncGit.lastWords(result.errors)
      if SyncGit.saysFull(result.errors) { throw .full(remote: repository, detail: detail) }
      throw .brokenClone(path: repository, detail: detail)
    }
    return result.output
  }

  /// Runs a local command that answers with one word: an object's name.
  func name(_ arguments: [String], input: [UInt8]? = nil) throws(SyncError) -> String {
    let output = try local(arguments, input: input)
    return String(decoding: output.prefix { byte in byte > 0x20 }, as: UTF8.self)
  }

  /// The error of a command that talked to the remote.
  func failure(_ result: ProgramResult, remote: String) -> SyncError {
    let text = String(decoding: result.errors, as: UTF8.self).lowercased()
    let detail = SyncGit.lastWords(result.errors)
    // The words of git, of dash, and of bash.
    for words in ["cannot run ssh", "ssh: not found", "ssh: command not found"] where text.contains(words) {
      return .programMissing("ssh")
    }
    if SyncGit.saysFull(result.errors) { return .full(remote: remote, detail: detail) }
    for words in ["remote rejected", "remote unpack failed", "unpacker error", "permission to", "access denied"]
    where text.contains(words) {
      return .refused(remote: remote, detail: detail)
    }
    return .unreachable(remote: remote, detail: detail)
  }

  private static func saysFull(_ errors: [UInt8]) -> Bool {
    let text = String(decoding: errors, as: UTF8.self).lowercased()
    return text.contains("no space left on device") || text.contains("quota exceeded")
  }

  /// The line that says what is wrong: git's first complaint, else its last line.
  static func lastWords(_ errors: [UInt8]) -> String {
    let lines = String(decoding: errors, as: UTF8.self).split(separator: "\n").map(String.init)
    // That a push failed is known; why stands in another line.
    // What git adds when ssh has failed says less than ssh did.
    let added = [
      "error: failed to push", "fatal: Could not read from remote", "Please make sure you", "and the reposit",
    ]
    let saying = lines.filter { line in !line.isEmpty && !added.contains { line.hasPrefix($0) } }
    let told = saying.isEmpty ? lines : saying
    let complaint = told.first { line in
      ["fatal: ", "error: ", "remote: ", "ssh: "].contains { line.hasPrefix($0) }
    }
    return String((complaint ?? told.last ?? "no word from git").prefix(300))
  }
}
