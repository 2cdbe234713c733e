# Two commands do all set-up on a fresh Debian with Swift: make demo, make test.
SHELL := /bin/bash
PREFIX ?= /usr/local
BUILD := swift build -c release
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: deps build demo test install uninstall bench lint soak clean

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

# One release build serves the unit tests and the end-to-end tests of the real binary.
test: deps lint
	$(BUILD) --build-tests
	swift test -c release --skip-build

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
