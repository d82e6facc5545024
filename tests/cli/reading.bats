# Documents that change, stay away or grow while they are read.

setup() {
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp
}

# A document of 40,000 talks, 4 MB.
large() {
	awk 'BEGIN { for (i = 1; i <= 40000; i++)
		printf "## Talk %d - Ann Example\n\nURL: https://www.youtube.com/watch?v=%011d\n\n* words %d\n\n", i, i, i }'
}

@test "a document that is saved over while output waits is printed as it was" {
	large >"$tmp/doc.md"
	mkfifo "$tmp/out"
	"$LECTERN" list --json "$tmp/doc.md" >"$tmp/out" 2>"$tmp/err" &
	pid=$!
	exec 4<"$tmp/out"
	# It has read all, and waits for the pipe to have room.
	read -r first <&4
	: >"$tmp/doc.md"
	lines=$(wc -l <&4)
	status=0
	wait $pid || status=$?
	[ $status -eq 0 ]
	[ "$lines" -eq 39999 ]
}

@test "a FIFO is read when somebody writes to it" {
	mkfifo "$tmp/fifo"
	"$LECTERN" list "$tmp/fifo" >"$tmp/out" &
	pid=$!
	printf '## One - Ann Example\n\n* words\n' >"$tmp/fifo"
	wait $pid
	[ "$(cut -f3 "$tmp/out")" = One ]
}

@test "a search finds all of many talks by their notes" {
	cd "$BATS_TEST_TMPDIR"
	awk 'BEGIN { for (i = 1; i <= 3000; i++)
		printf "## Talk %d - Ada Byron\n\nhttps://youtu.be/%011d\n\n" \
		    "* one\n* *two*\n* a quo**kka** or %s\n  that sleeps\n" \
		    "* four\n\n", i, i, i % 7 == 0 ? "wombat" : "two" }' >many.md
	"$LECTERN" search quokka --no-cache many.md >found
	[ "$(wc -l <found)" -eq 3000 ]
	"$LECTERN" search wombat --no-cache many.md >found
	[ "$(wc -l <found)" -eq 428 ]
	grep -q 'Talk 2996' found
}
