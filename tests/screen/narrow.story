# At 120 columns list and notes, or tracks and list; at 80 tracks and list, or
# the notes; one pane below that.
size 120x24
run $DATA/garden.md
screen
|garden  7 talks, 0 seen
|┌─[All talks]─────────────────────────────────────────────┬─ Notes ────────────────────────────────────────────────────┐
|│>    Slow compost                                        │  Slow compost                                              │
|│       Ann Lee · Growing                                 │  Ann Lee · Growing                                         │
|│     Winter beans                                        │                                                            │
|│       Björn Östlund, Zoë Quinn · Growing                │  • Heat comes from living things                           │
|│     植物の声                                            │    - sixty degrees at the core                             │
|│       山田太郎 · Growing                                │  • Turn it every week                                      │
|│     One spade for life                                  │  • Worms follow when it cools                              │
|│       Petr Tesařík · Tools                              │                                                            │
|│     Silent talk                                         │  Links                                                     │
|│       Dee · Tools                                       │  1  video    https://www.youtube.com/watch?v=AAAAAAAAAAA   │
|│     Swapping seeds                                      │                                                            │
|│       Ann Lee, Kim Park · Seeds                         │                                                            │
|│     A title that is much too long for any pane that it  │                                                            │
|│     may ever be shown in, whatever its width            │                                                            │
|│       Al · Seeds                                        │                                                            │
|│                                                         │                                                            │
|│                                                         │                                                            │
|│                                                         │                                                            │
|│                                                         │                                                            │
|│                                                         │                                                            │
|└──────────────────────────────────────────────── 1 of 7 ─┴────────────────────────────────────────────────────────────┘
|? help  / filter  Enter read  o open  b bookmark  w seen  q quit                                                     7/7
keys h
expect [Tracks]
screen
|garden  7 talks, 0 seen
|┌─[Tracks]─────────────────────┬─ All talks ───────────────────────────────────────────────────────────────────────────┐
|│> All                       7 │>    Slow compost                                                                      │
|│  Bookmarks                 0 │       Ann Lee · Growing                                                               │
|│  Unseen                    7 │     Winter beans                                                                      │
|│  Recently seen             0 │       Björn Östlund, Zoë Quinn · Growing                                              │
|│  History                   0 │     植物の声                                                                          │
|│  Queue                     0 │       山田太郎 · Growing                                                              │
|│  Growing                   3 │     One spade for life                                                                │
|│  Tools                     2 │       Petr Tesařík · Tools                                                            │
|│  Seeds                     2 │     Silent talk                                                                       │
|│                              │       Dee · Tools                                                                     │
|│                              │     Swapping seeds                                                                    │
|│                              │       Ann Lee, Kim Park · Seeds                                                       │
|│                              │     A title that is much too long for any pane that it may ever be shown in, whatever │
|│                              │     its width                                                                         │
|│                              │       Al · Seeds                                                                      │
|│                              │                                                                                       │
|│                              │                                                                                       │
|│                              │                                                                                       │
|│                              │                                                                                       │
|│                              │                                                                                       │
|└───────────────────── 1 of 9 ─┴────────────────────────────────────────────────────────────────────────────── 1 of 7 ─┘
|? help  Enter list  / filter  B only bookmarks  q quit                                                               7/7
size 80x24
expect [Tracks]
keys l
expect [All talks]
expect Growing
keys l
absent Growing 3
screen
|garden  7 talks, 0 seen
|┌─[Notes]──────────────────────────────────────────────────────────────────────┐
|│  Slow compost                                                                │
|│  Ann Lee · Growing                                                           │
|│                                                                              │
|│  • Heat comes from living things                                             │
|│    - sixty degrees at the core                                               │
|│  • Turn it every week                                                        │
|│  • Worms follow when it cools                                                │
|│                                                                              │
|│  Links                                                                       │
|│  1  video    https://www.youtube.com/watch?v=AAAAAAAAAAA                     │
|│                                                                              │
|│                                                                              │
|│                                                                              │
|│                                                                              │
|│                                                                              │
|│                                                                              │
|│                                                                              │
|│                                                                              │
|│                                                                              │
|│                                                                              │
|└──────────────────────────────────────────────────────────────────────────────┘
|? help  Space on  / find  o open  y copy link  J next talk  q back           7/7
keys h h
size 40x12
expect Tracks
screen
|garden
|┌─[Tracks]─────────────────────────────┐
|│> All                               7 │
|│  Bookmarks                         0 │
|│  Unseen                            7 │
|│  Recently seen                     0 │
|│  History                           0 │
|│  Queue                             0 │
|│  Growing                           3 │
|│  Tools                             2 │
|└───────────────────────────── 1 of 9 ─┘
|? help  Enter list  q quit           7/7
keys l l
screen
|garden > All > Slow compost
|┌─[Notes]──────────────────────────────┐
|│  Slow compost                        │
|│  Ann Lee · Growing                   │
|│                                      │
|│  • Heat comes from living things     │
|│    - sixty degrees at the core       │
|│  • Turn it every week                │
|│  • Worms follow when it cools        │
|│                                      │
|└──────────────────────────────── 72% ─┘
|? help  Space on  / find  q back     7/7
size 60x6
screen
|garden > All > Slow compost
|  Slow compost
|  Ann Lee · Growing
|
|  • Heat comes from living things
|? help  Space on  / find  o open  y copy link  q back    7/7
size 19x3
expect too small
size 80x24
expect Slow compost
keys Q
exit 0
restored
