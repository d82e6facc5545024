# What was not typed exactly: words for an id, and names of subcommands.

setup() {
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp garden=$srcdir/tests/data/garden.md
}

@test "show takes words where no id is so" {
	"$LECTERN" show 'slow compost' "$garden" | grep -q 'Heat comes from living things'
	"$LECTERN" show AAAAAAAAAAA "$garden" | grep -q 'Slow compost'
	run "$LECTERN" show moose "$garden"
	[ "$status" -eq 1 ]
	[[ "$output" == *"moose: no such talk in"* ]]
}

@test "words need no quotes where no file is so" {
	cd "$tmp"
	"$LECTERN" show slow compost "$garden" | grep -q 'Heat comes from living things'
	[ "$("$LECTERN" search compost slow "$garden" | cut -f1)" = AAAAAAAAAAA ]
	run "$LECTERN" search slow moose "$garden"
	[ "$status" -eq 1 ]
	[ -z "$output" ]
	# What looks like a file is one, there or not.
	run "$LECTERN" search slow moose.md
	[ "$status" -eq 2 ]
	[[ "$output" == *"moose.md: No such file or directory"* ]]
	cp "$garden" compost
	"$LECTERN" show slow compost | grep -q 'Heat comes from living things'
	run "$LECTERN" bookmark add slow moose
	[[ "$output" == *"moose: No such file or directory"* ]]
}

@test "what is not clear is listed, and nothing is opened" {
	printf '#!/bin/sh\necho "$1" >"%s/opened"\n' "$tmp" >"$tmp/opener"
	chmod +x "$tmp/opener"
	export LECTERN_OPENER=$tmp/opener
	run "$LECTERN" open ann "$garden"
	[ "$status" -eq 1 ]
	[[ "$output" == *"ann: which of 2 talks"* ]]
	[[ "$output" == *"AAAAAAAAAAA  Slow compost"* ]]
	[ ! -e "$tmp/opened" ]
	"$LECTERN" open 'beans s:quinn' "$garden"
	grep -q BBBBBBBBBBB "$tmp/opened"
}

@test "a bookmark wants the id" {
	run "$LECTERN" bookmark add 'slow compost' "$garden"
	[ "$status" -ne 0 ]
}

@test "a mistyped subcommand is met with the near one" {
	for word in serach searh seearch searcg; do
		run "$LECTERN" $word spade
		[ "$status" -eq 2 ]
		[[ "$output" == *"$word: neither a file nor a subcommand; is search meant?"* ]]
	done
	run "$LECTERN" lits
	[[ "$output" == *"is list meant?"* ]]
	run "$LECTERN" moose
	[[ "$output" == *"moose: No such file or directory"* ]]
	cp "$garden" "$tmp/lits"
	cd "$tmp"
	"$LECTERN" lits | grep -q 'Slow compost'
}
