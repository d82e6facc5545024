# n walks the matching bullets of all hits; in the notes / finds in the open
# talk, with a count; ^R takes up what was typed before, also the next time.
size 120x24
run $DATA/garden.md
expect Slow compost
type /ann|
keys Backspace
type  | spade
expect 3/7
keys Enter
keys n
expect > One spade for life
keys n
expect >  Slow compost
expect > Ann Lee
keys n
expect >  Swapping seeds
expect > Ann Lee, Kim Park
keys n
expect >  One spade for life
keys N
expect >  Swapping seeds
keys Esc
expect 7/7
keys g l
type /it
expect 1/2
expect > • Turn it every week
keys Enter n
expect 2/2
expect > • Worms follow when it cools
keys n
expect 1/2
type /zzz
expect not found in this talk
keys Esc
absent not found
keys h
type /frost
expect 1/7
keys Enter Esc
keys / ^R
expect /frost
keys ^R
expect /ann | spade
keys Esc Q
exit 0
run $DATA/garden.md
expect Slow compost
keys / ^R
expect Winter beans
expect /frost
keys Esc Q
exit 0
