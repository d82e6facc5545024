# Down goes through all talks and stays at the last; wide titles stay aligned.
size 80x24
run $DATA/garden.md
expect Slow compost
keys Down Down
expect >  植物の声
screen
|garden  headings, level 2
|┌─[All talks]──────────────────────────┐┌─ Notes ──────────────────────────────┐
|│   Slow compost               Ann Lee ││  植物の声                            │
|│   Winter beans  Björn Östlund, Zoë…  ││  山田太郎                            │
|│>  植物の声                  山田太郎 ││  Growing                             │
|│   One spade for life    Petr Tesařík ││  https://www.youtube.com/watch?      │
|│   Silent talk                    Dee ││  v=CCCCCCCCCCC                       │
|│   Swapping seeds   Ann Lee, Kim Park ││                                      │
|│   A title that is much too long for… ││  • 水をやる時間                      │
|│                                      ││  • Listening with microphones        │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|└───────────────────────────── 3 of 7 ─┘└──────────────────────────────────────┘
|? help  / filter  o open  b bookmark  y copy link  q quit                    7/7
keys G
expect 7 of 7
keys Down
expect 7 of 7
screen
|garden  headings, level 2
|┌─[All talks]──────────────────────────┐┌─ Notes ──────────────────────────────┐
|│   Slow compost               Ann Lee ││  A title that is much too long for   │
|│   Winter beans  Björn Östlund, Zoë…  ││  any pane that it may ever be shown  │
|│   植物の声                  山田太郎 ││  in, whatever its width              │
|│   One spade for life    Petr Tesařík ││  Al                                  │
|│   Silent talk                    Dee ││  Seeds                               │
|│   Swapping seeds   Ann Lee, Kim Park ││  https://www.youtube.com/watch?      │
|│>  A title that is much too long for… ││  v=FFFFFFFFFFF                       │
|│                                      ││                                      │
|│                                      ││  • Short notes                       │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|│                                      ││                                      │
|└───────────────────────────── 7 of 7 ─┘└──────────────────────────────────────┘
|? help  / filter  o open  b bookmark  y copy link  q quit                    7/7
keys g
expect 1 of 7
keys 3j
expect >  One spade
keys Q
exit 0
