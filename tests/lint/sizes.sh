#!/bin/sh
# The house's limits: no .c over 600 lines, half of them under 180, no function
# over 60.  A function begins with its name in column 0 and has its braces there,
# as clang-format writes them.
set -u
cd "$srcdir" || exit 2

. "$srcdir/tests/tap.sh"

lines=$(find src -name '*.c' -exec wc -l {} + | grep -v ' total$' | sort -n)

report "no file has over 600 lines" "$(echo "$lines" | awk '
	$1 > 600 { print $2 ": " $1 " lines" }')"

half=180

report "half of the files have under $half lines" "$(echo "$lines" | awk -v half=$half '
	{ n[NR] = $1 }
	END { if (n[int((NR + 1) / 2)] >= half) print n[int((NR + 1) / 2)] " lines" }')"

# functions FILE...: file, name and lines from the opening brace to the closing.
functions() {
	awk '
		FNR == 1 { start = 0; name = "" }
		/^[a-z_][a-z0-9_]*\(/ { name = $0; sub(/\(.*/, "", name) }
		/^[a-z].*[ *][a-z_][a-z0-9_]*\(/ {
			name = $0
			sub(/\(.*/, "", name)
			sub(/.*[ *]/, "", name)
		}
		/^{$/ { start = FNR }
		/^}$/ { if (start) print FILENAME, name, FNR - start - 1; start = 0 }' "$@"
}
all=$(find src -name '*.c' -exec cat {} + | grep -c '^{$')
seen=$(find src -name '*.c' | while read -r file; do functions "$file"; done)

report "no function has over 60 lines" "$(echo "$seen" | awk '
	$3 > 60 { print $1 ": " $2 "() has " $3 " lines" }')"

report "every function was seen" "$(
	[ "$(echo "$seen" | wc -l)" -eq "$all" ] || echo "$all, of these seen: $(echo "$seen" | wc -l)")"

# Words of a list that is searched by halves, as bytes, by file and list.
lists() {
	grep -l 'WORD_LIST(' $(find src -name '*.c') | while read -r file; do
		for name in $(grep -o 'WORD_LIST([a-z_]*)' "$file" | sed 's/.*(//; s/)//' | sort -u); do
			awk -v name="$name" '
				index($0, " " name "[] = {") { on = 1; n++ }
				on { print n " " $0 }
				/};$/ { on = 0 }' "$file" |
				awk -F'"' -v at="$file $name" '{ split($1, n, " "); for (i = 2; i <= NF; i += 2) print at, n[1], $i }'
		done
	done
}
report "words of lists are in the order of their bytes" "$(lists | LC_ALL=C awk '
	{ list = $1 " " $2 " " $3; word = $0; sub(/^[^ ]+ [^ ]+ [^ ]+ /, "", word) }
	word ~ /\\/ { print list ": " word " is no plain text" }
	list == last && word <= before { print list ": " before " before " word }
	{ last = list; before = word }')"

# What the limits are for: that they see what they look for.
long=$(mktemp "${TMPDIR:-/tmp}/lectern-sizes.XXXXXX")
{
	printf 'static int\nlong_one(int a,\n    int b)\n{\n'
	for i in 1 2 3 4 5 6 7; do
		printf '\ta++;\n\tif (a) {\n\t}\n\tb++;\n\tb++;\n\tb++;\n\tb++;\n\tb++;\n\tb++;\n'
	done
	printf '}\n'
} >"$long"
report "a long function is seen" "$(
	[ "$(functions "$long" | cut -d' ' -f2-)" = "long_one 63" ] || functions "$long")"
rm -f "$long"

finish
