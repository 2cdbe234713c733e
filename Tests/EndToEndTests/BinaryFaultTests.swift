import Foundation
import TestSupport
import Testing

/// The sweeps of the store, on the real binary: a sample in the short form, all of it in the long one.
@Suite struct BinaryFaultTests {
  /// A board with one report and three items, and a script run on it.
  func run(_ script: String) throws -> (status: Int32, text: String) {
    let binary = try BoardBinary()
    defer { binary.clean() }
    try #require(try binary.run("init", binary.board).status == 0)
    try #require(try binary.run("import", PaperTests.sample.path, "--yes").status == 0)
    return try Machine.sh(script, binary.environment.merging(["BOARD": BoardBinary.path, "B": binary.board]) { $1 })
  }

  /// The numbers in a line `tried … present … lost … wrong …`.
  func count(_ text: String) throws -> FaultCount {
    let line = try #require(text.split(separator: "\n").last { $0.hasPrefix("tried ") }, "\(text)")
    let numbers = line.split(separator: " ").compactMap { Int($0) }
    try #require(numbers.count == 4)
    var count = FaultCount()
    (count.tried, count.present, count.lost, count.wrong) = (numbers[0], numbers[1], numbers[2], numbers[3])
    return count
  }

  static let verbs = [
    ("note", "note R1 \"$M\""), ("assign", "assign R1 \"$M\""),
    ("move", "move R1 $([ $((i % 2)) = 0 ] && echo awaiting-npcc || echo force-action) --reason \"$M\""),
    ("due", "due R1 20$((20 + i % 70))-01-0$((i % 9 + 1)) --reason \"$M\""), ("respond", "respond R1 \"$M\""),
    ("undo", "undo"),
  ]

  @Test(
    "kill -9 at every system call of an append, from the lock to the end: what was acknowledged is there",
    .enabled(if: Machine.canInject, "strace cannot inject here"), arguments: verbs)
  func kills(verb: String, line: String) throws {
    let step = FaultCount.isLong ? 1 : 9
    let result = try run(
      """
      i=0; M=first; "$BOARD" note R3 before >/dev/null
      strace -qq -o "$B/../trace" "$BOARD" \(line) >/dev/null 2>&1
      awk '{split($0, a, "("); n[a[1]]++; if (a[1] == "flock") on = 1; if (on && a[1] !~ /exit/) print a[1], n[a[1]]}' "$B/../trace" > "$B/../calls"
      tried=0; acked=""; wrong=0
      while read call number; do
        i=$((i + 1)); [ $((i % \(step))) = 0 ] || continue
        M="marker-$i-end"; tried=$((tried + 1)); "$BOARD" note R3 "before $i" >/dev/null
        strace -qq -o /dev/null -e trace=$call -e inject=$call:signal=SIGKILL:when=$number "$BOARD" \(line) >/dev/null 2>&1 </dev/null
        [ $? = 0 ] && acked="$acked $M"
        timeout 5 "$BOARD" note R2 "after $i" >/dev/null || { wrong=$((wrong + 1)); echo "after $call $number"; }
      done < "$B/../calls"
      "$BOARD" check >/dev/null || { wrong=$((wrong + 1)); "$BOARD" check; }
      "$BOARD" log --json > "$B/../log"; present=0; lost=0
      for M in $acked; do
        if [ \(verb) = undo ] || grep -q "$M" "$B/../log"; then present=$((present + 1)); else lost=$((lost + 1)); fi
      done
      [ "$(grep -o '"after [0-9]*"' "$B/../log" | sort -u | wc -l)" -ge $tried ] || wrong=$((wrong + 1))
      echo "tried $tried present $present lost $lost wrong $wrong"
      """)
    let count = try count(result.text)
    #expect(count.isClean && count.tried > 4, "\(result.text)")
    count.report("kill -9 at each system call of the binary: \(verb)")
  }

  @Test("A flipped byte anywhere is found by check, and the other lines are shown")
  func flips() throws {
    let result = try run(
      """
      for i in $(seq 12); do "$BOARD" note R1 "number $i end" >/dev/null; done
      J=$(ls "$B"/journal/*.jsonl); cp "$J" "$B/../whole"; start=$(head -n 1 "$J" | wc -c); size=$(stat -c %s "$J")
      tried=0; present=0; lost=0; wrong=0
      for n in $(seq \(FaultCount.isLong ? 300 : 12)); do
        place=$((start + (n * 7919) % (size - start - 1))); mask=$((n % 3 == 0 ? 1 : n % 3 == 1 ? 32 : 255))
        cp "$B/../whole" "$J"; byte=$(od -An -tu1 -j$place -N1 "$J"); tried=$((tried + 1))
        printf "\\\\$(printf %03o $((byte ^ mask)))" | dd of="$J" bs=1 seek=$place conv=notrunc 2>/dev/null
        "$BOARD" check > "$B/../check"; [ $? = 1 ] && grep -q "line [0-9]*, offset" "$B/../check" || wrong=$((wrong + 1))
        shown=$("$BOARD" show R1 --json 2>/dev/null | grep -o 'number [0-9]* end' | sort -u | wc -l)
        [ $shown -ge 10 ] && [ $shown -le 11 ] && present=$((present + shown)) || lost=$((lost + 1))
      done
      echo "tried $tried present $present lost $lost wrong $wrong"
      """)
    let count = try count(result.text)
    #expect(count.isClean, "\(result.text)")
    count.report("bytes changed under the binary")
  }

  @Test(
    "16 processes that write 200 changes each, one after the other, with two that read",
    .enabled(if: FaultCount.isLong, "in the long form; the short form has threads in its place"))
  func manyProcesses() throws {
    let result = try run(
      """
      for w in $(seq 16); do
        ( for i in $(seq 200); do "$BOARD" note R$((w % 7 + 1)) "w$w-$i-end" --as "W$w" >/dev/null && echo "w$w-$i-end"; done ) > "$B/../acked.$w" &
        writers="$writers $!"
      done
      for r in 1 2; do ( while [ ! -f "$B/../done" ]; do "$BOARD" check >/dev/null || echo bad >> "$B/../bad"; sleep 0.2; done ) & done
      wait $writers; touch "$B/../done"; wait
      cat "$B"/../acked.* | sort > "$B/../acked"; tried=$(wc -l < "$B/../acked")
      "$BOARD" log --json | grep -o 'w[0-9]*-[0-9]*-end' | sort -u > "$B/../found"
      lost=$(comm -23 "$B/../acked" "$B/../found" | wc -l); wrong=0; [ -f "$B/../bad" ] && wrong=1
      [ $tried = 3200 ] || wrong=$((wrong + 1)); "$BOARD" check --strict >/dev/null || wrong=$((wrong + 1))
      echo "tried $tried present $((tried - lost)) lost $lost wrong $wrong"
      """)
    let count = try count(result.text)
    #expect(count.isClean, "\(result.text)")
    count.report("16 processes of 200 changes, two readers")
  }
}
