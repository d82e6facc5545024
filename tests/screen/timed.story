# Time codes stand in the margin; the video plays, and opens, from there.
script $TMP/bin/mpv
|#!/bin/sh
|printf '%s|' "$@" >$TMP/played
script $TMP/opener
|#!/bin/sh
|printf '%s|' "$@" >$TMP/opened
env LECTERN_OPENER=$TMP/opener
env PATH=$TMP/bin:/usr/bin:/bin
env TMUX=
size 160x24
run $DATA/timed.md
expect 0:40 • hello
expect 12:34 • the demo
expect • and neither has this
keys ) )
expect > 12:34
keys p
expect playing https://www.youtube.com/watch?v=AAAAAAAAAAA&t=751
file $TMP/played --start=751|https://www.youtube.com/watch?v=AAAAAAAAAAA&t=751|
keys o
expect opening https://www.youtube.com/watch?v=AAAAAAAAAAA&t=754
file $TMP/opened https://www.youtube.com/watch?v=AAAAAAAAAAA&t=754|
# Lines of one paragraph that begin so have rows of their own.
keys J
expect 0:00 Sand
expect 1:30 Wind
expect 4:10 Grass
keys 3 )
expect > 4:10
keys Enter
expect playing https://media.ccc.de/v/dunes#t=247
file $TMP/played --start=247|
keys (
expect > 1:30
# What was played so is in the history.
keys h h g j j j j l
expect 2/2
keys Q
exit 0
