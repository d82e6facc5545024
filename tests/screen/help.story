# The help screen shows the keys in force.
size 80x24
run $DATA/garden.md
expect Slow compost
keys ?
expect Moving
screen
|garden  headings, level 2
|┌─[Help]───────────────────────────────────────────────────────────────────────┐
|│ Moving                                                                       │
|│ j Down     Move down, or scroll the notes                   down             │
|│ k Up       Move up, or scroll the notes                     up               │
|│ h Left     Go to the pane on the left                       left             │
|│ l Right    Go to the pane on the right                      right            │
|│ Tab        Go to the next pane, round to the first          next-pane        │
|│ S-Tab      Go to the pane before, round to the last         previous-pane    │
|│ Enter      Go into the track, or into the notes, to what    enter            │
|│            the filter found there                                            │
|│ Space      Scroll the notes, and at their end go to the     read-on          │
|│            next talk                                                         │
|│ PgDn ^F    Move down by a page                              page-down        │
|│ PgUp ^B    Move up by a page                                page-up          │
|│ ^D         Move down by half a page                         half-down        │
|│ ^U         Move up by half a page                           half-up          │
|│ g Home     Go to the first row or, with a count, to that    top              │
|│            row                                                               │
|│ G End      Go to the last row or, with a count, to that     bottom           │
|│            row                                                               │
|│ J          Go to the next talk, from any pane               next-talk        │
|└──────────────────────────────────────────────────────────────────────── 16% ─┘
|q back                                                                       7/7
keys q
expect Slow compost
keys Q
exit 0
