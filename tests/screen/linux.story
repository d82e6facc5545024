# The Linux console: its type says no size, and it has keys of its own.
size 150x34
env TERM=linux
run $DATA/garden.md
expect > Slow compost
keys b j w
expect seen: Winter beans
cursor 4 29
# F1 and Home as it sends them.
send \e[[A
expect [Help]
keys q
expect [All talks]
send \e[1~
expect >* Slow compost
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
keys Enter Enter
expect [Notes]
keys Q
exit 0
restored
