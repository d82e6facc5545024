# What the cache keeps of documents that take long to read.

bats_require_minimum_version 1.5.0

# A document that is long enough to be worth it, and is settled.  The sanitizers
# need not read as much.
setup_file() {
	export talks=6000
	[ -z "${SANITIZED-}" ] || talks=1000
	cd "$BATS_FILE_TMPDIR" || return 1
	"$builddir/tests/bench/generate" $talks 7 details >talks.md
	touch -d '2 days ago' talks.md
	HOME=$PWD "$LECTERN" list --no-cache talks.md >fresh
}

setup() {
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp
	unset XDG_CACHE_HOME
	kept=$tmp/.cache/lectern
	cp -p "$BATS_FILE_TMPDIR/talks.md" "$BATS_FILE_TMPDIR/fresh" "$tmp"
}

# Reads the document, and waits until it is in the cache.
keep() {
	"$LECTERN" list "$tmp/talks.md" >"$tmp/first"
	cmp "$tmp/fresh" "$tmp/first"
	await_kept
}

await_kept() {
	patience=3000
	until grep -aqs "$tmp/talks.md" "$kept"/*.notes; do
		patience=$((patience - 1))
		[ $patience -gt 0 ]
		sleep 0.05
	done
	file=$(grep -al "$tmp/talks.md" "$kept"/*.notes)
}

# Changes a title, and makes the document look as if nothing had happened.
change_unseen() {
	touch -r "$tmp/talks.md" "$tmp/stamp"
	title=$(head -n1 "$tmp/talks.md")
	new=$(echo "$title" | tr 'aeiou' 'eioua')
	[ "$title" != "$new" ]
	printf '%s' "$new" | dd of="$tmp/talks.md" conv=notrunc 2>/dev/null
	touch -r "$tmp/stamp" "$tmp/talks.md"
}

@test "what takes long to read is kept, and taken from there" {
	keep
	[ "$(stat -c %a "$file")" = 600 ]
	[ "$(stat -c %a "$kept")" = 700 ]
	change_unseen
	"$LECTERN" list "$tmp/talks.md" | cmp "$tmp/fresh"
	run "$LECTERN" list --no-cache "$tmp/talks.md"
	[ "$output" != "$(cat "$tmp/fresh")" ]
}

@test "a list of many talks is kept, however soon it is read" {
	"$builddir/tests/bench/generate" 5000 7 list >"$tmp/talks.md"
	touch -d '2 days ago' "$tmp/talks.md"
	"$LECTERN" list --no-cache "$tmp/talks.md" >"$tmp/fresh"
	keep
}

@test "the conference that comes with it is kept as well" {
	cp "$srcdir/assets/lpc-2023.md" "$tmp"
	touch -d '2 days ago' "$tmp/lpc-2023.md"
	mv "$tmp/lpc-2023.md" "$tmp/talks.md"
	"$LECTERN" list --no-cache "$tmp/talks.md" >"$tmp/fresh"
	keep
}

@test "search, show and export are the same from the cache" {
	id=$(sed -n '7s/	.*//p' "$tmp/fresh")
	for command in "search memory" "search riscv" "search --json memory" "show $id" "tracks" "export --format=markdown"; do
		# shellcheck disable=SC2086
		"$LECTERN" $command --no-cache "$tmp/talks.md" >"$tmp/a"
		[ -e "$kept" ] || keep
		# shellcheck disable=SC2086
		"$LECTERN" $command "$tmp/talks.md" >"$tmp/b"
		cmp "$tmp/a" "$tmp/b"
	done
}

@test "words of any script are found the same from the cache" {
	for form in cyrillic chinese apostrophes; do
		"$builddir/tests/bench/generate" $talks 7 $form >"$tmp/talks.md"
		touch -d '2 days ago' "$tmp/talks.md"
		rm -rf "$kept"
		"$LECTERN" list "$tmp/talks.md" >/dev/null
		await_kept
		# The third word of a bullet as it stands, whole and not, in capitals, and
		# as others write it.
		word=$(sed -n '/^\* .* .* .* /{p;q;}' "$tmp/talks.md" | cut -d ' ' -f 4)
		for query in "$word" "notes:${word%?}" "^${word^^}" "${word,,}" \
		    "notes:~${word,,}" riscv "RISC" "don't" cafe; do
			"$LECTERN" search --no-cache "$query" "$tmp/talks.md" >"$tmp/a" || :
			"$LECTERN" search "$query" "$tmp/talks.md" >"$tmp/b" || :
			cmp "$tmp/a" "$tmp/b"
			[ "$query" != "$word" ] || [ -s "$tmp/a" ]
		done
	done
}

@test "a document that changed is read anew" {
	keep
	printf '## A new one - Ann Lee\n\n* something\n' >>"$tmp/talks.md"
	[ "$("$LECTERN" list "$tmp/talks.md" | wc -l)" -eq $((talks + 1)) ]
}

# A folder with the document, notes of which each has the same sections, and
# what cannot be read.
make_folder() {
	mkdir "$tmp/folder"
	cp "$tmp/talks.md" "$tmp/folder/talks.md"
	for name in Ann Bob Cleo; do
		printf '## Talk of %s\n\n* words\n\n## Setting\n\n* scene\n' \
			$name >"$tmp/folder/$name.md"
	done
	: >"$tmp/folder/page.xml"
	touch -d '2 days ago' "$tmp"/folder/*
	"$LECTERN" list --no-cache "$tmp/folder" >"$tmp/fresh" 2>"$tmp/left-out"
	[ -z "$(grep Setting "$tmp/fresh")" ]
	grep page.xml "$tmp/left-out"
	"$LECTERN" list "$tmp/folder" >/dev/null 2>&1
	tmp=$tmp/folder await_kept
}

@test "a folder is kept as a whole, and taken from there" {
	make_folder
	tmp=$tmp/folder change_unseen
	"$LECTERN" list "$tmp/folder" >"$tmp/again" 2>"$tmp/still"
	cmp "$tmp/fresh" "$tmp/again"
	cmp "$tmp/left-out" "$tmp/still"
	printf '## Talk of Rob\n' >>"$tmp/folder/Bob.md"
	"$LECTERN" list "$tmp/folder" 2>/dev/null >"$tmp/again"
	"$LECTERN" list --no-cache "$tmp/folder" 2>/dev/null >"$tmp/fresh"
	cmp "$tmp/fresh" "$tmp/again"
	grep 'Talk of Rob' "$tmp/again"
}

@test "what could not be read in a folder may be mended" {
	make_folder
	echo "<schedule><day date='2031-05-07'><room name='R'><event id='1'>" \
	    "<title>Mended</title></event></room></day></schedule>" >"$tmp/folder/page.xml"
	"$LECTERN" list "$tmp/folder" | grep Mended
}

@test "check tells flaws of notes that are not read otherwise" {
	mkdir "$tmp/folder"
	cp "$tmp/talks.md" "$tmp/folder"
	cat >"$tmp/folder/days.json" <<'EOF'
{"schedule": {"conference": {"title": "Kelp Days", "days": [{
"date": "2026-05-01", "rooms": {"A": [{"id": 1, "start": "10:00",
"duration": "00:30", "title": "Kelp",
"description": "Write <a href=\"mailto:ann@example.org\">her</a>."}]}}]}}}
EOF
	printf '# Notes\n' >"$tmp/folder/other.md"
	touch -d '2 days ago' "$tmp"/folder/*
	"$LECTERN" check --no-cache "$tmp/folder" >"$tmp/flaws" || true
	grep 'link not taken' "$tmp/flaws"
	"$LECTERN" list "$tmp/folder" >/dev/null 2>&1
	tmp=$tmp/folder await_kept
	"$LECTERN" check "$tmp/folder" | cmp "$tmp/flaws"
}

@test "a document that is read by other corrections is read anew" {
	keep
	mkdir -p "$tmp/.config/lectern"
	echo 'source talks.md talks=file' >"$tmp/.config/lectern/config"
	[ "$("$LECTERN" list "$tmp/talks.md" | wc -l)" -eq 1 ]
}

@test "what was kept longest ago goes where there is too much" {
	mkdir -p "$kept"
	truncate -s 600M "$kept/1.notes" "$kept/2.notes" "$kept/3.notes"
	touch -d '3 days ago' "$kept/2.notes"
	touch -d '2 days ago' "$kept/1.notes"
	"$LECTERN" list "$tmp/talks.md" >/dev/null
	patience=3000
	while [ -e "$kept/1.notes" ]; do
		patience=$((patience - 1))
		[ $patience -gt 0 ]
		sleep 0.05
	done
	[ ! -e "$kept/2.notes" ]
	[ -e "$kept/3.notes" ]
}

@test "a cache that is damaged, cut or in the way is as none" {
	keep
	change_unseen
	"$LECTERN" list --no-cache "$tmp/talks.md" >"$tmp/changed"
	cp "$file" "$tmp/good"

	printf 'x' | dd of="$file" bs=1 seek=100000 conv=notrunc 2>/dev/null
	"$LECTERN" list "$tmp/talks.md" | cmp "$tmp/changed"
	head -c 100000 "$tmp/good" >"$file"
	"$LECTERN" list "$tmp/talks.md" | cmp "$tmp/changed"
	: >"$file"
	"$LECTERN" list "$tmp/talks.md" | cmp "$tmp/changed"
	rm "$file"
	mkfifo "$file"
	timeout 60 "$LECTERN" list "$tmp/talks.md" | cmp "$tmp/changed"
	: >"$tmp/blocked"
	export XDG_CACHE_HOME=$tmp/blocked
	run --separate-stderr "$LECTERN" list "$tmp/talks.md"
	[ "$output" = "$(cat "$tmp/changed")" ]
	[ -z "$stderr" ]
}

@test "nothing is kept with --no-cache, of what is short, or still changes" {
	for name in unasked changing; do
		cp "$tmp/talks.md" "$tmp/$name.md"
	done
	touch -d '2 days ago' "$tmp/unasked.md"
	# However long this takes, that one has just changed.
	touch -d '2 days' "$tmp/changing.md"
	"$LECTERN" list --no-cache "$tmp/unasked.md" >/dev/null
	"$LECTERN" list "$tmp/changing.md" >/dev/null
	"$LECTERN" list "$srcdir/tests/data/garden.md" >/dev/null
	# What they kept would be there before what is kept later.
	keep
	[ "$(find "$kept" -name '*.notes' | wc -l)" -eq 1 ]
}

@test "nothing is kept that is far larger than its document" {
	awk 'BEGIN { for (i = 0; i < 150000; i++) printf "## %x\n\n- x\n\n", i }' >"$tmp/tiny.md"
	touch -d '2 days ago' "$tmp/tiny.md"
	"$LECTERN" list "$tmp/tiny.md" >/dev/null
	# Who packs it is no child of ours; it goes by the name of its command.
	echo "$tmp/tiny.md" >"$tmp/name"
	patience=3000
	while grep -qsaf "$tmp/name" /proc/[0-9]*/cmdline; do
		patience=$((patience - 1))
		[ $patience -gt 0 ]
		sleep 0.05
	done
	keep
	[ "$(find "$kept" -name '*.notes' | wc -l)" -eq 1 ]
}

@test "what is kept of a document is told in the language of the day" {
	[ -e "$LECTERN_LOCALEDIR/de/LC_MESSAGES/lectern.mo" ] || skip "no translations were built"
	printf '\n[x](ftp://y.example/z)\n' >>"$tmp/talks.md"
	sed -i '1s/^/<!-- lectern: link=qa -->\n\n/' "$tmp/talks.md"
	touch -d '2 days ago' "$tmp/talks.md"
	"$LECTERN" list --no-cache "$tmp/talks.md" >"$tmp/fresh"
	LANGUAGE=de keep
	grep -aq 'neither http nor https' "$file"
	run "$LECTERN" check "$tmp/talks.md"
	[[ "$output" == *"link not taken, neither http nor https: ftp://y.example/z"*" talks, "* ]]
	[[ "$output" == *"link=qa: is neither title, "* ]]
	LANGUAGE=de run "$LECTERN" check "$tmp/talks.md"
	[[ "$output" == *"Link nicht genommen, weder http noch https: ftp://y.example/z"*" Vorträge, "* ]]
	[[ "$output" == *"link=qa: ist weder title, "* ]]
}
