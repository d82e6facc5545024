# A note of one's own: written in the editor, shown apart from the talk's notes,
# found by the filter, kept only if the editor ended well, and undone.
size 160x20
script $TMP/editor
|#!/bin/sh
|ls -ld "$(dirname "$1")" "$1" | cut -c 1-10 >"$HOME/modes"
|cat "$1" >"$HOME/was"
|printf 'Try *this* with leaves.\n\n* ask Ann\n' >"$1"
env VISUAL=$TMP/editor
run $DATA/garden.md
expect Slow compost
absent My notes
keys a
expect note kept
expect > + Slow compost
expect My notes
expect │ Try this with leaves.
expect │ • ask Ann
file $TMP/modes drwx------
file $TMP/modes -rw-------
# Nobody finds the file afterwards.
script $TMP/editor
|#!/bin/sh
|cat "$1" >"$HOME/was"
|printf 'Not kept.\n' >"$1"
|exit 3
keys a
expect editor: exited with status 3
expect what you wrote is in /
file $TMP/was ask Ann
absent Not kept
keys j
absent what you wrote
type /ask
expect 1/7
expect   * ask Ann
keys Enter Enter
expect > │ • ask Ann
keys Esc Esc u
expect undone, now: note removed
absent My notes
keys ^R
expect My notes
keys Q
exit 0
run $DATA/garden.md
expect Try this with leaves.
type /is:noted
expect 1/7
keys Enter
# An empty note is none.
script $TMP/editor
|#!/bin/sh
|: >"$1"
keys a
expect note removed
expect 0/7
keys Q
exit 0
