# Two commands do all set-up on a fresh Debian with Swift: make demo, make test.
SHELL := /bin/bash
PREFIX ?= /usr/local
BUILD := swift build -c release
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: deps build demo test install bench lint clean

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

clean:
	rm -rf .build
