# A note in the editor when the terminal goes away: what was saved is taken, and
# what could not be is offered at the next start.
size 160x20
script $TMP/editor
|#!/bin/sh
|trap 'echo told >"$HOME/told"; exit 1' TERM
|cat "$1" >"$HOME/was"
|printf 'Saved in time.\n' >>"$1"
|echo yes >"$HOME/saved"
|read -r line
env VISUAL=$TMP/editor
run $DATA/garden.md
expect Slow compost
keys a
file $TMP/was <!-- lectern: Slow compost -->
file $TMP/was <!-- lectern: https://www.youtube.com/watch?v=AAAAAAAAAAA -->
file $TMP/saved yes
signal TERM
exit 143
restored
file $TMP/told told
run $DATA/garden.md
expect │ Saved in time.
absent unfinished
absent lectern:
# The terminal's end reaches the editor, too.
script $TMP/editor
|#!/bin/sh
|printf 'And later.\n' >>"$1"
|echo later >"$HOME/saved"
|read -r line
keys a
file $TMP/saved later
hangup
exit 129
run $DATA/garden.md
expect │ Saved in time. And later.
absent unfinished
# An editor that does not end keeps nothing waiting for long.
script $TMP/editor
|#!/bin/sh
|trap '' TERM HUP
|printf 'Stubborn.\n' >"$1"
|echo stubborn >"$HOME/saved"
|while ! grep -q enough "$HOME/saved"; do read -r line || exit 0; done
keys a
file $TMP/saved stubborn
signal TERM
exit 143
script $TMP/saved
|enough
run $DATA/garden.md
expect │ Stubborn.
# After kill -9 the draft is there: a note has it only once it is edited again.
script $TMP/editor
|#!/bin/sh
|printf 'Half a\n' >"$1"
|echo half >"$HOME/saved"
|while kill -0 $PPID 2>/dev/null; do :; done
|echo gone >"$HOME/saved"
keys a
file $TMP/saved half
signal KILL
exit 137
file $TMP/saved gone
script $TMP/editor
|#!/bin/sh
|cat "$1" >"$HOME/was"
|printf 'Half a sentence.\n' >"$1"
run $DATA/garden.md
expect your note on Slow compost was left unfinished: a goes on with it
expect │ Stubborn.
keys a
expect │ Half a sentence.
absent unfinished
file $TMP/was Half a
keys Q
exit 0
run $DATA/garden.md
expect │ Half a sentence.
absent unfinished
keys Q
exit 0
