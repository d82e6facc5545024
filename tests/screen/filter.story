# A filter answers at each key, folds accents, and keeps the talk when it goes.
run $DATA/garden.md
expect Slow compost
type /ostl
expect 1/7
expect Winter beans
screen
|garden  headings, level 2
|┌─[All talks]──────────────────────────┐┌─ Notes ──────────────────────────────┐
|│>  Winter beans  Björn Östlund, Zoë…  ││  Winter beans                        │
|│                                      ││  Björn Östlund, Zoë Quinn            │
|│                                      ││  Growing                             │
|│                                      ││  https://www.youtube.com/watch?      │
|│                                      ││  v=BBBBBBBBBBB                       │
|│                                      ││                                      │
|│                                      ││  • Sown in October                   │
|│                                      ││  • Frost down to minus ten does no   │
|│                                      ││    harm                              │
|│                                      ││  • See the trial                     │
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
|└───────────────────────────── 1 of 1 ─┘└──────────────────────────────────────┘
|/ostl                                                                        1/7
keys Enter
absent /ostl_
keys Esc
expect 7/7
expect >  Winter beans
type /tesarik
expect One spade for life
keys Esc
expect >  Winter beans
type /worms
expect Worms follow
screen
|garden  headings, level 2
|┌─[All talks]──────────────────────────┐┌─ Notes ──────────────────────────────┐
|│>  Slow compost               Ann Lee ││  Slow compost                        │
|│     Worms follow when it cools       ││  Ann Lee                             │
|│                                      ││  Growing                             │
|│                                      ││  https://www.youtube.com/watch?      │
|│                                      ││  v=AAAAAAAAAAA                       │
|│                                      ││                                      │
|│                                      ││  • Heat comes from living things     │
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
|└───────────────────────────── 1 of 1 ─┘└──────────────────────────────────────┘
|/worms                                                                       1/7
keys Enter Enter
expect [Notes]
keys q q
exit 0
