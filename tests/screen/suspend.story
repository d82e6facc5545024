# ^Z gives the terminal back; the screen returns with the program.
run $DATA/garden.md
expect Slow compost
keys j ^Z
stopped
restored
continue
expect >  Winter beans
keys j
expect >  植物の声
keys Q
exit 0
restored
