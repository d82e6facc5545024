# How the reader has set up the screen is there again the next time.
size 160x20
run $DATA/garden.md
expect Ann Lee · Growing
keys v
expect Slow compost Ann Lee
absent Dee · Tools
keys Q
exit 0
file $TMP/.local/state/lectern/state rows one
run $DATA/garden.md
expect Slow compost Ann Lee
keys Q
exit 0
