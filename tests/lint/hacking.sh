#!/bin/sh
# HACKING: the files that it names are there, its picture has the areas in their
# order, and its doors are those that the lint of areas holds.
set -u
cd "$srcdir" || exit 2

. "$srcdir/tests/tap.sh"

areas=$(sed -n "s/^areas='\(.*\)'$/\1/p" tests/lint/areas)
doors=$(sed -n "s/^doors='\(.*\)/\1/p; /^doors=/,/'$/{ /^doors=/!p; }" tests/lint/layers.sh | tr -d "'")

# Paths as from the top, or from src: source/load, markdown/lazy.
faults=$(grep -oE '(\.ci|src|include|tests|markdown|'"$(echo $areas | tr ' ' '|')"')/[a-zA-Z_./*-]*' HACKING |
    sed 's/[.,]*$//' | sort -u | while read -r path; do
	case $path in
	*AREA* | */x | */x.[ch] | *_x.[ch]) continue ;;
	esac
	for at in $path $path.c $path.h src/$path src/$path.c src/source/$path src/source/$path.c; do
		# A star stands for any name.
		# shellcheck disable=SC2086
		set -- $at
		[ -e "$1" ] && continue 2
	done
	echo "$path is not there"
done)
report "what it names is there" "$faults"

report "its picture has the areas, the lowest last" "$(
	sed -n '/^THE HOUSE$/,/^THREE WALKS$/s/^    \([a-z]*\)   *[a-z].*/\1/p' HACKING |
	    grep -xE "$(echo $areas | tr ' ' '|')" | tac | diff - /dev/fd/3 3<<END
$(echo $areas | tr ' ' '\n')
END
)"

faults=$(echo "$doors" | while read -r library door headers; do
	sed -n '/^    lib.*ncurses/,/^$/p' HACKING | grep -qE "(^|[ /])$door( |$)" ||
	    echo "the door to $library, $door, is not told"
done)
report "it tells the door to each library" "$faults"

finish
