# What the manual pages show: each query finds what it should, each line is a
# configuration, each command runs.

setup() {
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp XDG_CONFIG_HOME=$tmp/config
	mkdir -p "$tmp/config/lectern"
	config=$tmp/config/lectern/config
}

# Takes roff's names of characters out of what it reads.
plain() {
	sed 's/\\(dq/"/g; s/\\(aq/'"'"'/g; s/\\(ti/~/g; s/\\(ha/^/g; s/\\(ga/`/g; s/\\e/\\/g; s/\\-/-/g; s/\\&//g'
}

# Prints the lines that a page shows as examples.
shown() { # page
	awk '/^\.Bd/ { on = 1; next } /^\.Ed/ { on = 0 }
		on { print } sub(/^\.Dl /, "") { print }' "$builddir/$1" | plain
}

# The hash FNV-1a of a text in ASCII, 64 bits.
fnv() {
	local hash=0xcbf29ce484222325 i
	for ((i = 0; i < ${#1}; i++)); do
		hash=$(((hash ^ $(printf %d "'${1:i:1}")) * 0x100000001b3))
	done
	printf %x "$hash"
}

@test "each query of lectern-filter(7) finds some talks, and not all" {
	cat >"$tmp/fosdem.csv" <<'END'
title,speakers,track,url,day,start,end,room,language,abstract
Scheduler latency on RISC,Ann Lee,Tracing,https://youtu.be/AAAAAAAAAAA,2026-05-01,10:00,10:30,Hall A,de,The memory model of riscv and a folio
Deployed topology in rust,Bo Ek,Storage,https://example.org/b,2026-05-02,14:00,14:30,Room 2,en,For arm
END
	printf '# Garden\n\n## Winter beans - Zoë Quinn\n\n## Peas - Cy Fox\n' >"$tmp/garden.md"
	set -- "$tmp/fosdem.csv" "$tmp/garden.md"
	"$LECTERN" bookmark add AAAAAAAAAAA "$@"
	at=1780000000000
	printf '{"schema":1,"key":"yt:AAAAAAAAAAA","title":"T","speakers":[],"url":"","note":"todo","note_at":%s,"tags":[{"tag":"later","set":true,"at":%s}],"position":"60/1800","position_at":%s}\n' $at $at $at >"$tmp/marks"
	"$LECTERN" import "$tmp/marks"
	# The garden was open before, with another talk.
	export XDG_STATE_HOME=$tmp/state
	mkdir -p "$XDG_STATE_HOME/lectern"
	printf 'lectern known 1\n= %s\n1 1 0\n' \
	    "$(fnv "$(realpath "$tmp/garden.md")")" >"$XDG_STATE_HOME/lectern/known"
	queries=$(sed -n 's/^\.It Li //p' "$builddir/lectern-filter.7" | plain)
	[ "$(echo "$queries" | wc -l)" -gt 15 ]
	echo "$queries" | while read -r query; do
		n=$("$LECTERN" list --query "$query" "$@" | wc -l)
		[ "$n" -gt 0 ] && [ "$n" -lt 4 ] || {
			echo "$query: $n talks"
			exit 1
		}
	done
}

@test "each line of lectern-config(5) is a configuration" {
	shown lectern-config.5 >"$config"
	[ "$(grep -c . "$config")" -gt 20 ]
	run "$LECTERN" config
	echo "$output" | head -n 3
	[ "$status" -eq 0 ]
	[[ $output == *"lead = 5"* && $output == *"bind g t filter track:"* ]]
}

@test "each setting, and each word for a document, is in lectern-config(5) as the program has it" {
	"$LECTERN" config | sed -n 's/^#\{0,1\}\([a-z-]*\) =.*/\1/p' | while read -r name; do
		grep -q "^\.It Cm $name No = " "$builddir/lectern-config.5"
	done
	places=$(sed -n '/^\.It Cm speakers= /,/^\.It Cm link/s/^\.\{0,1\}Cm \(.*\) [,;.]$\|^\.Cm \([a-z]*\)/\1\2/p' "$builddir/lectern-config.5" | tr -d ' ;.' | tr ',' '\n')
	[ "$(echo "$places" | wc -l)" -gt 15 ]
	for place in $places; do
		echo "source a.md speakers=$place"
	done >"$config"
	printf 'source a.md talks=%s\n' list headings headings:3 file >>"$config"
	printf 'source a.md link=%s\n' title video slides nowhere >>"$config"
	printf 'source a.md %s\n' title=line title=field:2 'title=column:"A b"' speakers=column:3 speakers=field:1 link=column:X track=none \
	    track=column:X day=column:X time=column:X room=column:X length=column:X prefix=number suffix=none >>"$config"
	"$LECTERN" config >/dev/null
}

@test "each command of the manual's examples runs" {
	cp "$srcdir/tests/data/garden.md" "$tmp/notes.md"
	mkdir "$tmp/bin"
	ln -s "$LECTERN" "$tmp/bin/lectern"
	printf '#!/bin/sh\n' >"$tmp/bin/opener"
	chmod +x "$tmp/bin/opener"
	export LECTERN_OPENER=$tmp/bin/opener PATH=$tmp/bin:$PATH
	cd "$tmp"
	for page in lectern.1 lectern-filter.7; do shown $page; done |
	    sed -n 's/^\$ //p' >commands
	[ "$(grep -c . commands)" -ge 8 ]
	while read -r command; do
		status=0
		sh -c "$command" >out 2>err </dev/null || status=$?
		# No match is an answer.
		[ $status -le 1 ] && [ ! -s err ] || {
			echo "$command: status $status: $(cat err)"
			return 1
		}
	done <commands
}

@test "lectern(1) has the options and subcommands of --help, and no other" {
	cd "$tmp"
	page=$builddir/lectern.1
	# The first columns have the names, with what they want in capitals.
	LC_ALL=C "$LECTERN" --help | sed -n 's/^  \(.\{22\}\).*/\1/p' |
	    sed 's/[[A-Z]\{2\}.*//; s/ N .*//; s/ *$//' >names
	sed -n 's/^ *\(-.*\)/\1/p' names | sed 's/, /\n/' | sort -u >options
	sed -n '/^The options are/,/^\.El/s/^\.It //p' "$page" | sed 's/ , /\n/' |
	    sed 's/Fl Fl /--/; s/Fl /-/; s/ .*//' | sort >told
	diff options told
	[ "$(wc -l <options)" -gt 20 ]
	grep '^[a-z]' names | sort >subcommands
	sed -n '/^\.Ss Subcommands/,/^\.Ss Documents/s/^\.It Cm //p' "$page" |
	    sed 's/ \(Ar\|Op\) .*//; s/ |/\nbookmark/' | sort >told
	diff subcommands told
	[ "$(wc -l <subcommands)" -gt 15 ]
}
