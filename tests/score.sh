#!/bin/sh
# How well the loader reads real documents by others.  Their talks are counted
# (87 % of those with a definite answer, kinds T and L, within their tolerance),
# and, where a person has listed them, compared talk by talk, with a floor for
# each field.  Small ones that stand for a kind have as many talks as EXPECTED.md
# says, and as many tracks or more; their titles, speakers, tracks and links were
# compared with it by hand, and since then their sums are compared (score.kinds:
# the documents are not ours to copy).  None ends the program.  Prints TAP, with what
# is off as comments.
set -u
documents=${SHARED:-/nowhere}/data/documents
truth=${SHARED:-/nowhere}/tools/truth
bar=87

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

echo "1..5"
failed=0
score=$((100 * right / (right + wrong)))
[ $score -ge $bar ] || { failed=1 && printf 'not '; }
echo "ok 1 - $right of $((right + wrong)) real documents are read right ($score %, bar $bar %)"
[ -z "$crashed" ] || { failed=1 && printf 'not '; }
echo "ok 2 - every real document is read$crashed"

kinds=$documents/../cases/kinds
unlike=
while IFS='|' read -r _ kind counts _; do
	case $counts in *[0-9]" / "[0-9]*) ;; *) continue ;; esac
	kind=$(echo $kind)
	tracks=${counts%%/*} talks=${counts#*/}
	# Tracks without talks are headings over others.
	found=$("$LECTERN" tracks "$kinds/$kind.md" </dev/null |
		awk -F "$tab" '$2 > 0' | grep -c .)
	got=$("$LECTERN" list "$kinds/$kind.md" </dev/null | grep -c .)
	[ "$found" -ge "$((tracks))" ] && [ "$got" -eq "$((${talks%%(*}))" ] ||
		unlike="$unlike $kind($found / $got)"
done <"$kinds/EXPECTED.md"
[ -z "$unlike" ] || { failed=1 && printf 'not '; }
echo "ok 3 - each kind has its talks, and as many tracks$unlike"

unlike=
while read -r kind sum; do
	[ "$kind" = "#" ] && continue
	got=$("$LECTERN" list "$kinds/$kind.md" </dev/null | cut -f 2-5)
	[ "$(printf '%s\n' "$got" | cksum)" = "$sum" ] && continue
	unlike="$unlike $kind"
	printf '%s\n' "$got" | sed "s/^/# $kind: /"
done <"${srcdir:-.}/tests/score.kinds"
[ -z "$unlike" ] || { failed=1 && printf 'not '; }
echo "ok 4 - each kind has its titles, speakers, tracks and links$unlike"

# What is asked of the sums: of 100 talks, at least so many, or at most.
if [ ! -r "$truth" ] || ! command -v python3 >/dev/null; then
	echo "ok 5 - talks are those that a person lists # SKIP no tool here"
	exit $failed
fi
below=$(python3 "$truth" "$LECTERN" "$documents:$documents/../strangers" \
	"$documents/../truth" | awk '
	function least(what, part, of, floor) {
		if (of > 0 && 100 * part < floor * of)
			print "# " what ": " part " of " of ", floor " floor " %"
	}
	function most(what, part, of, roof) {
		if (100 * part > roof * of)
			print "# " what ": " part " for " of ", at most " roof " %"
	}
	$1 == "all" {
		least("talks found", $3, $2, 95)
		most("surplus talks", $4, $2, 5)
		least("titles", $5, $3, 95)
		least("tracks", $7, $6, 95)
		least("speakers", $9, $8, 86)
		most("false speakers", $10, $2, 2)
		least("links", $12, $11, 96)
		seen = 1
	}
	END { if (!seen) print "# the tool says nothing" }')
[ -z "$below" ] || { failed=1 && printf '%s\nnot ' "$below"; }
echo "ok 5 - talks are those that a person lists"
exit $failed
