# Two commands do all set-up on a fresh Debian with Swift: make demo, make test.
SHELL := /bin/bash
PREFIX ?= /usr/local
BUILD := swift build -c release
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: deps build demo test faults fuzz soak install uninstall bench lint clean

# What the build and the tests need from Debian; says what it installs, and does nothing when all is there.
PACKAGES := libncurses-dev tmux jq git strace
deps:
	@missing=; for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing from Debian:$$missing"; \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	fi

build: deps
	$(BUILD)

demo: build
	.build/release/board demo

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

# One release build serves the unit tests and the end-to-end tests of the real binary. What failed is said last.
test: deps lint
	$(BUILD) --build-tests
	@log=$$(mktemp); swift test -c release --skip-build 2>&1 | tee $$log; status=$${PIPESTATUS[0]}; \
	if [ $$status != 0 ]; then echo; echo 'What failed:'; grep -aE -A6 '✘.* recorded an issue|error:' $$log; fi; \
	rm -f $$log; exit $$status

# The fault tests with larger counts; prints one table of faults tried and what became of acknowledged changes.
faults: deps
	$(BUILD) --build-tests
	@log=$$(mktemp); \
	BOARD_FAULTS=long swift test -c release --skip-build --no-parallel \
	  --filter 'Fault|Sweep|Damage|Redaction|UndoHistory|RealReader|SeveralWriters|ManyProcesses' >$$log 2>&1; status=$$?; \
	echo '| fault | tried | acknowledged, present | lost | wrong |'; echo '|---|---|---|---|---|'; \
	sed -n 's/^FAULTS//p' $$log | sort; \
	if [ $$status != 0 ]; then grep -aE '✘|error:' $$log | head -50; fi; rm -f $$log; exit $$status

# Any bytes into the readers, by libFuzzer with the address sanitizer: FUZZ_SECONDS for each of FUZZ_TARGETS.
FUZZ_SECONDS ?= 60
FUZZ_TARGETS ?= journal-line board-json paper json markdown inert-text keys
FUZZ_BUILD := .build/fuzz
fuzz: deps
	BOARD_FUZZ=1 $(BUILD) --scratch-path $(FUZZ_BUILD) --target BoardFuzz -Xswiftc -sanitize=fuzzer -Xswiftc -sanitize=address
	swiftc -sanitize=fuzzer,address $$(find $(FUZZ_BUILD)/release/*.build -name '*.o') -lncursesw -o $(FUZZ_BUILD)/board-fuzz 2>/dev/null
	@for target in $(FUZZ_TARGETS); do \
	  corpus=$(FUZZ_BUILD)/corpus/$$target; mkdir -p $$corpus; cp -n Tests/BoardFuzz/seeds/$$target/* $$corpus/ 2>/dev/null; \
	  case $$target in paper|markdown|inert-text) cp -n sample-data/*.md sample-data/*.txt $$corpus/;; esac; \
	  echo "== $$target, $(FUZZ_SECONDS) s"; \
	  FUZZ_TARGET=$$target ASAN_OPTIONS=symbolize=0:detect_leaks=0 SWIFT_BACKTRACE=enable=no \
	    timeout $$(($(FUZZ_SECONDS) + 60)) $(FUZZ_BUILD)/board-fuzz $$corpus -max_total_time=$(FUZZ_SECONDS) -timeout=10 -max_len=8192 \
	    -artifact_prefix=$(FUZZ_BUILD)/$$target- -print_final_stats=1 2>$$corpus.log \
	    || { grep -aE 'Fatal|ERROR|SUMMARY|Test unit' $$corpus.log; exit 1; }; \
	  grep -aE 'number_of_executed_units|cov:' $$corpus.log | tail -2; \
	done

# The release binary (static Swift runtime, stripped), the manual page, and completions for three shells.
install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	install -d $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -s -m 755 .build/release/board $(DESTDIR)$(PREFIX)/bin/board
	install -m 644 docs/board.1 $(DESTDIR)$(PREFIX)/share/man/man1/board.1
	.build/release/board completions bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/board
	.build/release/board completions zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_board
	.build/release/board completions fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/board.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/board $(DESTDIR)$(PREFIX)/share/man/man1/board.1
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/board $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_board
	rm -f $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/board.fish

# Sweeps over sizes; prints one table, described in docs/performance.md. BENCH=--large adds 1,000,000 changes.
bench: build
	.build/release/board-bench $(BENCH)

# The wall for months, in minutes: 1,000,000 changes, 10,000 replaced stores, 10,000 resizes; and 500 histories of
# three copies that sync. Prints a table of what the wall holds.
soak: deps
	$(BUILD) --build-tests
	BOARD_SOAK=long swift test -c release --skip-build --filter 'WallSoakTests|SyncTests|SyncSizeTests'

clean:
	rm -rf .build
