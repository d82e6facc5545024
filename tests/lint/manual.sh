#!/bin/sh
# The manual page: what mandoc has to say of it, and that it tells of every
# command, as the table has them.
set -u
cd "$builddir" || exit 2

. "$srcdir/tests/tap.sh"

if ! command -v mandoc >/dev/null 2>&1; then
	echo "ok 1 # SKIP mandoc is not installed"
	echo "1..1"
	exit 0
fi

# References to pages that are not installed here are no fault.
faults=$(mandoc -Tlint lectern.1 2>&1 | grep '^mandoc: lectern.1:' |
    grep -v 'STYLE: referenced manual not found')
report "mandoc finds nothing to mend" "$faults"

faults=$(grep -n '@[A-Z]*@' lectern.1)
report "nothing is left to be filled in" "$faults"

names=$(sed -n 's/^{"\([a-z-]*\)", "[^"]*", "\(Moving\|Finding\|The .*\)", .*/\1/p' \
    "$srcdir/src/ui/command.c")
faults=
[ "$(echo "$names" | wc -l)" -gt 30 ] || faults="
the table in src/ui/command.c could not be read"
for name in $names; do
	grep -Eq "^\.It .*Ic \\\\&$name( |\$)" lectern.1 || faults="$faults
$name is not in the manual"
done
report "every command is in the manual" "${faults#?}"

finish
