# A paste is text, its controls removed.
run $DATA/garden.md
expect Slow compost
type /
paste spade
expect /spade
expect 1/7
keys Esc
paste Q
expect 7/7
keys Q
exit 0
