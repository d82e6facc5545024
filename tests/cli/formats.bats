# Documents in other formats than Markdown, at the command line.

setup() {
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp
	mkdir "$tmp/docs"
	cat >"$tmp/docs/programme.csv" <<-END
		Title,Speaker,Track,Day,Room,Abstract
		Locks,Ann One,Kernel,2026-05-01,Hall 2,What they cost.
		Pages,Bob Two,Kernel,2026-05-02,,
		Heaps
	END
}

@test "a programme in CSV is listed, and tells day and room" {
	command -v jq >/dev/null || skip "jq is not installed"
	output=$("$LECTERN" list --json "$tmp/docs/programme.csv")
	[ "$(echo "$output" | jq -c '[.title, .speakers, .track, .day, .room, .blocks[0].text]' | head -n1)" = \
		'["Locks",["Ann One"],"Kernel","2026-05-01","Hall 2","What they cost."]' ]
	[ "$(echo "$output" | jq -c '[.day, has("room")]' | sed -n 2p)" = '["2026-05-02",false]' ]
	"$LECTERN" show --color=never "$(echo "$output" | jq -r .id | head -n1)" "$tmp/docs/programme.csv" |
		grep -q ' · 2026-05-01, Hall 2$'
}

@test "check names the line of a row that does not fit" {
	"$LECTERN" check "$tmp/docs/programme.csv" >"$tmp/out" || [ $? -eq 1 ]
	grep -qxF "$tmp/docs/programme.csv:4: warning: 1 cell, should be 6" "$tmp/out"
}

@test "a folder's programmes are read beside its notes" {
	printf '# Notes\n\n## One - Ann\n\n* x\n\n## Two - Bob\n\n* y\n' >"$tmp/docs/notes.md"
	cp "$tmp/docs/programme.csv" "$tmp/docs/second.tsv"
	[ "$("$LECTERN" list "$tmp/docs" | wc -l)" -eq 8 ]
}
