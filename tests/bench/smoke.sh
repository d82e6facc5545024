#!/bin/sh
# The benchmark does not rot: its documents are the same each time and are read
# as what they are.
set -u
bench=$builddir/tests/bench
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

n=0 bad=0
report() { # name, faults
	n=$((n + 1))
	if [ -n "$2" ]; then
		bad=1
		echo "not ok $n - $1"
		echo "$2" | sed 's/^/# /'
	else
		echo "ok $n - $1"
	fi
}

"$bench/generate" 224 >"$tmp/talks.md"
"$bench/generate" 224 >"$tmp/again.md"
"$bench/generate" 224 7 >"$tmp/other.md"
report "a document is the same each time" "$(cmp "$tmp/talks.md" "$tmp/again.md" 2>&1)"
faults=
cmp -s "$tmp/talks.md" "$tmp/other.md" && faults="they are the same"
report "another seed gives another one" "$faults"

"$LECTERN" list "$tmp/talks.md" >"$tmp/list" 2>"$tmp/err"
faults=$(cat "$tmp/err")
talks=$(grep -c . "$tmp/list")
ids=$(cut -f 1 "$tmp/list" | sort -u | grep -Ec '^[A-Za-z0-9_-]{11}$')
[ "$talks" -eq 224 ] && [ "$ids" -eq 224 ] ||
    faults="$faults $talks talks, $ids ids"
report "it has 224 talks with an id each" "$faults"

echo "1..$n"
exit $bad
