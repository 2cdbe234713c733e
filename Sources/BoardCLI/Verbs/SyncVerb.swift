internal import BoardModel
internal import BoardStore
internal import JSONText
internal import SystemCalls

/// `board sync [REMOTE]`: changes exchanged with the copies on other machines.
enum SyncVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(1)
    let pause = try seconds(shell.invocation)
    let remote = shell.invocation.operands.first
    let (store, isJoined) = try open(shell, remote)
    if let pause { return try keepOn(store, remote, every: pause, shell) }
    let outcome = try sync(store, remote, shell)
    tell(outcome, isJoined: isJoined, store, shell)
    return .done
  }

  /// `60`, `60s` or `5m`; 1 second to a day.
  private static func seconds(_ invocation: Invocation) throws(Failure) -> Int? {
    guard let text = invocation["every"] else { return nil }
    let unit = text.hasSuffix("m") ? 60 : 1
    let number = Int(text.hasSuffix("s") || text.hasSuffix("m") ? text.dropLast() : text[...])
    guard let number, (1...86_400).contains(number), number * unit <= 86_400 else {
      throw .usage(.badNumber(what: "--every", value: text, expected: "seconds, 1 to 86400, such as 60 or 60s"))
    }
    return number * unit
  }

  /// The board; a new copy of the remote's where `--board` or `$BOARD_DIR` names a directory that does not exist yet.
  private static func open(_ shell: Shell, _ remote: String?) throws(Failure) -> (Store, isJoined: Bool) {
    let system = shell.world.system
    let named = shell.invocation.globals.board ?? shell.world.variable("BOARD_DIR")
    if let named, let remote, SyncRun.canJoin(at: named, seam: system) {
      do throws(SyncError) { return (try SyncRun.join(named, to: remote, seam: system), true) } catch {
        throw .sync(error)
      }
    }
    let path = try shell.boardPath()
    do throws(StoreError) {
      return (try Store.open(at: path, mode: .readWrite, seam: system), false)
    } catch {
      throw .store(error)
    }
  }

  private static func sync(_ store: Store, _ remote: String?, _ shell: Shell) throws(Failure) -> SyncOutcome {
    do throws(SyncError) {
      return try SyncRun.once(
        store, with: remote, startingOver: shell.invocation.has("start-over"), seam: shell.world.system)
    } catch {
      throw .sync(error)
    }
  }

  /// The longest pause while a remote is in trouble, in seconds, unless a longer one was asked for.
  private static let longestPause = 600

  /// Syncs until it is stopped; says what came or went, each new trouble once, and when it is over.
  ///
  /// While there is trouble the pauses double. A signal ends it as it ends any program: a sync that was cut off is
  /// completed by the next one.
  private static func keepOn(
    _ store: Store, _ remote: String?, every seconds: Int, _ shell: Shell
  ) throws(Failure) -> ExitStatus {
    var trouble: String?
    var pause = seconds
    while true {
      do throws(Failure) {
        let outcome = try sync(store, remote, shell)
        if trouble != nil { shell.console.note("board: in touch with “\(outcome.remote)” again") }
        trouble = nil
        pause = seconds
        if outcome.received + outcome.sent > 0 || outcome.settings != .kept {
          tell(outcome, isJoined: false, store, shell)
        }
      } catch {
        let report = ErrorPrinter.report(error)
        // These pass by themselves; anything else is for a person to decide.
        guard [.inputOutput, .tryAgain].contains(report.status) else { throw error }
        if trouble != report.name { shell.console.note("board: \(report.message)") }
        pause = trouble == nil ? seconds : min(pause * 2, max(seconds, longestPause))
        trouble = report.name
      }
      try shell.console.flush()
      shell.world.system.sleep(milliseconds: pause * 1000)
    }
  }
}

extension SyncVerb {
  /// A field that two copies set without seeing each other.
  private struct Contested {
    let entity: EntityReference
    let field: Field
    let value: String?
    let command: String
  }

  private static func contested(on board: Board) -> [Contested] {
    board.records.flatMap { record -> [Contested] in
      guard record.exists, Item(record)?.isOnBoard ?? true else { return [] }
      return record.contestedFields.map { key in
        Contested(
          entity: record.entity, field: key.field, value: record[key.field],
          command: "board settle \(record.entity.name) \(key.field.rawValue)")
      }
    }
  }

  private static func tell(_ outcome: SyncOutcome, isJoined: Bool, _ store: Store, _ shell: Shell) {
    let contested = contested(on: store.board)
    let warnings = warnings(outcome)
    if shell.json {
      writeJSON(outcome, isJoined: isJoined, contested, warnings, store, shell)
      return
    }
    for warning in warnings { shell.console.note("board: \(warning)") }
    if shell.invocation.globals.quiet { return }
    if isJoined { shell.console.line("Made a copy of the board “\(store.board.settings.name)” at \(store.path)") }
    if outcome.isFirst { shell.console.line("Put the board into \(outcome.remote)") }
    if outcome.received + outcome.sent == 0 {
      shell.console.line("Nothing to receive and nothing to send: \(outcome.remote) has the same")
    } else {
      shell.console.line("Received \(changes(outcome.received)), sent \(changes(outcome.sent)) (\(outcome.remote))")
    }
    for field in contested {
      shell.console.line(
        .warning("Contested: "),
        Span(
          "\(field.entity.name) \(field.field.words) is “\(field.field.words(for: field.value))”; two copies set it. "),
        Span("To keep it: \(field.command)"))
    }
  }

  private static func changes(_ count: Int) -> String { "\(count) \(count == 1 ? "change" : "changes")" }

  private static func warnings(_ outcome: SyncOutcome) -> [String] {
    var warnings: [String] = []
    if outcome.beganNewStream {
      warnings.append(
        "the remote held changes of this very copy that were missing here, as after a restore: they are back, and "
          + "this copy writes a stream of its own from now on")
    }
    if outcome.erased > 0 {
      warnings.append(
        "\(outcome.erased) \(outcome.erased == 1 ? "line" : "lines") here lost a text that was erased for good on "
          + "another copy (`board log` says by whom and why)")
    }
    for damage in outcome.damaged {
      warnings.append(
        "\(damage.file), line \(damage.line) of this copy \(ErrorPrinter.words(damage.fault)): "
          + "it and what stands behind it in that file was not sent; run `board check`")
    }
    if case .taken(let old) = outcome.settings {
      warnings.append(
        "the board's settings are now the remote's; here they were name “\(old.name)”, body “\(old.body ?? "")”, "
          + "force “\(old.force ?? "")”, \(old.countingRule.rawValue), \(old.responseDays) days")
    }
    return warnings
  }

  private static func writeJSON(
    _ outcome: SyncOutcome, isJoined: Bool, _ contested: [Contested], _ warnings: [String], _ store: Store,
    _ shell: Shell
  ) {
    shell.console.raw(
      JSONOutput.object(kind: "sync", asOf: shell.now, today: shell.today) { writer in
        writer.member("board", store.path)
        writer.member("remote", outcome.remote)
        writer.member("received", outcome.received)
        writer.member("sent", outcome.sent)
        writer.member("joined", isJoined)
        writer.member("first", outcome.isFirst)
        writer.member("newStream", outcome.beganNewStream)
        writer.member("warnings", warnings)
        writer.array("contested", of: contested) { writer, field in
          writer.beginObject()
          writer.member("ref", field.entity.name)
          writer.member("field", field.field.rawValue)
          writer.member("value", field.value)
          writer.member("settle", field.command)
          writer.endObject()
        }
      })
  }
}
