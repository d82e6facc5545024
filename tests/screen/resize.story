# A resize keeps the selection and shows the whole screen anew.
size 120x40
run $DATA/garden.md
expect Slow compost
keys 5j
expect >  Swapping seeds
size 80x24
expect >  Swapping seeds
size 200x60
expect >  Swapping seeds
size 40x12
expect >  Swapping seeds
keys Q
exit 0
