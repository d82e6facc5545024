# Other languages: German, if its translation was built.

setup() {
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp garden=$srcdir/tests/data/garden.md
	export LANGUAGE=de
	[ -e "$LECTERN_LOCALEDIR/de/LC_MESSAGES/lectern.mo" ] ||
	    skip "no translations were built"
}

@test "the help is German, and names stay what is typed" {
	run "$LECTERN" --help
	[[ "$output" == *"Aufruf: lectern [OPTION]"* ]]
	[[ "$output" == *"search QUERY"*"passenden Vorträge ausgeben"* ]]
	[[ "$output" != *"print the "* ]]
	# Wrapped by columns: no line is wider than a terminal.
	while read -r line; do [ "${#line}" -le 82 ]; done <<<"$output"
}

@test "an error is German" {
	run "$LECTERN" --format nothing export
	[ "$status" -eq 2 ]
	[[ "$output" == *'"nothing" ist weder jsonl, '*"noch csv"* ]]
	[[ "$output" == *'Siehe "lectern --help".'* ]]
}

@test "one has a form of its own" {
	run "$LECTERN" -x 'filter spade' -x 'filter' -x 'tag one' -x 'talk AAAAAAAAAAA' \
	    -x 'filter zzz' --screen 80x24 "$garden"
	[[ "$output" == *'kein Vortrag passt zu "zzz"'* ]]
	printf '# A\n\n## One\n\nhttps://youtu.be/AAAAAAAAAAA\n' >"$tmp/one.md"
	run "$LECTERN" --screen 80x24 "$tmp/one.md"
	[[ "$output" == *"1 Vortrag, 0 gesehen"* ]]
	run "$LECTERN" --screen 80x24 "$garden"
	[[ "$output" == *"7 Vorträge, 0 gesehen"* ]]
}

@test "JSON, TSV and the config's words are not translated" {
	diff <("$LECTERN" list --json "$garden") <(LANGUAGE= "$LECTERN" list --json "$garden")
	diff <("$LECTERN" list "$garden") <(LANGUAGE= "$LECTERN" list "$garden")
	"$LECTERN" config | grep -q '^#theme = auto'
}

@test "LANGUAGE names several, and C speaks English" {
	LANGUAGE=xx:de run "$LECTERN" --help
	[[ "$output" == *"Aufruf: "* ]]
	LC_ALL=C run "$LECTERN" --help
	[[ "$output" == "usage: "* ]]
	LC_ALL=C run "$LECTERN" check --nothing
	[[ ! "$output" =~ [^[:ascii:]] ]]
}

@test "a catalogue that is garbage leaves all in English" {
	mkdir -p "$tmp/locale/de/LC_MESSAGES"
	head -c 5000 "$LECTERN" >"$tmp/locale/de/LC_MESSAGES/lectern.mo"
	LECTERN_LOCALEDIR=$tmp/locale run "$LECTERN" --help
	[ "$status" -eq 0 ]
	[[ "$output" == "usage: "* ]]
	: >"$tmp/locale/de/LC_MESSAGES/lectern.mo"
	LECTERN_LOCALEDIR=$tmp/locale run "$LECTERN" --help
	[ "$status" -eq 0 ]
	[[ "$output" == "usage: "* ]]
}
