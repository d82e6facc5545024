# Three lines welcome who starts lectern the first time ever, until something is
# done; and never again.
env XDG_STATE_HOME=$TMP/new
run $DATA/garden.md
expect Welcome. / lists the talks
expect ? shows all keys
keys j
expect >    Winter beans
expect Welcome.
keys b
absent Welcome.
keys Q
exit 0
run $DATA/garden.md
expect Slow compost
absent Welcome.
keys Q
exit 0
