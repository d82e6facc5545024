#!/bin/sh
# Translations: what is shown is marked, and each language has all of it.
set -u
. "$srcdir/tests/tap.sh"

if ! command -v xgettext >/dev/null || ! command -v msgfmt >/dev/null; then
	skip "translations" "gettext is not installed"
	finish
fi
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
make -s -C "$builddir" po/lectern.pot >/dev/null
pot=$builddir/po/lectern.pot
# A release has it with the sources.
[ -e "$pot" ] || pot=$srcdir/po/lectern.pot

# A message a line, after the file where it stands; plural forms on their own.
flat='
	function out() { if (id != "") print place "\t" id; id = ""; on = 0 }
	/^#:/ { out(); place = $2 }
	/^msgid/ { out(); on = 1; sub(/^msgid(_plural)? /, "") }
	/^msgstr/ { on = 0 }
	on && /^"/ { sub(/^"/, ""); sub(/"$/, ""); id = id $0 }
	END { out() }'

# What has two words beside each other is prose.  None of it is shown: SQL, HTML,
# words that are searched for, names of programs, and what asserts and
# LECTERN_CHECK say.
cd "$srcdir" || exit 2
find src/base src/model src/find src/marks src/system src/ui src/cli -name '*.c' |
    grep -vE '_gen\.c$|/gendoc\.c$|base/text\.c$' | LC_ALL=C sort |
    xgettext -a -f - --no-wrap --add-location=file --from-code=UTF-8 -o "$tmp/all" 2>/dev/null
awk "$flat" "$tmp/all" >"$tmp/strings"
msgcat --no-wrap "$pot" 2>/dev/null | awk "$flat" | cut -f2 >"$tmp/marked"
unmarked() {
	awk -F'\t' 'NR == FNR { m[$1]; next } !($2 in m)' "$tmp/marked" "$1" |
	    grep -E "$(printf '\t').*[a-z]{2,} [a-z]{2,}" | grep -vE \
'SELECT|PRAGMA|<!DOCTYPE|SQLite format|lectern known 1|find/stem\.c	 the and|option_table\.c	[a-z ]*$|#color match|list of videos|memory model|scheduler latency|there is room for all|(clip|load)[a-z-]* -|wl-copy|ui/app\.c	|after the key'
}
report "what is shown is marked" "$(unmarked "$tmp/strings")"
printf 'src/ui/x.c\tthis is not marked\n' >"$tmp/one"
report "a text that is not marked is seen" "$([ -n "$(unmarked "$tmp/one")" ] || echo "it is not")"

# In source are lists of words, too: there what is told of documents is looked at.
untold() { # file
	tr '\n\t' '  ' <"$1" |
	    grep -oE '(build_warn|build_left_aside|err_set|fail|stop|fault)\([^;{]*;|fault = [^;]*;|shape = [^;]*;' |
	    grep -E '"[^"]*[a-z]{2,} [a-z]{2,}[^"]*"' | grep -vE 'english|_\(|told' | sed "s|^|$1: |"
}
report "what is told of documents is marked" "$(find src/source -name '*.c' | LC_ALL=C sort |
	while read -r file; do untold "$file"; done)"
printf 'build_warn(build, 1,\n    "no end");\n' >"$tmp/one"
report "what is told and not marked is seen" "$([ -n "$(untold "$tmp/one")" ] || echo "it is not")"

report "what is marked is ASCII" "$(LC_ALL=C grep -n '[^ -~	]' "$tmp/marked")"
report "no message is empty" "$(grep -rnE '\bN?_\(""\)' src)"

for language in $(sed '/^#/d' po/LINGUAS); do
	report "$language: formats are right" "$(msgfmt -c -o /dev/null "po/$language.po" 2>&1)"
	report "$language: all is translated" "$(msgcmp --use-untranslated "po/$language.po" "$pot" 2>&1
		msgcmp "po/$language.po" "$pot" 2>&1 | head -n 20)"
	report "$language: nothing is left over" "$(msgmerge -q "po/$language.po" "$pot" 2>/dev/null |
		sed -n '/^#~ msgid/p; /^#, fuzzy/p')"
done
finish
