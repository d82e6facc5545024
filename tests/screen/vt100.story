# A terminal of few means: vt100 has neither colours nor dim letters, and its
# type says that it has 24 rows.
size 150x34
env TERM=vt100
run $DATA/garden.md
expect > Slow compost
keys b
expect bookmarked: Slow compost
keys w
expect seen: Slow compost
cursor 2 29
keys j
expect Sown in October
cursor 4 29
keys / s p a d e
expect 1/7
cursor 33 6
screen
|garden
|┌─ Tracks ──────────────────┬─[All talks]───────────────────────────────────────────────┬─ Notes ────────────────────────────────────────────────────┐
|│> All                    1 │>    One spade for life                                    │  One spade for life                                        │
|│  Bookmarks              0 │       Petr Tesařík · Tools                                │  Petr Tesařík · Tools                                      │
|│  Unseen                 1 │                                                           │                                                            │
|│  Recently seen          0 │                                                           │  • Ash handles outlast plastic                             │
|│  History                0 │                                                           │  • Sharpen before each season                              │
|│  Queue                  0 │                                                           │                                                            │
|│  Tools                  1 │                                                           │  Links                                                     │
|│                           │                                                           │  1  video    https://www.youtube.com/watch?v=DDDDDDDDDDD   │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|│                           │                                                           │                                                            │
|└────────────────── 1 of 7 ─┴────────────────────────────────────────────────── 1 of 1 ─┴────────────────────────────────────────────────────────────┘
|/spade                                                                                                                                             1/7
# What matches is seen without colours, here in the row above the selected one.
keys Esc / s e e d s
expect > Swapping seeds
keys Down
expect > A title
reversed seeds
keys Enter Enter
expect [Notes]
keys Q
exit 0
restored
