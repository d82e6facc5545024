# A filter answers at each key, folds accents, and keeps the talk when it goes.
run $DATA/garden.md
expect Slow compost
type /ostl
expect 1/7
expect Winter beans
screen
|garden
|┌─ Tracks ───────────┬─[All talks]─────────────────────────────────────────────┐
|│> All             1 │>    Winter beans                                        │
|│  Bookmarks       0 │       Björn Östlund, Zoë Quinn · Growing                │
|│  Unseen          1 │                                                         │
|│  Recently seen   0 │                                                         │
|│  History         0 │                                                         │
|│  Queue           0 │                                                         │
|│  Growing         1 │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|└─────────── 1 of 7 ─┴──────────────────────────────────────────────── 1 of 1 ─┘
|/ostl                                                                        1/7
keys Enter
absent /ostl_
keys Esc
expect 7/7
expect >  Winter beans
type /tesarik
expect 1/7
expect One spade for life
keys Esc
expect 7/7
expect >  Winter beans
type /worms
expect Worms follow
screen
|garden
|┌─ Tracks ───────────┬─[All talks]─────────────────────────────────────────────┐
|│> All             1 │>    Slow compost                                        │
|│  Bookmarks       0 │       Ann Lee · Growing                                 │
|│  Unseen          1 │         Worms follow when it cools                      │
|│  Recently seen   0 │                                                         │
|│  History         0 │                                                         │
|│  Queue           0 │                                                         │
|│  Growing         1 │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|└─────────── 1 of 7 ─┴──────────────────────────────────────────────── 1 of 1 ─┘
|/worms                                                                       1/7
keys Enter Enter
expect [Notes]
keys q q
exit 0
