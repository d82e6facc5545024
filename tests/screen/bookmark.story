# A bookmark is there after kill -9 a moment later.
run $DATA/garden.md
expect Slow compost
keys j b
expect * Winter beans
signal KILL
exit 137
run $DATA/garden.md
expect * Winter beans
keys h j
expect > Bookmarks
expect 1/1
keys l b
expect No bookmarks yet
keys Q
exit 0
