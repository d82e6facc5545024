# A crash leaves the terminal as it was.  A sanitizer would take it for itself.
env ASAN_OPTIONS=handle_segv=0:handle_abort=0
run $DATA/garden.md
expect Slow compost
signal SEGV
exit 139
restored
run $DATA/garden.md
expect Slow compost
signal ABRT
exit 134
restored
