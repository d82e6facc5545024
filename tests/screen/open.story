# The video is opened by an argument vector, and failure is told.
script $TMP/opener
|#!/bin/sh
|printf '%s|' "$#" "$@" >>$TMP/opened
env LECTERN_OPENER=$TMP/opener
env TMUX=
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
keys g
expect >  Silent talk
keys Q
exit 0
# What fails is told, its link shown and copied; it was not opened, nor played.
script $TMP/bin/xclip
|#!/bin/sh
|cat >$TMP/copied
script $TMP/opener
|#!/bin/sh
|exit 3
env PATH=$TMP/bin:/usr/bin:/bin
env DISPLAY=:0
env WAYLAND_DISPLAY=
env TMUX=
size 100x24
run --fresh $DATA/garden.md
expect Slow compost
keys j o
expect opener: exited with status 3: the link is shown, and copied
expect https://www.youtube.com/watch?v=BBBBBBBBBBB
file $TMP/copied https://www.youtube.com/watch?v=BBBBBBBBBBB
keys h j j j j l
expect 2/2
absent Winter beans
keys h k k k k l G K o
expect no
keys Q
exit 0
# The player as well.
script $TMP/bin/mpv
|#!/bin/sh
|exit 2
run --fresh $DATA/garden.md
expect Slow compost
keys j j p
expect mpv: exited with status 2: the link is shown, and copied
file $TMP/copied https://www.youtube.com/watch?v=CCCCCCCCCCC
keys h j j j j l
expect 2/2
absent 植物
keys Q
exit 0
# A program that copies and fails: the terminal has to.
script $TMP/bin/xclip
|#!/bin/sh
|exit 1
run --fresh $DATA/garden.md
expect Slow compost
keys y
expect xclip: exited with status 1: copied if the terminal can
keys Q
exit 0
# The copier of the config goes before all.
script $TMP/bin/mycopy
|#!/bin/sh
|cat >$TMP/mine
script $TMP/.config/lectern/config
|copier = mycopy
run --fresh $DATA/garden.md
expect Slow compost
keys y
expect copied: https://www.youtube.com/watch?v=AAAAAAAAAAA
file $TMP/mine https://www.youtube.com/watch?v=AAAAAAAAAAA
keys Q
exit 0
