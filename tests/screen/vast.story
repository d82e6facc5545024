# A size that no terminal has takes no memory; one that is larger than what is
# used is drawn in its corner.
env LINES=5000
env COLUMNS=5000
size 80x24
run $DATA/garden.md
expect Slow compost
memory 100
keys q
exit 0
restored
size 1200x600
run $DATA/garden.md
expect Slow compost
memory 200
keys q
exit 0
restored
