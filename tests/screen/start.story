# Three panes at 120 columns: tracks, talks, notes.
size 120x30
run $DATA/garden.md
expect Slow compost
cursor 2 21
screen
|garden  headings, level 2
|┌─ Tracks ─────────┐┌─[All talks]──────────────────────────┐┌─ Notes ──────────────────────────────────────────────────┐
|│> All           7 ││>  Slow compost               Ann Lee ││  Slow compost                                            │
|│  Bookmarks     0 ││   Winter beans  Björn Östlund, Zoë…  ││  Ann Lee                                                 │
|│  Unseen        7 ││   植物の声                  山田太郎 ││  Growing                                                 │
|│  Recently seen 0 ││   One spade for life    Petr Tesařík ││  https://www.youtube.com/watch?v=AAAAAAAAAAA             │
|│  History       0 ││   Silent talk                    Dee ││                                                          │
|│  Growing       3 ││   Swapping seeds   Ann Lee, Kim Park ││  • Heat comes from living things                         │
|│  Tools         2 ││   A title that is much too long for… ││    - sixty degrees at the core                           │
|│  Seeds         2 ││                                      ││  • Turn it every week                                    │
|│                  ││                                      ││  • Worms follow when it cools                            │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|│                  ││                                      ││                                                          │
|└───────── 1 of 8 ─┘└───────────────────────────── 1 of 7 ─┘└──────────────────────────────────────────────────────────┘
|? help  / filter  o open  b bookmark  y copy link  q quit                                                            7/7
keys q
exit 0
restored
