# The next run begins where this one ended, however that came.
size 120x24
run $DATA/garden.md
expect Slow compost
keys ]
expect [Growing]
keys j
expect >    Winter beans
keys Enter
expect [Notes]
keys Q
exit 0
run $DATA/garden.md
expect [Notes]
expect Sown in October
keys q
expect [Growing]
expect >    Winter beans
# A signal is a way out, too.
keys j
expect >    植物の声
signal TERM
exit 143
run $DATA/garden.md
expect >    植物の声
keys g
expect >    Slow compost
hangup
exit 129
run $DATA/garden.md
expect >    Slow compost
expect [Growing]
# The last filter is one key away.
keys / b e a n s Enter b
expect * Winter beans
signal HUP
exit 129
run $DATA/garden.md
expect Slow compost
expect 3/3
keys n
expect filter: beans
keys Q
exit 0
# Each set of documents has its own place.
run $DATA/garden.md $DATA/garden.md
expect 2 conferences
expect [All talks]
keys Q
exit 0
# What was unfolded is so again, and the order is, too.
script $TMP/other.md
|# Other Days
|
|## Moths - Cy Orr
|
|* x
|
|## Owls - Cy Orr
|
|* y
run $DATA/garden.md $TMP/other.md
expect 2 conferences
keys h 7 g
expect > + garden 7
keys l
expect > - garden 7
expect Growing
keys g s Q
exit 0
run $DATA/garden.md $TMP/other.md
expect > All
expect - garden 7
expect Growing
expect + Other Days 2
expect All talks, by title
keys Q
exit 0
# A run that is killed leaves the place before.
run --fresh $DATA/garden.md
expect [All talks]
keys G Q
exit 0
run $DATA/garden.md
expect >    A title that is much too long
signal KILL
exit 137
run $DATA/garden.md
expect >    A title that is much too long
keys Q
exit 0
# Where nothing can be written that is told once.
env XDG_STATE_HOME=/dev/null/state
size 80x10
run $DATA/garden.md
expect Slow compost
keys v / b e a n s Enter Q
exit 0
screen
|lectern: /dev/null: Not a directory
|
|
|
|
|
|
|
|
|
