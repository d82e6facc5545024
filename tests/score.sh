#!/bin/sh
# How well the loader reads real documents by others: at least 85 % of those
# with a definite answer (kinds T and L) within their tolerance, and none ends
# the program.  Prints TAP, with the documents that are off as comments.
set -u
documents=${SHARED:-/nowhere}/data/documents
bar=85

if [ ! -r "$documents/EXPECTED.tsv" ]; then
	echo "1..1"
	echo "ok 1 - real documents # SKIP no shared documents here"
	exit 0
fi

tab=$(printf '\t')
right=0 wrong=0 crashed=
while IFS="$tab" read -r file kind _ talks tolerance _; do
	[ "$kind" = kind ] && continue
	got=$("$LECTERN" list "$documents/$file" 2>/dev/null </dev/null)
	status=$?
	[ $status -eq 0 ] || crashed="$crashed $file($status)"
	case $kind in T | L) ;; *) continue ;; esac
	n=$(printf '%s\n' "$got" | grep -c .)
	off=$((n > talks ? n - talks : talks - n))
	if [ "$off" -le "$tolerance" ]; then
		right=$((right + 1))
	else
		wrong=$((wrong + 1))
		shape=$("$LECTERN" check "$documents/$file" 2>/dev/null | tail -n 2 | head -n 1)
		echo "# $file: $n talks, should be $talks (+-$tolerance); ${shape##*: }"
	fi
done <"$documents/EXPECTED.tsv"

echo "1..2"
score=$((100 * right / (right + wrong)))
[ $score -ge $bar ] || printf 'not '
echo "ok 1 - $right of $((right + wrong)) real documents are read right ($score %, bar $bar %)"
[ -z "$crashed" ] || printf 'not '
echo "ok 2 - every real document is read$crashed"
[ $score -ge $bar ] && [ -z "$crashed" ]
