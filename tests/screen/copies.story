# What another copy of lectern marks is on screen within a moment, and what both
# have marked is kept.
script $TMP/other
|#!/bin/sh
|"$LECTERN" bookmark add BBBBBBBBBBB "$srcdir/tests/data/garden.md"
|"$LECTERN" -x 'talk DDDDDDDDDDD' -x 'note From afar' "$srcdir/tests/data/garden.md"
env LECTERN_OPENER=$TMP/other
size 120x24
run $DATA/garden.md
expect Slow compost
keys b o
expect >*  Slow compost
expect *  Winter beans
expect + One spade
keys j j j
expect From afar
keys Q
exit 0
