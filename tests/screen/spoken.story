# Transcripts beside a document: part of their talks, folded, searched after all
# else, and played from.
script $TMP/talks.md
|# Sand days
|
|## Dunes - Ann Lee
|
|<https://www.youtube.com/watch?v=AAAAAAAAAAA>
|
|- sand moves
|
|## Tides - Bo Ek
|
|<https://media.ccc.de/v/sand-2024-tides>
|
|- the moon
|
|## Marram grass - Cy Orr
|
|<https://www.youtube.com/watch?v=CCCCCCCCCCC>
|
|- roots hold
script $TMP/Dunes [AAAAAAAAAAA].en.vtt
|WEBVTT
|
|00:00:01.000 --> 00:00:04.000
|welcome to the desert
|
|00:12:34.000 --> 00:12:38.000
|and here the marram
|
|00:12:38.000 --> 00:12:41.000
|grass begins to grow
script $TMP/sand-2024-tides.srt
|1
|00:00:02,000 --> 00:00:05,000
|good morning sailors
|
script $TMP/bin/mpv
|#!/bin/sh
|printf '%s|' "$@" >$TMP/played
env PATH=$TMP/bin:/usr/bin:/bin
env XDG_RUNTIME_DIR=$TMP/none
env TMUX=
size 160x24
run $TMP/talks.md
expect + Transcript
# In the title comes before in the notes; what is only said comes last.
type /marram
expect 2/3
expect 12:34 …and here the marram grass
expect > Marram grass
keys Enter j
expect Transcript
expect 12:34 and here the marram grass begins to grow
keys p
expect playing https://www.youtube.com/watch?v=AAAAAAAAAAA&t=751
keys Enter
expect > 12:34
keys Esc Esc
absent 12:34
type /is:transcribed
expect 2/3
absent Marram grass
keys Esc
# It is folded and unfolded.
keys g j
expect media.ccc.de
expect + Transcript
keys c
expect 0:02 good morning sailors
keys c
absent good morning
keys Q
exit 0
