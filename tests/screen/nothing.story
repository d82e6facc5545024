# No talk matches: the last list stays and the status line says so.
run $DATA/garden.md
expect Slow compost
type /xyzzy
expect no talk matches "xyzzy"
expect 0/7
keys ^U
expect 7/7
keys Esc Q
exit 0
