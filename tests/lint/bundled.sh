#!/bin/sh
# The conference that comes with lectern: what a new user sees first.  Its
# talks are those of the programme, in order; each has notes, in our own words,
# spelled as the field spells.
set -u
asset=$srcdir/assets/lpc-2023.md
facts=${SHARED:-/nowhere}/data/lpc-2023-talks.tsv
notes=${SHARED:-/nowhere}/data/lpc-2023-notes.md
overlap=${SHARED:-/nowhere}/tools/overlap
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

. "$srcdir/tests/tap.sh"

"$LECTERN" list "$asset" >"$tmp/list"
counts="$(wc -l <"$tmp/list") $("$LECTERN" tracks "$asset" | wc -l)"
[ "$counts" = "224 21" ] && counts=
report "it has 224 talks in 21 tracks" "$counts"

# Title, speakers and track of each video, in the programme's order.
name="they are those of the programme, in its order"
if [ -r "$facts" ]; then
	awk -F '\t' 'NR > 1 {
		gsub(/; /, ", ", $7)
		print $3 "\t" $4 "\t" $6 "\t" $7
	}' "$facts" >"$tmp/programme"
	# The tracks stand one after the other.
	awk -F '\t' '!($2 in at) { at[$2] = ++tracks }
		{ print at[$2] "\t" NR "\t" $0 }' "$tmp/programme" |
	    sort -t "$(printf '\t')" -k 1,1n -k 2,2n | cut -f 3- >"$tmp/wanted"
	report "$name" "$(cut -f 1-4 "$tmp/list" | diff - "$tmp/wanted")"
else
	skip "$name" "no shared facts here"
fi

# Bullets of each talk; one has no notes, which its heading's comment says.
faults=$(awk '
	/^## / { if (title && bullets < 3 && !none) print title ": " bullets
		title = $0; bullets = 0; none = 0 }
	/^- / { bullets++ }
	/^<!-- The machine made no notes of this talk. -->$/ { none = 1; all++ }
	END { if (bullets < 3 && !none) print title ": " bullets
		if (all != 1) print all + 0 " talks without notes" }' "$asset")
report "each talk but one has three bullets or more" "$faults"

cat >"$tmp/known" <<'END'
heading cut at 100 characters
no notes
no speaker
no speaker
no speaker
END
"$LECTERN" check "$asset" | sed -n 's/.*: warning: //p' | sort >"$tmp/warnings"
report "check finds nothing but what is known" "$(diff "$tmp/known" "$tmp/warnings")"

name="its notes are in our own words"
if [ -r "$notes" ] && command -v python3 >/dev/null 2>&1; then
	report "$name" "$(python3 "$overlap" "$notes" "$asset" | grep -v '^0 shared runs')"
else
	skip "$name" "no shared notes here, or no python3"
fi

# Headings are names; code, links and the comment at the end are no prose.
name="its words are spelled right"
if command -v aspell >/dev/null 2>&1 && aspell dicts | grep -q '^en_US$'; then
	faults=$(sed '/^Talks whose track is not certain/,$d; /^#/d; /^URL:/d; s/`[^`]*`//g' "$asset" |
	    aspell --lang=en_US --encoding=utf-8 --ignore-case list | sed "s/'s$//" | sort -u |
	    grep -Fixv -f "$srcdir/tests/lint/words.txt")
	report "$name" "$faults"
else
	skip "$name" "aspell or its English words are not installed"
fi

finish
