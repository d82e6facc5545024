#!/bin/sh
# Many keys, with another copy setting marks and the document changing: see
# soak.c.  `make check` has a short form; SOAK=all is the long one, of 1,000,000
# keys on the grid and 20,000 on a terminal, best with --enable-sanitize, and
# 1,000 rounds of kills.c (KILLS=N is for those alone) and 200 of plays.c.
set -u

. "$srcdir/tests/tap.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/lectern-soak.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
export HOME="$work" SOAK_DB="$work/marks.db" SOAK_GARDEN="$srcdir/tests/data/garden.md"
# What a sanitizer finds is told apart from the program's own failures.
export ASAN_OPTIONS="quarantine_size_mb=1:exitcode=99${ASAN_OPTIONS+:$ASAN_OPTIONS}"
export UBSAN_OPTIONS="exitcode=99${UBSAN_OPTIONS+:$UBSAN_OPTIONS}"
# What is opened and edited comes to nothing.
export LECTERN_OPENER=true VISUAL=true EDITOR=true
cp "$SOAK_GARDEN" "$work/notes.md"

keys=5000 bytes=200 kills=${KILLS-30} plays=32
[ "${SOAK-}" != all ] || { keys=1000000 bytes=20000 kills=1000 plays=200; }

soak() { # name, program, arguments
	name=$1 program=$builddir/tests/soak/$2
	shift 2
	if "$program" "$@" >"$work/out" 2>&1; then
		report "$name" ""
		sed 's/^/# /' "$work/out"
	else
		report "$name" "$(cat "$work/out")"
	fi
}
if [ -r /proc/self/statm ]; then
	soak "keys on a grid" soak keys $keys
	soak "bytes on a terminal" soak bytes $bytes "$work/notes.md"
else
	skip "keys on a grid" "no /proc here"
	skip "bytes on a terminal" "no /proc here"
fi
soak "killed while marks are set, and talks are renamed" kills "$kills" "$work/killed.db"
# The reader has been welcomed before: the first key is to play.
mkdir -p "$work/.local/state/lectern" "$work/plays"
echo "welcomed yes" >"$work/.local/state/lectern/state"
unset LECTERN_OPENER
soak "killed while a video plays, or its player is" plays "$plays" "$work/plays" "$SOAK_GARDEN"

finish
