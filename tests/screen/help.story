# The help screen shows the keys in force.
size 80x24
run $DATA/garden.md
expect Slow compost
keys ?
expect Most used here, in the list
screen
|garden  7 talks, 0 seen
|┌─[Help]───────────────────────────────────────────────────────────────────────┐
|│ Most used here, in the list                                                  │
|│ j Down     Move down, or scroll the notes              down                  │
|│ Enter      Go into the track, or into the notes, to    enter                 │
|│            what the filter found there                                       │
|│ /          List the talks that match, at each key      filter                │
|│            typed; in the notes, find there                                   │
|│ n          Go to the next match in the notes, and on   next-match            │
|│            to the next talk                                                  │
|│ o          Open the video; with a count, that link of  open                  │
|│            the notes                                                         │
|│ b          Set the bookmark, or remove it              bookmark              │
|│ w          Mark the talk as seen, or as not seen       seen                  │
|│ a          Write a note of your own on the talk, in    note                  │
|│            the editor; or add to it                                          │
|│ ]          List the next track, from any pane          next-track            │
|│ v          Give talks one row each where they have     rows                  │
|│            two, or take it back                                              │
|│ ? F1       Show the keys, or leave them                help                  │
|│ q          Go back a pane, and quit from where you     back                  │
|│            began                                                             │
|└──────────────────────────────────────────────────────────────────────── 12% ─┘
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
