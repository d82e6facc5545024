# The first talks are there before all is read, and keys work; then the rest is
# there, the same talk is selected, and what was searched is found.
size 100x16
large $TMP/large.md
fifo $TMP/fifo
run $TMP/large.md $TMP/fifo
expect 1 of 1302
expect reading
expect 1302/1302+
keys j
expect 2 of 1302
keys /
type 119999
expect 0/1302+
script $TMP/fifo
|## On stones - Ann Lee
|
|* flat ones
expect 1/120001
absent reading
keys ^U Esc
expect 120000 of 120001
keys q
exit 0
restored
