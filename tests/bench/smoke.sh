#!/bin/sh
# The benchmark does not rot: its documents are the same each time and are read
# as what they are, and every row is printed.  What it measures is not looked at.
set -u
bench=$builddir/tests/bench
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

. "$srcdir/tests/tap.sh"

"$bench/generate" 224 >"$tmp/talks.md"
"$bench/generate" 224 >"$tmp/again.md"
"$bench/generate" 224 7 >"$tmp/other.md"
report "a document is the same each time" "$(cmp "$tmp/talks.md" "$tmp/again.md" 2>&1)"
faults=
cmp -s "$tmp/talks.md" "$tmp/other.md" && faults="they are the same"
report "another seed gives another one" "$faults"

"$LECTERN" list "$tmp/talks.md" >"$tmp/list" 2>"$tmp/err"
faults=$(cat "$tmp/err")
talks=$(grep -c . "$tmp/list")
ids=$(cut -f 1 "$tmp/list" | sort -u | grep -Ec '^[A-Za-z0-9_-]{11}$')
[ "$talks" -eq 224 ] && [ "$ids" -eq 224 ] ||
    faults="$faults $talks talks, $ids ids"
report "it has 224 talks with an id each" "$faults"

faults=
for form in $("$bench/generate" forms); do
	"$bench/generate" 56 2023 "$form" >"$tmp/form.md"
	count=$("$LECTERN" list "$tmp/form.md" | grep -c .)
	[ "$count" -eq 56 ] || faults="$faults $form has $count talks"
done
report "so has a document of each form as many as it says" "$faults"

cd "$builddir" || exit 2
ls -d tests/bench/tmp-* >"$tmp/before" 2>/dev/null
BENCH_ROUNDS=1 BENCH_SIZES=224 BENCH_HUGE='' BENCH_FORMS='table wrapped' \
    "$bench/bench" "$tmp/results.tsv" >"$tmp/out" 2>&1
status=$?
faults=$([ $status -eq 0 ] || { echo "status $status" && cat "$tmp/out"; })
report "it is run" "$faults"

cut -f 1,2,7 "$tmp/results.tsv" | tail -n +3 >"$tmp/rows"
sed 's/;/\t/g' >"$tmp/wanted" <<'EOF'
load;flat;libcmark
load, ready to search;flat;libcmark
search riscv;flat;wc -l
search riscv;flat;fzf --filter
search riscv;flat;fzf -e
search riscv;flat;fzy -e
search riscv;flat;rg -i
search riscv;flat;grep -i
filter, all five keys;flat;memchr
filter, r;flat;memchr
filter, ri;flat;memchr
filter, ris;flat;memchr
filter, risc;flat;memchr
filter, riscv;flat;memchr
related talks;flat;-
key, p99 of all;flat;-
key, p99 of Down;flat;-
key, p99 of typing;flat;-
key, p99 of first byte;flat;-
key, median;flat;-
key at rest, p99;flat;-
key while read again, p99;flat;-
all talks listed;flat;panes
memory, list;flat;file size
80x40, titles whole;-;-
80x40, speakers shown;-;-
80x40, tracks whole;-;-
80x40, talks;-;-
100x40, titles whole;-;-
100x40, speakers shown;-;-
100x40, tracks whole;-;-
100x40, talks;-;-
120x40, titles whole;-;-
120x40, speakers shown;-;-
120x40, tracks whole;-;-
120x40, talks;-;-
160x40, titles whole;-;-
160x40, speakers shown;-;-
160x40, tracks whole;-;-
160x40, talks;-;-
200x40, titles whole;-;-
200x40, speakers shown;-;-
200x40, tracks whole;-;-
200x40, talks;-;-
first screen, bundled;-;panes
first screen, bundled, again;-;panes
first screen, bundled;-;less
first screen, bundled;-;tig
first screen, bundled;-;newsboat
memory, bundled screen;-;-
fold, Cyrillic;-;libcmark
highlight, Cyrillic;-;libcmark
fold, accents;-;libcmark
highlight, accents;-;libcmark
fold, Greek;-;libcmark
highlight, Greek;-;libcmark
fold, Arabic;-;libcmark
highlight, Arabic;-;libcmark
fold, Devanagari;-;libcmark
highlight, Devanagari;-;libcmark
fold, Chinese;-;libcmark
highlight, Chinese;-;libcmark
fold, Korean;-;libcmark
highlight, Korean;-;libcmark
load, schedule.xml;-;expat
memory, list;-;file size
load, schedule.json;-;json_tree
memory, list;-;file size
bookmark;flat;sqlite FULL
import, 10,000 marks;-;-
first screen, 10,000 marks;-;no marks
first screen, 10,000 positions;-;no marks
Ir, list;-;-
Ir, search riscv;-;-
Ir, search two words;-;-
Ir, search toepel;-;-
list;folder;ls -lR
list, again;folder;ls -lR
list, of 1,000 talks;tracks;of 2,240
list, of 1,000 talks;list;of 2,240
list, of 1,000 talks;table;of 2,240
list;table;libcmark
search riscv;table;libcmark
search riscv;table;wc -l
search riscv;table;fzf --filter
search riscv;table;fzf -e
search riscv;table;fzy -e
search riscv;table;rg -i
search riscv;table;grep -i
first screen;table;bundled
first screen;table;less
list, again;table;wc -l
search riscv, again;table;wc -l
first screen, again;table;bundled
memory, list;table;file size
memory, list again;table;file size
memory, again;table;file size
Ir, list;table;-
Ir, search riscv;table;-
Ir, search two words;table;-
Ir, search toepel;table;-
list;wrapped;libcmark
search riscv;wrapped;libcmark
search riscv;wrapped;wc -l
search riscv;wrapped;fzf --filter
search riscv;wrapped;fzf -e
search riscv;wrapped;fzy -e
search riscv;wrapped;rg -i
search riscv;wrapped;grep -i
first screen;wrapped;bundled
first screen;wrapped;less
list, again;wrapped;wc -l
search riscv, again;wrapped;wc -l
first screen, again;wrapped;bundled
memory, list;wrapped;file size
memory, list again;wrapped;file size
memory, again;wrapped;file size
Ir, list;wrapped;-
Ir, search riscv;wrapped;-
Ir, search two words;wrapped;-
Ir, search toepel;wrapped;-
EOF
report "every row is printed" "$(grep -Ev '^(best|worst): ' "$tmp/rows" | diff "$tmp/wanted" -)"

# They are counted, so they hold on any machine, however busy.
report "what the screen is to show it shows" \
    "$(grep '^[0-9]*x40, ' "$tmp/results.tsv" | grep 'no$')"

faults=
for kind in best worst; do
	count=$(grep -Ec "^$kind: .*(table|wrapped)" "$tmp/rows")
	[ "$count" -ge 3 ] || faults="$faults $count rows of $kind"
done
report "the best and the worst form stand at the end" "$faults"

ls -d tests/bench/tmp-* >"$tmp/after" 2>/dev/null
report "nothing is left behind" "$(diff "$tmp/before" "$tmp/after")"

finish
