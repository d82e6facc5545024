# A resize keeps the selection and shows the whole screen anew.
size 120x40
run $DATA/garden.md
expect Slow compost
keys 5j
expect >  Swapping seeds
# The cursor is on its row, wherever that is.
size 80x24
cursor 12 22
expect >  Swapping seeds
size 200x60
cursor 7 34
expect >  Swapping seeds
size 40x12
cursor 8 1
expect >  Swapping seeds
keys Q
exit 0
