# Another program has the marks for itself: the screen is there at once, keys are
# answered, and marks come by themselves.
size 160x16
run $DATA/garden.md
expect Slow compost
keys b
expect Bookmarks     1
keys Q
exit 0
lock $TMP/.local/share/lectern/marks.db
run $DATA/garden.md
expect in use by another program
expect Bookmarks     0
keys j j b
expect the mark waits for
keys k t
type soil
keys Enter j j w
expect 4 of 7
expect Bookmarks     0
# Many wait as one does.
keys A
expect the marks wait for
unlock
expect Bookmarks     2
expect 7/7
keys k k
expect soil
absent the mark waits
keys Q
exit 0
# What waits is undone, and done again, where it is known what was before.
lock $TMP/.local/share/lectern/marks.db
run $DATA/garden.md
expect in use by another program
keys j b
expect the mark waits for
keys u
expect what waits cannot be undone yet
unlock
expect the marks are free again
expect Bookmarks     2
lock $TMP/.local/share/lectern/marks.db
keys j b
expect the mark waits for
keys u ?
expect Most used here
keys Esc
unlock
expect the marks are free again
expect Bookmarks     2
keys ^R
expect done again: bookmarked
expect Bookmarks     3
keys Q
exit 0

# What it says has room on a narrow screen.
lock $TMP/.local/share/lectern/marks.db
size 40x12
run --fresh $DATA/garden.md
expect in use by another
keys b
expect the mark waits for another program
unlock
keys Q
exit 0

# What could not be set at the end is told, and no success.
size 160x16
run --fresh $DATA/garden.md
expect Slow compost
lock $TMP/.local/share/lectern/marks.db
keys j b
expect the mark waits for
keys Q
exit 2
expect 1 mark was not set
unlock
