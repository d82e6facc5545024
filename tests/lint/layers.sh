#!/bin/sh
# The areas: what one includes of another stands in include/lectern and in an
# area before its own, modules do not include each other in a circle, and each
# foreign library is included by exactly one file, its door.  Programs that only
# make source (*_gen.c) are none of this.
set -u
cd "$srcdir" || exit 2

areas=$(sed -n "s/^areas='\(.*\)'$/\1/p" tests/lint/areas)
doors='unistring base/text unistr.h uninorm.h unicase.h unigbrk.h unictype.h uniwidth.h unitypes.h unilbrk.h uniwbrk.h unistdio.h uniconv.h
cmark source/markdown/markdown cmark.h
sqlite base/db sqlite3.h
expat source/xml expat.h
libyaml source/yaml_tree yaml.h
qrencode system/qr qrencode.h
curses ui/term curses.h ncurses.h ncursesw/curses.h term.h
spawn system/jobs spawn.h
landlock system/sandbox sys/prctl.h linux/landlock.h
threads base/parallel pthread.h threads.h'

. "$srcdir/tests/tap.sh"

faults=$(find src include/lectern -name '*.[ch]' | sed 's|^src/||; s|^include/lectern/||' |
    grep -Ev "^($(echo $areas | tr ' ' '|'))/")
report "every file is in an area" "$faults"

faults=$(tests/lint/areas | awk -v order="$areas" '
	BEGIN { k = split(order, a, " "); for (i = 1; i <= k; i++) at[a[i]] = i }
	{ sub(/:$/, "", $3) }
	at[$3] >= at[$1] { print $1 " includes " $3 ", which does not stand below it" }')
report "areas include only what stands below them" "$faults"

faults=$(grep -rnE '^[[:space:]]*#[[:space:]]*include "' src include |
    awk -F: '{
		from = $1; what = $3
		sub(/^[^"]*"/, "", what); sub(/".*/, "", what)
		if (what ~ /^lectern\//) next
		top = from; sub(/^src\//, "", top); sub(/\/.*/, "", top)
		mine = what; sub(/\/.*/, "", mine)
		if (from ~ /^include/ || top != mine)
			print from ": includes " what ", which is private to " mine
	}')
report "private headers are included in their own area alone" "$faults"

faults=$(find include/lectern -name '*.h' | while read -r header; do
	area=${header#include/lectern/}
	area=${area%%/*}
	name=${header#include/}
	grep -rlF "#include \"$name\"" src include |
	    grep -qv "^src/$area/" || echo "$header: no other area includes it"
done)
report "public headers are included by another area, or by a public header" "$faults"

faults=$(tests/lint/areas -m | tsort 2>&1 >/dev/null)
report "modules do not include each other in a circle" "$faults"

while read -r library door headers; do
	faults=
	for header in $headers; do
		for file in $(grep -rlE "^[[:space:]]*#[[:space:]]*include <$header>" src include); do
			case $file in
			src/$door.c | *_gen.c) ;;
			*) faults="$faults
$file: includes <$header>, which is for src/$door.c alone" ;;
			esac
		done
	done
	report "one door to $library" "${faults#?}"
done <<END
$doors
END

faults=$(grep -rnE '\b(system|popen|execlp?|execvp?e?|execle)[[:space:]]*\(' src)
report "no shell and no exec outside posix_spawn" "$faults"

# In Turkish, "TITLE" is not "title": text.h has what is meant for ASCII.
faults=$(grep -rnE '\b(is(al(pha|num)|x?digit|space|blank|upper|lower|punct|print|graph|cntrl)|to(upper|lower)|strn?casecmp|strcasestr|strcoll|strxfrm|isw[a-z]+|tow(upper|lower))(_l)?[[:space:]]*\(|<(w?ctype|strings)\.h>' \
    --include='*.[ch]' src include)
report "no case and no kind of character by the locale" "$faults"

finish
