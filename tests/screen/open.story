# The video is opened by an argument vector, and failure is told.
script $TMP/opener
|#!/bin/sh
|printf '%s|' "$#" "$@" >>$TMP/opened
env LECTERN_OPENER=$TMP/opener
run $DATA/garden.md
expect Slow compost
keys o
file $TMP/opened 1|https://www.youtube.com/watch?v=AAAAAAAAAAA|
expect opening
keys j l 2o
file $TMP/opened 1|https://example.org/trial|
# What was opened is in the history, the last one first; other links are not.
keys h h j j j j l
expect >  Slow compost
expect 1/1
keys h k k k k l G K K o
expect opening
keys h j j j j l
expect 2/2
expect >  Silent talk
keys Q
exit 0
script $TMP/opener
|#!/bin/sh
|exit 3
run $DATA/garden.md
expect Slow compost
keys o
expect exited with status 3
keys G K o
expect no
keys Q
exit 0
