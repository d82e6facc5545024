#!/bin/sh
# The layers: a module includes only modules that stand before it in this list,
# and each foreign library is included by exactly one file, its door.
set -u
cd "$srcdir" || exit 2

order='mem arena err text progress crew xdg words date
json find strmap db link name notes query layout grid page edit
day front html prose table markdown hot scan shape build skim sieve scan_parts input load blob matcher filter config shelf scratch history store marks exchange sync opener term
app app_list app_page app_missing
move jump search act mark
command command_bind command_key command_line command_help
paint draw_list draw_page draw_bar draw print digest
options report tui cli
main gendoc'

doors='unistring text unistr.h uninorm.h unicase.h unigbrk.h unictype.h uniwidth.h unitypes.h unilbrk.h uniwbrk.h unistdio.h uniconv.h
cmark markdown cmark.h
sqlite db sqlite3.h
curses term curses.h ncurses.h ncursesw/curses.h term.h
spawn opener spawn.h
threads crew pthread.h threads.h'

. "$srcdir/tests/tap.sh"

faults=
for file in src/*.c include/lectern/*.h; do
	module=$(basename "$file" | sed 's/\.[ch]$//')
	before=" "
	found=no
	for m in $order; do
		[ "$m" = "$module" ] && found=yes && break
		before="$before$m "
	done
	[ $found = yes ] || faults="$faults
$file: module $module has no place in the order"
	for inc in $(sed -n 's/^[[:space:]]*#[[:space:]]*include "lectern\/\(.*\)\.h".*/\1/p' "$file"); do
		[ "$inc" = "$module" ] && continue
		case $before in
		*" $inc "*) ;;
		*) faults="$faults
$file: includes $inc, which does not stand below it" ;;
		esac
	done
done
report "modules include only what stands below them" "${faults#?}"

while read -r library door headers; do
	faults=
	for header in $headers; do
		for file in $(grep -lE "^[[:space:]]*#[[:space:]]*include <$header>" src/*.c include/lectern/*.h); do
			[ "$file" = "src/$door.c" ] || faults="$faults
$file: includes <$header>, which is for src/$door.c alone"
		done
	done
	report "one door to $library" "${faults#?}"
done <<EOF
$doors
EOF

faults=$(grep -nE '\b(system|popen|execlp?|execvp?e?|execle)[[:space:]]*\(' src/*.c)
report "no shell and no exec outside posix_spawn" "$faults"

finish
