#!/bin/sh
# What a document of twice the size takes: no more than about twice as many
# instructions, as callgrind counts them; never time.  For some, also how many.
#
#   SLOW=all    each command with each kind of document; takes long
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

. "$srcdir/tests/tap.sh"

# Valgrind and the sanitizers do not go together.
if grep -q '^SANITIZE_CFLAGS = .*-fsanitize' "$builddir/Makefile"; then
	echo "1..1"
	echo "ok 1 - growth # SKIP built with sanitizers"
	exit 0
fi
if ! command -v valgrind >/dev/null; then
	echo "1..1"
	echo "ok 1 - growth # SKIP valgrind is not installed"
	exit 0
fi
# Reports the growth of all that a program measures.
growth() { # program, argument
	program=$builddir/tests/slow/$1
	if ! valgrind --tool=callgrind --callgrind-out-file="$tmp/out" \
	    --toggle-collect=measure \
	    --dump-after=measure "$program" $2 >"$tmp/log" 2>&1; then
		report "$1 ends" "$(tail -5 "$tmp/log")"
		return
	fi
	i=0
	"$program" -n $2 | while read -r most name; do
		i=$((i + 1))
		once=$(counted $((2 * i - 1)))
		twice=$(counted $((2 * i)))
		echo "$((twice * 100 / once)) $once $most $name"
	done >"$tmp/growth"
	while read -r growth once most name; do
		faults=
		[ "$most" -eq 0 ] || [ "$once" -le "$most" ] ||
		    faults="$once instructions, more than $most"
		[ "$growth" -le 220 ] && [ "$once" -gt 0 ] ||
		    faults="$once instructions, and $growth % of that for twice the size"
		report "$name" "$faults"
	done <"$tmp/growth"
	rm -f "$tmp"/out*
}

# The instructions of the n-th call.
counted() {
	sed -n 's/^totals: *//p; s/^summary: *//p' "$tmp/out.$1" | tail -1
}

# Without the bundled conference, which some would read and others have read.
export TMPDIR="$tmp" XDG_CACHE_HOME="$tmp/none" LECTERN_DATADIR="$tmp/none"
growth slow ""
growth sweep "${SLOW-}"
finish
