# The browser for scripts: what is chosen in it goes to standard output.
size 80x12
output $TMP/out
run pick $DATA/garden.md
expect >    Slow compost
keys j Enter
exit 0
restored
file $TMP/out BBBBBBBBBBB	Growing	Winter beans	Björn Östlund, Zoë Quinn
run pick --format %i:%t(%s)\t%k%% $DATA/garden.md
expect >    Slow compost
keys / s p a d e
expect 1/7
keys Enter
exit 0
file $TMP/out DDDDDDDDDDD:One spade for life(Petr Tesařík)	Tools%
run pick --format %u|%c|%d|%l $DATA/garden.md
expect >    Slow compost
keys Enter
exit 0
file $TMP/out https://www.youtube.com/watch?v=AAAAAAAAAAA|garden||3
run pick --json $DATA/garden.md
expect >    Slow compost
keys 2 Enter
exit 0
file $TMP/out "title":"Winter beans"
run pick --format %i, $DATA/garden.md
expect Enter choose
keys j V j j
expect 3 in range
keys Enter
exit 0
file $TMP/out BBBBBBBBBBB,
file $TMP/out CCCCCCCCCCC,
file $TMP/out DDDDDDDDDDD,
# Without a talk there is nothing to choose.
run pick --format %i! $DATA/garden.md
expect >    Slow compost
keys / z z
expect no talk matches "zz"
keys Enter ^U s p a
expect 1/7
send \e\x0D
cursor 2 22
keys G Enter
exit 0
file $TMP/out DDDDDDDDDDD!
run pick $DATA/garden.md
expect >    Slow compost
keys q
exit 1
run pick $DATA/garden.md
expect >    Slow compost
keys ^C
exit 130
# Where it was is no place for the next time.
run pick $DATA/garden.md
expect >    Slow compost
keys G
signal TERM
exit 143
