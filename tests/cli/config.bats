# The configuration, printed complete, and its mistakes.

setup() {
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp XDG_CONFIG_HOME=$tmp/config
	mkdir -p "$tmp/config/lectern"
	config=$tmp/config/lectern/config
}

@test "config prints every setting and command, and what is in force as lines" {
	printf '%s\n' 'theme = light  # mine' 'bind x seen' \
	    'view "To read" is:bookmarked' 'library ~/talks' \
	    'color match red' >"$config"
	"$LECTERN" config >"$tmp/out"
	grep -qx 'theme = light' "$tmp/out"
	grep -qx '#mouse = off' "$tmp/out"
	grep -qx 'bind x seen' "$tmp/out"
	grep -qx 'view "To read" is:bookmarked' "$tmp/out"
	grep -qx "library $tmp/talks" "$tmp/out"
	grep -qx 'color match red' "$tmp/out"
	grep -q '^#bind j  *down ' "$tmp/out"
	[ "$(grep -c '^#bind ' "$tmp/out")" -gt 60 ]
}

@test "the example that is installed is what config prints without one" {
	"$LECTERN" config | cmp - "$builddir/config.example"
}

@test "what config prints is a configuration, and the same one" {
	"$LECTERN" config >"$tmp/none"
	cp "$tmp/none" "$config"
	"$LECTERN" config | cmp "$tmp/none" -
	# Each comment that is a line may be one.
	sed -n 's/^#\(bind \|mouse\|theme\|color = \|history\|player\)/\1/p' "$tmp/none" >"$config"
	run "$LECTERN" config
	[ "$status" -eq 0 ]
	"$LECTERN" config >"$tmp/all"
	cp "$tmp/all" "$config"
	"$LECTERN" config | cmp "$tmp/all" -
}

@test "all mistakes are told at once, with file and line" {
	printf '%s\n' 'moose = on' 'mouse = on' 'bind x moo' 'bind Moo seen' \
	    'color hat red' 'history = x' >"$config"
	run "$LECTERN" config
	[ "$status" -eq 2 ]
	for line in 1 3 4 5 6; do
		[[ "$output" == *"$config:$line: "* ]]
	done
	[[ "$output" == *"mouse = on"* ]]
	# In the order of the file, whoever found them; the bad lines are left out.
	"$LECTERN" config 2>"$tmp/err" >"$tmp/out" || true
	sort -c -t: -k3n "$tmp/err"
	run grep '^bind' "$tmp/out"
	[ "$status" -eq 1 ]
	"$LECTERN" list "$srcdir/tests/data/garden.md" 2>"$tmp/err" >/dev/null
	[ "$(grep -c "$config:" "$tmp/err")" -eq 5 ]
}
