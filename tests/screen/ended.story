# Signals end the program with the terminal restored.
run $DATA/garden.md
expect Slow compost
signal TERM
exit 143
restored
run $DATA/garden.md
expect Slow compost
signal HUP
exit 129
restored
run $DATA/garden.md
expect Slow compost
keys ^C
exit 130
restored
run $DATA/garden.md
expect Slow compost
hangup
exit 129
