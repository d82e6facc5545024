# Two panes at 80 columns, the tracks in place of the talks; one below that.
size 80x24
run $DATA/garden.md
screen
|garden  headings, level 2
|┌─[All talks]──────────────────────────┐┌─ Notes ──────────────────────────────┐
|│>  Slow compost               Ann Lee ││  Slow compost                        │
|│   Winter beans  Björn Östlund, Zoë…  ││  Ann Lee                             │
|│   植物の声                  山田太郎 ││  Growing                             │
|│   One spade for life    Petr Tesařík ││  https://www.youtube.com/watch?      │
|│   Silent talk                    Dee ││  v=AAAAAAAAAAA                       │
|│   Swapping seeds   Ann Lee, Kim Park ││                                      │
|│   A title that is much too long for… ││  • Heat comes from living things     │
|│                                      ││    - sixty degrees at the core       │
|│                                      ││  • Turn it every week                │
|│                                      ││  • Worms follow when it cools        │
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
|└───────────────────────────── 1 of 7 ─┘└──────────────────────────────────────┘
|? help  / filter  o open  b bookmark  y copy link  q quit                    7/7
keys h
expect [Tracks]
screen
|garden  headings, level 2
|┌─[Tracks]─────────────────────────────┐┌─ Notes ──────────────────────────────┐
|│> All                               7 ││  Slow compost                        │
|│  Bookmarks                         0 ││  Ann Lee                             │
|│  Unseen                            7 ││  Growing                             │
|│  Recently seen                     0 ││  https://www.youtube.com/watch?      │
|│  History                           0 ││  v=AAAAAAAAAAA                       │
|│  Growing                           3 ││                                      │
|│  Tools                             2 ││  • Heat comes from living things     │
|│  Seeds                             2 ││    - sixty degrees at the core       │
|│                                      ││  • Turn it every week                │
|│                                      ││  • Worms follow when it cools        │
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
|└───────────────────────────── 1 of 8 ─┘└──────────────────────────────────────┘
|? help  / filter  o open  b bookmark  y copy link  q quit                    7/7
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
|│  Growing                           3 │
|│  Tools                             2 │
|│  Seeds                             2 │
|└───────────────────────────── 1 of 8 ─┘
|? help  / filter  o open  q quit     7/7
keys l l
screen
|garden > All > Slow compost
|┌─[Notes]──────────────────────────────┐
|│  Slow compost                        │
|│  Ann Lee                             │
|│  Growing                             │
|│  https://www.youtube.com/watch?      │
|│  v=AAAAAAAAAAA                       │
|│                                      │
|│  • Heat comes from living things     │
|│    - sixty degrees at the core       │
|└──────────────────────────────── 80% ─┘
|? help  / filter  o open  q back     7/7
size 60x6
screen
|garden > All > Slow compost
|  Slow compost
|  Ann Lee
|  Growing
|  https://www.youtube.com/watch?v=AAAAAAAAAAA
|? help  / filter  o open  b bookmark  y copy link        7/7
size 19x3
expect too small
size 80x24
expect Slow compost
keys Q
exit 0
restored
