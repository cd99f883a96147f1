# make run    install what is missing, build in release, start the chat
# make test   the same set-up, then everything that CI checks

SWIFT ?= swift
PREFIX ?= /usr/local
BUILD = .build/release
PLACE = $(DESTDIR)$(PREFIX)
SHARE = $(PLACE)/share
COMPLETION = $(BUILD)/firststep --generate-completion-script
SOURCES = Package.swift Sources Tests Plugins Knowledge

# With the Swift libraries linked in the program starts faster and runs without a toolchain.
TOOLCHAIN = $(dir $(realpath $(shell command -v $(SWIFT))))..
export FIRSTSTEP_STATIC := $(and $(wildcard $(TOOLCHAIN)/bin/ld.lld), \
  $(wildcard $(TOOLCHAIN)/lib/swift_static/linux/lib_FoundationCShims.a))

.PHONY: run build test lint install bench setup clean

run: build
	@$(BUILD)/firststep

build: setup
	@$(SWIFT) build -c release --product firststep
	@$(SWIFT) build -c release --product knowledge-compiler

# The same folder and configuration for everything: training needs an optimised compiler anyway.
test: export FIRSTSTEP_RECORD = never
test: setup lint
	$(SWIFT) build -c release --build-tests -Xswiftc -warnings-as-errors
	$(BUILD)/firststep knowledge check Knowledge
	$(BUILD)/firststep transcript run --variants
	$(SWIFT) test -c release --skip-build

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

bench: build
	$(MAKE) -C Benchmarks run

install: build
	install -d $(PLACE)/bin $(PLACE)/libexec/firststep $(SHARE)/man/man1
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions
	install -d $(SHARE)/fish/vendor_completions.d
	install -m 755 $(BUILD)/firststep $(PLACE)/bin/firststep
	install -m 755 $(BUILD)/knowledge-compiler $(PLACE)/libexec/firststep/knowledge-compiler
	$(BUILD)/firststep manual > $(SHARE)/man/man1/firststep.1
	$(COMPLETION) bash > $(SHARE)/bash-completion/completions/firststep
	$(COMPLETION) zsh > $(SHARE)/zsh/site-functions/_firststep
	$(COMPLETION) fish > $(SHARE)/fish/vendor_completions.d/firststep.fish

setup:
	@Scripts/set-up

clean:
	rm -rf .build
