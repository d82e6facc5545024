# What is read may be slow to come: it can be stopped all the same.
large $TMP/large.md
fifo $TMP/fifo
run $TMP/fifo $TMP/large.md
expect reading
keys q
exit 0
restored
run $TMP/fifo $TMP/large.md
expect reading
keys ^C
exit 130
restored
run $TMP/fifo $TMP/large.md
expect reading
signal TERM
exit 143
restored
run $TMP/fifo $TMP/large.md
expect reading
signal HUP
exit 129
restored
# So can the browser for scripts.
output $TMP/out
run pick $TMP/fifo $TMP/large.md
expect reading
keys q
exit 1
restored
