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
|│ j Down ^E  Move down, or scroll the notes              down                  │
|│ Enter      Go into the track, or into the notes at     enter                 │
|│            what the filter found                                             │
|│ /          List the talks that match while you type;   filter                │
|│            in the notes, find there                                          │
|│ n          Go to the next match, in this talk and on;  next-match            │
|│            without a filter, set the last one                                │
|│ o          Open the video, at a time code there, with  open                  │
|│            a count that link; or PATH                                        │
|│ b          Set the bookmark, or remove it              bookmark              │
|│ w          Mark the talk as seen, or as not seen       seen                  │
|│ a          Write your own note on the talk in the      note                  │
|│            editor; with TEXT, add to it                                      │
|│ ]          List the next track, from any pane          next-track            │
|│ v          Show talks in one row each, in two, or      rows                  │
|│            with time and room, in turn                                       │
|│ ? F1       Show the keys, or leave them                help                  │
|│ q          Go back a pane, and quit from where you     back                  │
|│            began                                                             │
|└───────────────────────────────────────────────────────────────────────── 9% ─┘
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
