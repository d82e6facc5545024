# A view of the configuration has a row of its own above the tracks, with a
# count that follows marks and filter.
size 160x16
run --no-config $DATA/garden.md
expect Slow compost
absent To read
keys Q
exit 0
env XDG_CONFIG_HOME=$TMP/conf
script $TMP/conf/lectern/config
|view "To read" is:bookmarked has:notes
|view Beans beans | spade
|history = 0
run $DATA/garden.md
expect To read       0
expect Beans         2
keys b
expect To read       1
type /spade
expect Beans         1
expect To read       0
keys Enter Esc h j j j j j j
expect 1/1
expect >* Slow compost
keys j
expect 2/2
expect >  Winter beans
keys Q
exit 0
# One called like the built-in view of unseen talks has its row.
script $TMP/conf/lectern/config
|view Unseen is:unseen beans
|history = 0
run --fresh $DATA/garden.md
expect Unseen        1
absent Unseen        7
keys h j j
expect >    Winter beans
keys w
expect No talk is in this view
absent All talks are seen
keys Q
exit 0
