#!/bin/sh
# The manual pages: what mandoc has to say of them, and that they tell of every
# command, as the table has them.
set -u
cd "$builddir" || exit 2

. "$srcdir/tests/tap.sh"

pages='lectern.1 lectern-config.5 lectern-filter.7'

if ! command -v mandoc >/dev/null 2>&1; then
	skip "the manual pages" "mandoc is not installed"
	finish
fi

for page in $pages; do
	# References to pages that are not installed here are no fault.
	faults=$(mandoc -Tlint "$page" 2>&1 | grep "^mandoc: $page:" |
	    grep -v 'STYLE: referenced manual not found')
	report "mandoc finds nothing to mend in $page" "$faults"
done

# shellcheck disable=SC2086
faults=$(grep -n '@[A-Z]*@' $pages)
report "nothing is left to be filled in" "$faults"

names=$(sed -n 's/^{"\([a-z-]*\)", "[^"]*", N_("\(Moving\|Finding\|The .*\)"), .*/\1/p' \
    "$srcdir/src/ui/command.c")
faults=
[ "$(echo "$names" | wc -l)" -gt 30 ] || faults="
the table in src/ui/command.c could not be read"
for name in $names; do
	grep -Eq "^\.It .*Ic \\\\&$name( |\$)" lectern.1 || faults="$faults
$name is not in the manual"
done
report "every command is in the manual" "${faults#?}"

# As a reader sees them: a word may be a macro, too, or lose what is after it.
shown=$(mandoc -Tascii lectern.1 | sed "s/.$(printf '\b')//g; s/^ *//")
groups='s/^{.*N_("\([^"]*\)"), \(NULL\|"[^"]*"\),$/\1/p'
arguments='s/^{"\([a-z-]*\)", .*, "\(.*\)",$/\1 \2/p'
faults=$(for part in "$groups" "$arguments"; do
	sed -n "$part" "$srcdir/src/ui/command.c" | sort -u
done |
    while read -r words; do
	echo "$shown" | sed 's/^.*(\(.*\))$/\1/' | grep -qxF "$words" ||
	    echo "$words does not show"
done)
report "its groups and arguments show as the table has them" "$faults"

# Each page leads to the others, and what one tells the others do not.
faults=$(for page in $pages; do
	for other in $pages; do
		[ "$page" = "$other" ] ||
		    sed -n '/^\.Sh SEE ALSO/,$p' "$page" |
		    grep -q "^\.Xr ${other%.*} ${other##*.}" ||
		    echo "$page: no way to $other"
	done
done
cat $pages | grep -v '^\.\(Xr\|Ev\|Pa\|Cm\|Ql\|Pp\|Bl\|El\|It\|Os\|Sh\)' |
    awk 'length > 50' | sort | uniq -d)
report "the pages lead to each other, and repeat nothing" "$faults"

finish
