# Locales that are not UTF-8, such as C.

setup() {
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp garden=$srcdir/tests/data/garden.md
	printf '# Höfe\n\nÜber\n\n## Zoë: “Ærø” …\n\n- naïve → 日本\n- https://youtu.be/AAAAAAAAAAA\n\n## Zoë: Straße\n\n- https://youtu.be/AAAAAAAAAAA\n- https://youtu.be/Ä\n' >"$tmp/höfe.md"
}

# Runs lectern in the C locale; what it prints, here and there, is ASCII.
in_c() {
	LC_ALL=C run "$LECTERN" "$@"
	if LC_ALL=C grep -q "$(printf '[\200-\377]')" <<<"$output"; then
		echo "lectern $*: $output"
		return 1
	fi
	[ -n "$output" ]
}

# Likewise, on a terminal.
on_terminal() {
	command -v script >/dev/null || skip "script(1) is not installed"
	words=
	for word; do words="$words '$word'"; done
	output=$(LC_ALL=C script -qec "'$LECTERN' $words" /dev/null </dev/null)
	if LC_ALL=C grep -q "$(printf '[\200-\377]')" <<<"$output"; then
		echo "lectern $*: $output"
		return 1
	fi
	[ -n "$output" ]
}

@test "in the C locale what people read is ASCII" {
	for document in "$garden" "$tmp/höfe.md"; do
		in_c check "$document" || [ "$status" -le 1 ]
		in_c check -v "$document"
		in_c sources "$document"
		in_c --screen 100x30 "$document"
		in_c --screen 40x10 -x 'filter zoë' "$document"
	done
	in_c show Straße "$tmp/höfe.md"
	[[ "$output" == *"Zoe: Strasse"* ]]
	in_c show Ærø "$tmp/höfe.md"
	[[ "$output" == *'Zoe: "AEro" ...'*"naive -> ????"* ]]
	in_c show Höfling "$tmp/höfe.md"
	[ "$status" -eq 1 ]
	in_c list "$tmp/fehlt-ä"
	[ "$status" -eq 2 ]
	in_c --format grün export
	in_c fünd
	in_c --help
}

@test "in the C locale tables on a terminal are ASCII" {
	on_terminal list "$garden"
	[[ "$output" == *"Bjorn Ostlund"* ]]
	on_terminal search compost "$garden"
	on_terminal tracks "$garden"
	on_terminal speakers "$garden"
	on_terminal show Winter "$garden"
	on_terminal list "$tmp/höfe.md"
}

@test "an ellipsis of three dots keeps columns apart" {
	{
		printf '# Names\n'
		printf '\n## Talk %s\n\nBy Zoë Quinn, Ann Sonnenschein, Bob Ostlund\n' one two
	} >"$tmp/names.md"
	on_terminal --color never list "$tmp/names.md"
	[[ "$output" == *"Zoe Quinn, Ann Sonn...  Talk one"* ]]
}

@test "what programs read is UTF-8 in each locale" {
	for words in "list" "list --json" "search spade" "search --json spade" "speakers" \
	    "show --json Winter" "export --all --format markdown" "export --all --format csv" \
	    "export --all --format html" "config"; do
		files=$garden
		[ "$words" != config ] || files=
		# shellcheck disable=SC2086
		diff <(LC_ALL=C "$LECTERN" $words $files) <(LC_ALL=C.UTF-8 "$LECTERN" $words $files)
	done
	LC_ALL=C "$LECTERN" list "$garden" | grep -q 'Björn'
}

@test "in a locale of UTF-8, or none, nothing is left out" {
	for locale in C.UTF-8 en_US.UTF-8 ''; do
		LC_ALL=$locale LANG= LC_CTYPE= run "$LECTERN" --screen 100x24 "$garden"
		[[ "$output" == *"┌"*"Björn Östlund"* ]]
		LC_ALL=$locale LANG= LC_CTYPE= run "$LECTERN" show Winter "$garden"
		[[ "$output" == *"Björn Östlund"* ]]
	done
}
