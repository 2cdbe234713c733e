import SystemCalls
import TestSupport
import Testing

@Suite struct MemoryDiskTests {
  @Test("After a loss of power the synced bytes are there, and of the others just the chosen pieces")
  func powerLoss() throws {
    let disk = MemoryDisk()
    let process = MemoryProcess(disk)
    let file = try OpenFile("/a", [.writeOnly, .create, .append], seam: process)
    try file.writeAll([UInt8](repeating: 1, count: 600))
    try file.sync()
    try process.syncDirectory("/")
    try file.writeAll([UInt8](repeating: 2, count: 600))
    // Kept: the new size (0) and the last of the pieces 512..<1024 (1), 1024..<1200 (2).
    disk.losePower { number in number != 1 }
    let left = try #require(disk.contents("/a"))
    #expect(left.count == 1200)
    #expect(left[..<600].allSatisfy { $0 == 1 })
    #expect(left[600..<1024].allSatisfy { $0 == 0 })
    #expect(left[1024...].allSatisfy { $0 == 2 })
    #expect(throws: SystemError.self) { try file.writeAll([3]) }
  }

  @Test("A name that was not synced may be gone after a loss of power")
  func lostName() throws {
    let disk = MemoryDisk()
    let file = try OpenFile("/a", [.writeOnly, .create], seam: MemoryProcess(disk))
    try file.sync()
    disk.losePower { _ in false }
    #expect(disk.contents("/a") == nil)
  }

  @Test("The plan fails, shortens and stops the calls it names")
  func faults() throws {
    let disk = MemoryDisk()
    let process = MemoryProcess(disk)
    process.plan(FaultPlan([.failOnce(number: 1, .inputOutput), .shortWrite(number: 0, bytes: 2), .kill(number: 5)]))
    let file = try OpenFile("/a", [.writeOnly, .create], seam: process)
    #expect(throws: SystemError(.fsync, path: "/a", .inputOutput)) { try file.sync() }
    try file.sync()
    #expect(try file.write([1, 2, 3]) == 2)
    #expect(try file.tryLock())
    #expect(throws: SystemError(.write, path: "/a", .killed)) { try file.write([1]) }
    #expect(process.isKilled)
    #expect(disk.contents("/a") == [1, 2])
    let next = try OpenFile("/a", [.writeOnly], seam: MemoryProcess(disk))
    #expect(try next.tryLock())
  }

  @Test("A lock is held against another process until it is let go")
  func locks() throws {
    let disk = MemoryDisk()
    let first = try OpenFile("/lock", [.writeOnly, .create], seam: MemoryProcess(disk))
    let second = try OpenFile("/lock", [.writeOnly], seam: MemoryProcess(disk))
    #expect(try first.tryLock())
    #expect(try !second.tryLock())
    try first.unlock()
    #expect(try second.tryLock())
  }
}
