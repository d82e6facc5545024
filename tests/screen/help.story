# The help screen shows the keys in force.
size 80x24
run $DATA/garden.md
expect Slow compost
keys ?
expect Most used here, in the list
screen
|garden  headings, level 2
|┌─[Help]───────────────────────────────────────────────────────────────────────┐
|│ Most used here, in the list                                                  │
|│ j Down     Move down, or scroll the notes                   down             │
|│ Enter      Go into the track, or into the notes, to what    enter            │
|│            the filter found there                                            │
|│ /          List the talks that match, at each key typed;    filter           │
|│            in the notes, find there                                          │
|│ n          Go to the next match in the notes, and on to     next-match       │
|│            the next talk                                                     │
|│ o          Open the video; with a count, that link of the   open             │
|│            notes                                                             │
|│ b          Set the bookmark, or remove it                   bookmark         │
|│ w          Mark the talk as seen, or as not seen            seen             │
|│ a          Write a note of your own on the talk, in the     note             │
|│            editor; or add to it                                              │
|│ ]          List the next track, from any pane               next-track       │
|│ v          Give talks one row each where they have two, or  rows             │
|│            take it back                                                      │
|│ ? F1       Show the keys, or leave them                     help             │
|│ q          Go back a pane, and quit from where you began    back             │
|│                                                                              │
|└──────────────────────────────────────────────────────────────────────── 13% ─┘
|Space page  / find  n next  q back                                           7/7
keys Space
expect "memory model"
keys b
expect Most used here
type /opposite
expect not found in the help: opposite
keys ^U
type undo
expect Undo the last change
keys Enter n
keys q
expect Slow compost
keys h ?
expect in the tracks
keys q
keys Q
exit 0
