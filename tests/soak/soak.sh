#!/bin/sh
# Many keys, with another copy setting marks and the document changing: see
# soak.c.  `make check` has a short form; SOAK=all is the long one, of 1,000,000
# keys on the grid and 20,000 on a terminal, best with --enable-sanitize.
set -u

. "$srcdir/tests/tap.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/lectern-soak.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
export HOME="$work" SOAK_DB="$work/marks.db" SOAK_GARDEN="$srcdir/tests/data/garden.md"
export ASAN_OPTIONS="quarantine_size_mb=1${ASAN_OPTIONS+:$ASAN_OPTIONS}"
# What is opened and edited comes to nothing.
export LECTERN_OPENER=true VISUAL=true EDITOR=true
cp "$SOAK_GARDEN" "$work/notes.md"

keys=5000 bytes=200
[ "${SOAK-}" != all ] || { keys=1000000 bytes=20000; }

soak() { # name, arguments
	name=$1
	shift
	if "$builddir/tests/soak/soak" "$@" >"$work/out" 2>&1; then
		report "$name" ""
		sed 's/^/# /' "$work/out"
	else
		report "$name" "$(cat "$work/out")"
	fi
}
if [ -r /proc/self/statm ]; then
	soak "keys on a grid" keys $keys
	soak "bytes on a terminal" bytes $bytes "$work/notes.md"
else
	skip "keys on a grid" "no /proc here"
	skip "bytes on a terminal" "no /proc here"
fi

finish
