# Three panes at 160 columns: tracks, talks, notes.
size 160x30
run $DATA/garden.md
expect Slow compost
cursor 2 30
screen
|garden  7 talks, 0 seen
|┌─ Tracks ───────────────────┬─[All talks]────────────────────────────────────────────────────────┬─ Notes ────────────────────────────────────────────────────┐
|│> All                     7 │>    Slow compost                                                   │  Slow compost                                              │
|│  Bookmarks               0 │       Ann Lee · Growing                                            │  Ann Lee · Growing                                         │
|│  Unseen                  7 │     Winter beans                                                   │                                                            │
|│  Recently seen           0 │       Björn Östlund, Zoë Quinn · Growing                           │  • Heat comes from living things                           │
|│  History                 0 │     植物の声                                                       │    - sixty degrees at the core                             │
|│  Queue                   0 │       山田太郎 · Growing                                           │  • Turn it every week                                      │
|│  Growing                 3 │     One spade for life                                             │  • Worms follow when it cools                              │
|│  Tools                   2 │       Petr Tesařík · Tools                                         │                                                            │
|│  Seeds                   2 │     Silent talk                                                    │  Links                                                     │
|│                            │       Dee · Tools                                                  │  1  video    https://www.youtube.com/watch?v=AAAAAAAAAAA   │
|│                            │     Swapping seeds                                                 │                                                            │
|│                            │       Ann Lee, Kim Park · Seeds                                    │                                                            │
|│                            │     A title that is much too long for any pane that it may ever be │                                                            │
|│                            │     shown in, whatever its width                                   │                                                            │
|│                            │       Al · Seeds                                                   │                                                            │
|│                            │                                                                    │                                                            │
|│                            │                                                                    │                                                            │
|│                            │                                                                    │                                                            │
|│                            │                                                                    │                                                            │
|│                            │                                                                    │                                                            │
|│                            │                                                                    │                                                            │
|│                            │                                                                    │                                                            │
|│                            │                                                                    │                                                            │
|│                            │                                                                    │                                                            │
|│                            │                                                                    │                                                            │
|│                            │                                                                    │                                                            │
|└─────────────────── 1 of 9 ─┴─────────────────────────────────────────────────────────── 1 of 7 ─┴────────────────────────────────────────────────────────────┘
|? help  / filter  Enter read  o open  b bookmark  w seen  q quit                                                                                             7/7
keys q
exit 0
restored
