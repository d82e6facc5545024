# Down goes through all talks and stays at the last; wide titles stay aligned.
size 120x24
run $DATA/garden.md
expect Slow compost
keys Down Down
expect >  植物の声
screen
|garden  7 talks, 0 seen
|┌─[All talks]─────────────────────────────────────────────┬─ Notes ────────────────────────────────────────────────────┐
|│     Slow compost                                        │  植物の声                                                  │
|│       Ann Lee · Growing                                 │  山田太郎 · Growing                                        │
|│     Winter beans                                        │                                                            │
|│       Björn Östlund, Zoë Quinn · Growing                │  • 水をやる時間                                            │
|│>    植物の声                                            │  • Listening with microphones                              │
|│       山田太郎 · Growing                                │                                                            │
|│     One spade for life                                  │  Links                                                     │
|│       Petr Tesařík · Tools                              │  1  video    https://www.youtube.com/watch?v=CCCCCCCCCCC   │
|│     Silent talk                                         │                                                            │
|│       Dee · Tools                                       │                                                            │
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
|└──────────────────────────────────────────────── 3 of 7 ─┴────────────────────────────────────────────────────────────┘
|? help  / filter  Enter read  o open  b bookmark  w seen  q quit                                                     7/7
keys G
expect 7 of 7
keys Down
expect 7 of 7
screen
|garden  7 talks, 0 seen
|┌─[All talks]─────────────────────────────────────────────┬─ Notes ────────────────────────────────────────────────────┐
|│     Slow compost                                        │  A title that is much too long for any pane that it may    │
|│       Ann Lee · Growing                                 │  ever be shown in, whatever its width                      │
|│     Winter beans                                        │  Al · Seeds                                                │
|│       Björn Östlund, Zoë Quinn · Growing                │                                                            │
|│     植物の声                                            │  • Short notes                                             │
|│       山田太郎 · Growing                                │                                                            │
|│     One spade for life                                  │  Links                                                     │
|│       Petr Tesařík · Tools                              │  1  video    https://www.youtube.com/watch?v=FFFFFFFFFFF   │
|│     Silent talk                                         │                                                            │
|│       Dee · Tools                                       │                                                            │
|│     Swapping seeds                                      │                                                            │
|│       Ann Lee, Kim Park · Seeds                         │                                                            │
|│>    A title that is much too long for any pane that it  │                                                            │
|│     may ever be shown in, whatever its width            │                                                            │
|│       Al · Seeds                                        │                                                            │
|│                                                         │                                                            │
|│                                                         │                                                            │
|│                                                         │                                                            │
|│                                                         │                                                            │
|│                                                         │                                                            │
|└──────────────────────────────────────────────── 7 of 7 ─┴────────────────────────────────────────────────────────────┘
|? help  / filter  Enter read  o open  b bookmark  w seen  q quit                                                     7/7
keys g
expect 1 of 7
keys 3j
expect >  One spade
keys Q
exit 0
