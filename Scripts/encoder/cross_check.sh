#!/bin/sh
# Compiles the kernels for this processor and for 64-bit ARM, runs the latter under QEMU, and fails unless every path
# gives the same bits. Debian: apt-get install qemu-user-static libc6-dev-arm64-cross libgcc-12-dev-arm64-cross
set -eu
cd "$(dirname "$0")/../../Sources/CSentenceEncoder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
options="-std=gnu2x -O3 -ffp-contract=off -I include"
clang $options ./*.c ../../Scripts/encoder/cross_check.c -o "$work/here"
# Contraction is left on, as a check that the source itself forbids it.
clang -std=gnu2x -O3 -I include --target=aarch64-linux-gnu -fuse-ld=lld -static \
  -isystem /usr/aarch64-linux-gnu/include -L/usr/aarch64-linux-gnu/lib \
  -B/usr/lib/gcc-cross/aarch64-linux-gnu/12 -L/usr/lib/gcc-cross/aarch64-linux-gnu/12 \
  -B/usr/aarch64-linux-gnu/lib ./*.c ../../Scripts/encoder/cross_check.c -o "$work/arm"
{ "$work/here"; qemu-aarch64-static "$work/arm"; } | tee "$work/hashes"
test "$(cut -d' ' -f2 "$work/hashes" | sort -u | wc -l)" -eq 1 || { echo "the paths differ" >&2; exit 1; }
