import SystemCalls
import TestSupport
import Testing

@Suite("A disk that does not confirm")
struct UnsureDiskTests {
  @Test("76: a change that is written and not confirmed is called that, and is there")
  func change() {
    var officer = Officer.withBoard()
    officer.faults = FaultPlan([.failAll(.fdatasync, .inputOutput)])
    let answer = officer.board("note", "R1", "perhaps")
    #expect(answer.status == 76)
    #expect(answer.errors.contains("is written, but the disk did not confirm it"))
    officer.faults = FaultPlan()
    #expect(officer.board("show", "R1").output.contains("perhaps"))
  }

  @Test("Whichever call fails, an export that is there is 0 or 76, and one that is not there is neither")
  func export() {
    var officer = Officer.withBoard()
    officer.disk.putDirectory("/out")
    var statuses: Set<Int32> = []
    for number in 0..<80 {
      officer.faults = FaultPlan([.failOnce(number: number, .inputOutput)])
      let answer = officer.board("export", "-o", "/out/\(number).csv")
      let isThere = officer.disk.contents("/out/\(number).csv") != nil
      #expect(isThere == (answer.status == 0 || answer.status == 76), "call \(number): \(answer.errors)")
      if answer.status == 76 { #expect(answer.errors.contains("is written, but the disk did not confirm its name")) }
      statuses.insert(answer.status ?? -1)
    }
    #expect(statuses.isSuperset(of: [0, 74, 76]))
  }
}
