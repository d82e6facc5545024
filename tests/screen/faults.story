# What cannot be read is told before the screen is taken.
run $TMP/missing.md
exit 2
expect missing.md: No such file or directory
restored
run $TMP
exit 2
expect no document
restored
env TERM=nonsense
run $DATA/garden.md
exit 2
expect nonsense
restored
