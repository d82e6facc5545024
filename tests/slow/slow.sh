#!/bin/sh
# What a document of twice the size takes: no more than about twice as many
# instructions, as callgrind counts them; never time.  For some, also how many.
set -u
slow=$builddir/tests/slow/slow
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
valgrind --tool=callgrind --callgrind-out-file="$tmp/out" --dump-after=measure \
    "$slow" >"$tmp/log" 2>&1 || {
	report "documents are read" "$(tail -5 "$tmp/log")"
	finish
	exit
}
i=0
"$slow" -n | while read -r most name; do
	i=$((i + 1))
	once=$(sed -n 's/^totals: *//p; s/^summary: *//p' "$tmp/out.$((2 * i - 1))" | tail -1)
	twice=$(sed -n 's/^totals: *//p; s/^summary: *//p' "$tmp/out.$((2 * i))" | tail -1)
	echo "$((twice * 100 / once)) $once $most $name"
done >"$tmp/growth"
while read -r growth once most name; do
	faults=
	[ "$most" -eq 0 ] || [ "$once" -le "$most" ] ||
	    faults="$once instructions, more than $most"
	[ "$growth" -le 260 ] && [ "$once" -gt 0 ] ||
	    faults="$once instructions, and $growth % of that for twice the size"
	report "$name" "$faults"
done <"$tmp/growth"
finish
