# The sandbox of subcommands that start no program.

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	export HOME=$PWD/home
	unset LECTERN_SANDBOX
	mkdir home
	mkfifo notes
}

# privileges OPTION...: what /proc says of a `list` that reads its document.
privileges() {
	"$LECTERN" list "$@" - <notes >out 2>err &
	local pid=$!
	exec 5>notes
	# It has what it needs when it reads, and it does when this is written: a
	# pipe does not hold that much.
	printf '# A talk\n\n- x\n%0100000d\n' 0 >&5
	sed -n 's/^NoNewPrivs:[[:space:]]*//p' "/proc/$pid/status"
	exec 5>&-
	wait $pid
}

@test "list gains no privileges" {
	[ -r /proc/self/status ] || skip "no /proc here"
	[ "$(privileges)" = 1 ]
	grep -q 'A talk' out
}

@test "--no-sandbox and LECTERN_SANDBOX=off leave it out" {
	[ -r /proc/self/status ] || skip "no /proc here"
	[ "$(privileges --no-sandbox)" = 0 ]
	grep -q 'A talk' out
	LECTERN_SANDBOX=off
	export LECTERN_SANDBOX
	[ "$(privileges)" = 0 ]
}

@test "the first mark makes its folder, and the sync file its own" {
	mkdir home/.config home/.config/lectern share
	echo "sync-file = $PWD/share/marks.jsonl" >home/.config/lectern/config
	"$LECTERN" bookmark add vKUHIFYf6lU
	[ -s home/.local/share/lectern/marks.db ]
	grep -q vKUHIFYf6lU share/marks.jsonl
}
