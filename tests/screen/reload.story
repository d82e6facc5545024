# A document that changes is read again, and the reader stays where they were.
size 120x16
script $TMP/days.md
|# Garden Days
|
|## Slow compost - Ann Lee
|
|* heat
|
|## Old tools - Bob Ray
|
|* rust
run $TMP/days.md
expect Slow compost
keys j
expect >    Old tools
script $TMP/days.md
|# Garden Days
|
|## Saving seeds - Eve Ash
|
|* dry
|
|## Slow compost - Ann Lee
|
|* heat
|
|## Old tools - Bob Ray
|
|* rust and oil
expect Garden Days was read again: 1 new
expect >    Old tools
expect 3/3
expect rust and oil
# The prompt that is open stays open.
keys /
type too
script $TMP/days.md
|# Garden Days
|
|## Old tools - Bob Ray
|
|* rust and oil
|
|## New tools - Bob Ray
|
|* steel
expect 2/2
expect New tools
type ls
keys Enter
expect >    Old tools
keys Esc
# r reads it again at once, whether it has changed or not.
keys r
expect Garden Days was read again
absent new
# A document that is empty for a while leaves what was read before.
script $TMP/days.md
expect days.md: empty file: what was read before is shown
expect >    Old tools
remove $TMP/days.md
keys r
expect days.md: No such file or directory: what was read before is shown
expect >    Old tools
script $TMP/days.md
|# Garden Days
|
|## Old tools - Bob Ray
|
|* whole again
|
|## New tools - Bob Ray
|
|* steel
expect whole again
expect 2/2
# What the editor changed is there when it ends.
script $TMP/editor
|#!/bin/sh
|for last; do :; done
|printf '\n## Late talk - Cy Orr\n\n* at the end\n' >>"$last"
keys Q
exit 0
env EDITOR=$TMP/editor
run $TMP/days.md
expect >    Old tools
keys e
expect Garden Days was read again: 1 new
expect Late talk
keys Q
exit 0
# A new file of a folder is a conference more, a file that goes one less: these
# do not all say who spoke, so that they are not the talks of one conference.
script $TMP/all/a.md
|## One
|
|* x
script $TMP/all/b.md
|## Two - Ann Lee
|
|* x
run $TMP/all
# Several conferences have the folder's name.
expect all  2 conferences, 2 talks
script $TMP/all/c.md
|## Three
|
|* x
expect 3 conferences, 3 talks
expect was read again: 1 new
remove $TMP/all/a.md
expect a.md is gone: 1 gone
expect 2 conferences, 2 talks
# Of several documents the one that changed is named.
script $TMP/all/c.md
|# Tool Days
|
|## Three - Ann Lee
|
|* x
|
|## Four - Ann Lee
|
|* y
expect Tool Days was read again: 1 new
# A track named as its conference is told once.
expect Ann Lee · Two - Ann Lee
absent Two - Ann Lee · Two - Ann Lee
move $TMP/all/c.md $TMP/all/d.md
expect c.md is now called d.md
remove $TMP/all/d.md
expect d.md is gone: 2 gone
expect Two - Ann Lee  1 talk, 0 seen
keys Q
exit 0
