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

cd "$builddir" || exit 2
ls -d tests/bench/tmp-* >"$tmp/before" 2>/dev/null
BENCH_ROUNDS=1 BENCH_SIZES=224 BENCH_HUGE='' \
    "$bench/bench" "$tmp/results.tsv" >"$tmp/out" 2>&1
status=$?
faults=$([ $status -eq 0 ] || { echo "status $status" && cat "$tmp/out"; })
report "it is run" "$faults"

cut -f 1,6 "$tmp/results.tsv" | tail -n +3 >"$tmp/rows"
sed 's/;/\t/' >"$tmp/wanted" <<'EOF'
load;libcmark
load, ready to search;libcmark
search riscv;wc -l
search riscv;fzf --filter
search riscv;fzf -e
search riscv;fzy -e
search riscv;rg -i
search riscv;grep -i
filter, all five keys;memchr
filter, r;memchr
filter, ri;memchr
filter, ris;memchr
filter, risc;memchr
filter, riscv;memchr
key, p99 of all;-
key, p99 of Down;-
key, p99 of typing;-
key, p99 of first byte;-
key, median;-
first screen;panes
memory, list;file size
first screen, bundled;panes
first screen, bundled;less
first screen, bundled;tig
first screen, bundled;newsboat
memory, bundled screen;-
fold, Cyrillic;libcmark
highlight, Cyrillic;libcmark
fold, accents;libcmark
highlight, accents;libcmark
fold, Greek;libcmark
highlight, Greek;libcmark
fold, Arabic;libcmark
highlight, Arabic;libcmark
fold, Devanagari;libcmark
highlight, Devanagari;libcmark
fold, Chinese;libcmark
highlight, Chinese;libcmark
fold, Korean;libcmark
highlight, Korean;libcmark
bookmark;sqlite FULL
import, 10,000 marks;-
first screen, 10,000 marks;no marks
Ir, list;-
Ir, search riscv;-
Ir, search two words;-
Ir, search toepel;-
EOF
report "every row is printed" "$(diff "$tmp/wanted" "$tmp/rows")"

ls -d tests/bench/tmp-* >"$tmp/after" 2>/dev/null
report "nothing is left behind" "$(diff "$tmp/before" "$tmp/after")"

finish
