# Talks are queued, moved, kept from run to run, and played one after the other
# under their titles.
script $TMP/bin/mpv
|#!/bin/sh
|printf '%s|' "$@" | sed 's/--input-ipc-server=[^|]*/SOCKET/' >$TMP/played
script $TMP/talks.md
|# Allotment Days
|
|## Reading the soil - Ann Lee
|
|<https://youtu.be/eeeeeeeeee1>
|
|## Moving paths - Bob Ray
|
|- in winter
|
|## Rain in barrels - Dee Fox
|
|<https://youtu.be/eeeeeeeeee3>
env PATH=$TMP/bin:/usr/bin:/bin
env TMUX=
size 100x24
run $TMP/talks.md
expect > Reading the soil
keys 3 x
expect 3 talks queued
keys h 5 j
expect [Tracks]
expect > Queue 3
keys l
expect [Queue: 3 talks]
# The first one goes down by two rows.
send \e[1;3B
expect 2 of 3 in the queue: Reading the soil
send \e[1;3B
expect 3 of 3 in the queue: Reading the soil
keys Q
exit 0
# The next day.
run --fresh $TMP/talks.md
expect > Reading the soil
keys h 5 j l
expect [Queue: 3 talks]
screen
|Allotment Days  3 talks, 0 seen
|┌─ Tracks ────────────────┬─[Queue: 3 talks]───────────────────────────────────────────────────────┐
|│  All                  3 │     Moving paths                                                       │
|│  Bookmarks            0 │       Bob Ray                                                          │
|│  Unseen               3 │     Rain in barrels                                                    │
|│  Recently seen        0 │       Dee Fox                                                          │
|│  History              0 │>    Reading the soil                                                   │
|│> Queue                3 │       Ann Lee                                                          │
|│  Allotment Days       3 │                                                                        │
|│                         │                                                                        │
|│                         │                                                                        │
|│                         │                                                                        │
|│                         │                                                                        │
|│                         │                                                                        │
|│                         │                                                                        │
|│                         │                                                                        │
|│                         │                                                                        │
|│                         │                                                                        │
|│                         │                                                                        │
|│                         │                                                                        │
|│                         │                                                                        │
|│                         │                                                                        │
|└──────────────── 6 of 7 ─┴─────────────────────────────────────────────────────────────── 3 of 3 ─┘
|? help  / filter  Enter read  o open  b bookmark  w seen  q back                                 3/3
keys P
expect playing 2 talks of the queue
file $TMP/played SOCKET|--{|--force-media-title=Rain in barrels|https://youtu.be/eeeeeeeeee3|--}|--{|--force-media-title=Reading the soil|https://youtu.be/eeeeeeeeee1|--}|
keys x
expect taken from the queue: Reading the soil
expect [Queue: 2 talks]
keys Q
exit 0
