import SystemCalls

/// A file's bytes as written, and as they would be after a loss of power.
package struct MemoryFile: Sendable {
  package var bytes: [UInt8]
  package var durable: [UInt8]
}

/// A directory's names as changed, and as they would be after a loss of power.
package struct MemoryDirectory: Sendable {
  package var names: [String: Int] = [:]
  package var durable: [String: Int] = [:]
}

/// What stands on a ``MemoryDisk``, by inode number.
package struct MemoryDiskState: Sendable {
  package enum Body: Sendable {
    case file(MemoryFile)
    case directory(MemoryDirectory)
    case link(String)
    case fifo
  }

  package struct Node: Sendable {
    package var body: Body
    package var mode: UInt32
    package var modified: Int64
  }

  package var nodes: [Int: Node] = [1: Node(body: .directory(MemoryDirectory()), mode: 0o755, modified: 0)]
  package var nextNode = 2
  /// Which open file description holds a node's lock.
  package var locks: [Int: Int] = [:]
  package var nextDescription = 1
  /// Both clocks; 16 May 2019, 00:00 UTC at the start.
  package var nanoseconds: Int64 = 1_557_964_800 * 1_000_000_000
  package var seed: UInt64 = 1
  package var room: Int?
  /// Whether it says that it is shared over a network.
  package var isOnNetwork = false
  /// Counts losses of power: descriptors of earlier processes are dead.
  package var boots = 0

  /// The node a path leads to.
  package func find(_ path: String, following: Bool, depth: Int = 0) -> Int? {
    guard depth < 8 else { return nil }
    var node = 1
    let names = path.split(separator: "/").filter { name in name != "." }
    for (place, name) in names.enumerated() {
      guard case .directory(let directory) = nodes[node]?.body, let next = directory.names[String(name)] else {
        return nil
      }
      node = next
      if case .link(let target) = nodes[node]?.body, following || place < names.count - 1 {
        let base = target.hasPrefix("/") ? "" : names[..<place].map { part in "/\(part)" }.joined() + "/"
        guard let led = find(base + target, following: true, depth: depth + 1) else { return nil }
        node = led
      }
    }
    return node
  }

  /// The directory a path's last name stands in, and that name.
  package func place(of path: String) -> (directory: Int, name: String)? {
    let names = path.split(separator: "/")
    guard let name = names.last else { return nil }
    let above = names.dropLast().map { part in "/\(part)" }.joined()
    guard let directory = find(above, following: true), case .directory = nodes[directory]?.body else { return nil }
    return (directory, String(name))
  }

  package mutating func link(_ node: Int, at path: String) {
    guard let (directory, name) = place(of: path) else { return }
    update(directory) { names in names.names[name] = node }
  }

  @discardableResult
  package mutating func insert(_ body: Body, at path: String, mode: UInt32) -> Int {
    let node = nextNode
    nextNode += 1
    nodes[node] = Node(body: body, mode: mode, modified: nanoseconds)
    link(node, at: path)
    return node
  }

  package mutating func remove(_ path: String) -> Bool {
    guard let (directory, name) = place(of: path) else { return false }
    var removed = false
    update(directory) { names in removed = names.names.removeValue(forKey: name) != nil }
    return removed
  }

  package mutating func update(_ directory: Int, _ body: (inout MemoryDirectory) -> Void) {
    guard case .directory(var names)? = nodes[directory]?.body else { return }
    body(&names)
    nodes[directory]?.body = .directory(names)
  }

  package mutating func makeNamesDurable(at path: String) {
    guard let (directory, name) = place(of: path) else { return }
    update(directory) { names in names.durable[name] = names.names[name] }
  }

  package mutating func copyTree(_ path: String, to target: String) {
    guard let source = find(path, following: false), let node = nodes[source] else { return }
    if case .directory(let directory) = node.body {
      insert(.directory(MemoryDirectory()), at: target, mode: node.mode)
      for name in directory.names.keys.sorted() { copyTree("\(path)/\(name)", to: "\(target)/\(name)") }
    } else {
      insert(node.body, at: target, mode: node.mode)
    }
    makeNamesDurable(at: target)
  }

  package func allPaths(under path: String = "", node: Int = 1) -> [String] {
    guard case .directory(let directory) = nodes[node]?.body else { return [] }
    return directory.names.sorted { $0.key < $1.key }.flatMap { name, child in
      ["\(path)/\(name)"] + allPaths(under: "\(path)/\(name)", node: child)
    }
  }

  package mutating func losePower(keeps: (Int) -> Bool) {
    var number = 0
    func next() -> Bool {
      number += 1
      return keeps(number - 1)
    }
    for node in nodes.keys.sorted() {
      switch nodes[node]?.body {
      case .file(let file)?:
        let left = MemoryDiskState.afterPowerLoss(file, keeps: next)
        nodes[node]?.body = .file(MemoryFile(bytes: left, durable: left))
      case .directory(let directory)?:
        var left = directory.durable
        for name in Set(directory.names.keys).union(directory.durable.keys).sorted()
        where directory.names[name] != directory.durable[name] && next() {
          left[name] = directory.names[name]
        }
        nodes[node]?.body = .directory(MemoryDirectory(names: left, durable: left))
      default: continue
      }
    }
    locks = [:]
    boots += 1
  }

  /// What is left of a file: the size may be the new one or the synced one; pieces not kept read as before, or zero.
  private static func afterPowerLoss(_ file: MemoryFile, keeps: () -> Bool) -> [UInt8] {
    if file.bytes == file.durable { return file.durable }
    let size = keeps() ? file.bytes.count : file.durable.count
    var left = Array(file.durable.prefix(size))
    left += [UInt8](repeating: 0, count: size - left.count)
    for start in stride(from: 0, to: min(size, file.bytes.count), by: 512) {
      let range = start..<min(start + 512, size, file.bytes.count)
      if Array(file.bytes[range]) != Array(left[range]), keeps() {
        left.replaceSubrange(range, with: file.bytes[range])
      }
    }
    return left
  }
}
