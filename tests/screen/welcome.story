# Three lines welcome who starts lectern the first time ever, until something is
# done; and never again.
env XDG_STATE_HOME=$TMP/new
run $DATA/garden.md
expect Welcome. / lists the talks
expect ? shows all keys
keys j
expect >    Winter beans
expect Welcome.
# In one row where three would hide the list, or be cut.
size 80x12
expect Welcome: ? shows all keys, q leaves.
absent Enter reads one
size 40x24
expect Welcome: ? shows all keys, q leaves.
absent Enter reads
size 40x6
absent Welcome
size 80x24
expect Enter reads one
keys b
absent Welcome.
keys Q
exit 0
run $DATA/garden.md
expect Slow compost
absent Welcome.
keys Q
exit 0
