#!/bin/sh
# How well talks are joined, on programmes and videos of others: prints right,
# wrong and left.  A programme before and after its event: talks keep a number in
# their slug, which joining does not look at.  Titles of videos: each row is one
# talk, by title alone and with the speakers, and with a third of either side
# left out, where a wrong partner is tempting.
set -u
shared=${SHARED:-/nowhere}/data

. "$srcdir/tests/tap.sh"

if [ ! -r "$shared/join/videos.tsv" ] || ! command -v jq >/dev/null 2>&1; then
	skip "joining real talks" "no shared pairs here, or no jq"
	finish
	exit
fi

# at_least WHAT ALL RIGHT WRONG LEFT PERMILLE: all but that many are right.
at_least() {
	echo "# $1: $3 right, $4 wrong, $5 left of $2"
	report "$1: at least $6 per mille, and none wrong" "$(
		[ "$4" -eq 0 ] && [ $((1000 * $3)) -ge $(($6 * $2)) ] ||
		    echo "$3 right, $4 wrong, $5 left of $2")"
}

# score WHAT PERMILLE [ARGUMENT]...
score() {
	what=$1 most=$2
	shift 2
	set -- $("$builddir/tests/join/score" "$shared/join/videos.tsv" "$@" | tr -d ',:')
	at_least "$what" "$1" "$3" "$5" "$7" "$most"
}

score "videos by title alone" 940
score "videos with speakers" 975 people
score "videos by title, the programme with speakers" 970 programme

all=0 right=0 wrong=0
for seed in 1 2 3 4 5 6 7 8; do
	for people in "" people programme; do
		set -- $("$builddir/tests/join/score" "$shared/join/videos.tsv" $people third "$seed" | tr -d ',:')
		all=$((all + $1)) right=$((right + $3)) wrong=$((wrong + $5))
	done
done
echo "# a third left out: $right right, $wrong wrong of $all"
report "a third left out: at most 1 wrong in 1,000" "$(
	[ $((1000 * wrong)) -le $((right + wrong)) ] || echo "$wrong wrong, $right right")"

tmp=$(mktemp -d)
trap 'rm -r "$tmp"' EXIT

# The notes of a conference, and what is known of its talks as a programme.
jq -Rs '{schedule: {conference: {title: "LPC"}, events: [split("\n")[1:][] | split("\t") |
	select(length > 6) | {title: .[5], track: .[3], persons: (.[6] | split(", "))}]}}' \
    "$shared/lpc-2023-talks.tsv" >"$tmp/programme.json"
"$LECTERN" join "$shared/lpc-2023-notes.md" "$tmp/programme.json" 2>/dev/null </dev/null >"$tmp/joined"
set -- $(awk -F '\t' '
	function key(s) { gsub(/[^A-Za-z0-9]/, "", s); return tolower(s) }
	$1 == "left" { next }
	{ a = key($2); b = key($3) }
	index(a, b) || index(b, a) || substr(a, 1, 9) == substr(b, 1, 9) { right++; next }
	{ print "# " $1 ": " $2 " | " $3 >"/dev/stderr"; wrong++ }
	END { print 224, right + 0, wrong + 0, 224 - right - wrong }' "$tmp/joined")
at_least "notes of a conference with its programme" "$1" "$2" "$3" "$4" 991

before=$shared/formats/fosdem-2024-before.xml after=$shared/formats/fosdem-2024-after.xml
if "$LECTERN" list "$before" 2>&1 </dev/null | grep -q 'built without expat'; then
	skip "a programme before and after its event" "built without expat"
	finish
	exit
fi
numbers() {
	awk '/<slug>/ { match($0, /2024-[0-9]+/); n = substr($0, RSTART + 5, RLENGTH - 5) }
		/<title>/ && n { sub(/.*<title>/, ""); sub(/<\/title>.*/, ""); print n "\t" $0; n = "" }' "$1"
}
numbers "$before" >"$tmp/before"
numbers "$after" >"$tmp/after"
"$LECTERN" join "$before" "$after" 2>/dev/null </dev/null >"$tmp/joined"
# A talk that was handed in anew has a number that the other programme does not
# know: that says neither right nor wrong.
set -- $(LC_ALL=C awk -F '\t' '
	function key(s) { gsub(/&[a-z0-9#]*;|[^A-Za-z0-9]/, "", s); return s }
	FILENAME ~ /before$/ { old[key($2)] = old[key($2)] " " $1; is[$1] = 1; next }
	FILENAME ~ /after$/ { new[key($2)] = new[key($2)] " " $1; known[$1] = 1; both += $1 in is; next }
	$1 == "left" { next }
	{
		found = told = 0
		k = split(old[key($2)], a, " ")
		n = split(new[key($3)], b, " ")
		for (i = 1; i <= k; i++) {
			told += a[i] in known
			for (m = 1; m <= n; m++) {
				told += b[m] in is
				if (a[i] == b[m]) found = 1
			}
		}
		right += found
		wrong += told && !found
		if (told && !found) print "# wrong: " $2 " | " $3 >"/dev/stderr"
	}
	END { print both, right + 0, wrong + 0, both - right }' "$tmp/before" "$tmp/after" "$tmp/joined")
at_least "a programme before and after its event" "$1" "$2" "$3" "$4" 980

finish
