# A day's use: notes of one's own and a folder, read, marked and edited; then the
# terminal is closed, and the next day goes on where this one ended.
size 100x24
script $TMP/talks/own.md
|# Allotment Days
|
|## Ground
|
|### Reading the soil - Ann Lee
|
|<https://youtu.be/eeeeeeeeee1>
|
|- what grows there tells
|- see [the chart](https://example.org/chart)
|
|### Moving paths - Bob Ray
|
|- in winter
|
|## Water
|
|### Rain in barrels - Dee Fox
|
|<https://youtu.be/eeeeeeeeee3>
|
|- frost bursts them
script $TMP/talks/old.md
|# Older Days
|
|## Trees
|
|### Cutting pears - Eve Ash
|
|<https://youtu.be/eeeeeeeeee4>
|
|- in March
|
|### Grafting - Eve Ash
|
|- with wax
script $TMP/opener
|#!/bin/sh
|printf '%s\n' "$1" >>$TMP/opened
script $TMP/editor
|#!/bin/sh
|for last; do :; done
|case $last in
|*own.md) printf '\n### Ponds for toads - Cy Orr\n\n- no fish\n' >>"$last" ;;
|*) printf 'Ask about the chart.\n' >"$last" ;;
|esac
env LECTERN_OPENER=$TMP/opener
env VISUAL=$TMP/editor
env TMUX=
run $TMP/talks
expect 2 conferences
expect > Cutting pears
# What is of interest is found, read and opened.
keys / s o i l
expect 1/5
expect > Reading the soil
keys Enter Enter
expect [Notes]
expect see the chart
expect [2]
keys 2 o
expect opening https://example.org/chart
file $TMP/opened https://example.org/chart
keys o
file $TMP/opened https://youtu.be/eeeeeeeeee1
keys a
expect note kept
expect Ask about the chart.
keys w
expect seen: Reading the soil
# All again, on the same talk; it and the next are for later.
keys h Esc
expect 5/5
keys 2 b
expect 2 talks bookmarked
keys 2 t
expect 2 in range
type ground
keys Enter
expect 2 talks tagged: ground
# A talk is added in the editor, and is there when that ends.
keys e
expect was read again: 1 new
expect 6/6
keys / p o n d
expect > Ponds for toads
keys Enter
expect 1/6
keys w
expect seen: Ponds for toads
keys Esc
expect 6/6
# All of another conference is old news.
keys h g 6 j
expect > + Older Days 2
keys w
expect 2 talks seen
expect > + Older Days ████ 2/2
keys u
expect undone, now: 2 talks: not seen
keys Enter j Enter
expect [Trees]
keys j Enter
expect with wax
hangup
exit 129
# The next day: there, in the same talk, with what was added and marked.
run $TMP/talks
expect [Notes]
expect with wax
keys q
expect [Trees]
expect > Grafting
keys h g l
expect [All talks]
expect 6/6
keys / i s : s e e n Enter
expect 2/6
expect *-+ Reading the soil
expect - Ponds for toads
keys Esc
expect 6/6
keys / t a g : g r o u n d Enter
expect * Moving paths
expect 2/6
absent Ponds
keys Esc
expect Ponds
keys Q
exit 0
