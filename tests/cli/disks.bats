# Marks on disks that are full, cannot be written, or are elsewhere: what was
# put in stays, and what cannot be kept is told.  Needs user namespaces.

setup() {
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp garden=$srcdir/tests/data/garden.md
}

# Runs a script on a disk of its own of this size, at $tmp/disk.
on_disk() {
	unshare -rm true 2>/dev/null || skip "no disk can be mounted here"
	mkdir -p "$tmp/disk"
	export disk=$tmp/disk
	unshare -rm sh -euc "$helpers
mount -t tmpfs -o size=$1 tmpfs \"\$disk\"
$2"
}

# For those scripts: lectern with the marks there, and what has to fail.
helpers='
	marks() { "$LECTERN" --db "$disk/marks.db" "$@"; }
	fails() {
		why=$1
		shift
		if marks "$@" 2>"$HOME/err"; then
			echo "went well: $*"
			exit 1
		fi
		cat "$HOME/err"
		grep -q "$why" "$HOME/err"
	}'

@test "on a full disk nothing is lost, and a mark that is not kept is told" {
	on_disk 128k '
		marks bookmark add AAAAAAAAAAA "$garden"
		cat /dev/zero >"$disk/fill" 2>/dev/null || :
		full=0
		# The free space of the file itself takes a few more.
		for i in $(seq 2000); do
			marks -x "talk BBBBBBBBBBB" -x "note $(head -c $((8 * i)) /dev/zero | tr "\0" x)" "$garden" \
			    2>"$HOME/err" && continue
			full=1
			break
		done
		[ $full = 1 ]
		grep -q "No space left on device; the mark was not changed" "$HOME/err"
		# What was kept before can be read, and nothing half done.
		[ "$(marks bookmark list "$garden" | cut -f1)" = AAAAAAAAAAA ]
		marks export >"$HOME/before"
		grep -q AAAAAAAAAAA "$HOME/before"
		marks --screen 80x10 "$garden" >"$HOME/screen"
		grep -q "\* *Slow compost" "$HOME/screen"
		# Room again: it goes on.
		rm "$disk/fill"
		marks bookmark add DDDDDDDDDDD "$garden"
		marks bookmark list "$garden" | cut -f1 >"$HOME/list"
		grep -q AAAAAAAAAAA "$HOME/list"
		grep -q DDDDDDDDDDD "$HOME/list"
		[ "$(ls "$disk")" = marks.db ]'
}

@test "a sync file on a full disk stays as it was, and that is told" {
	mkdir -p "$tmp/.config/lectern"
	echo "sync-file = $tmp/disk/marks.jsonl" >"$tmp/.config/lectern/config"
	on_disk 64k '
		"$LECTERN" bookmark add AAAAAAAAAAA "$garden"
		cp "$disk/marks.jsonl" "$HOME/before"
		cat /dev/zero >"$disk/fill" 2>/dev/null || :
		"$LECTERN" -x "talk BBBBBBBBBBB" -x "note $(head -c 6000 /dev/zero | tr "\0" x)" "$garden" 2>"$HOME/err"
		cat "$HOME/err"
		grep -q "marks.jsonl: No space left on device" "$HOME/err"
		cmp "$HOME/before" "$disk/marks.jsonl"
		[ "$(ls -A "$disk" | tr "\n" " ")" = "fill marks.jsonl " ]
		# The mark itself is kept, and in the file once there is room.
		rm "$disk/fill"
		"$LECTERN" bookmark add DDDDDDDDDDD "$garden"
		[ "$(wc -l <"$disk/marks.jsonl")" -eq 3 ]'
}

@test "a full disk keeps no half database" {
	on_disk 8k '
		fails "No space left on device" bookmark add AAAAAAAAAAA "$garden"
		marks -x bookmark --screen 80x10 "$garden" >"$HOME/screen" 2>"$HOME/err"
		grep -q "\* *Slow compost" "$HOME/screen"
		mount -o remount,size=1m "$disk"
		marks bookmark add AAAAAAAAAAA "$garden"
		[ "$(marks bookmark list "$garden" | cut -f1)" = AAAAAAAAAAA ]
		[ "$(ls "$disk")" = marks.db ]'
}

@test "marks on a read-only disk are shown, and that they stay is told" {
	on_disk 1m '
		marks bookmark add AAAAAAAAAAA "$garden"
		mount -o remount,ro "$disk"
		[ "$(marks bookmark list "$garden" | cut -f1)" = AAAAAAAAAAA ]
		fails "marks cannot be changed" bookmark add BBBBBBBBBBB "$garden"
		fails "marks cannot be changed" -x "talk BBBBBBBBBBB" -x bookmark "$garden"
		mount -o remount,rw "$disk"
		marks bookmark add BBBBBBBBBBB "$garden"
		[ "$(marks bookmark list "$garden" | wc -l)" = 2 ]'
}

@test "an older file on a read-only disk is shown, and not exported" {
	on_disk 1m '
		cp "$srcdir/tests/data/marks-2.db" "$disk/marks.db"
		mount -o remount,ro "$disk"
		[ "$(marks bookmark list "$garden" 2>"$HOME/err" | cut -f1)" = AAAAAAAAAAA ]
		grep -q "marks cannot be changed" "$HOME/err"
		fails "of an older version" export
		[ "$(ls "$disk")" = marks.db ]'
}

@test "without a home marks last for the run, and that is told" {
	# A folder that cannot be made, and a user whom nobody knows.
	for how in "env HOME=/proc/nowhere" "unshare -U --map-user=54321 env -u HOME"; do
		$how true 2>/dev/null || continue
		$how "$LECTERN" -x bookmark --screen 80x10 "$garden" >"$tmp/out"
		grep -q "\* *Slow compost" "$tmp/out"
		grep -q "bookmarked (for this run only)" "$tmp/out"
		status=0
		$how "$LECTERN" bookmark add AAAAAAAAAAA "$garden" 2>"$tmp/err" || status=$?
		[ "$status" -eq 2 ]
		grep -q "marks last only until you quit" "$tmp/err"
	done
}

@test "a database that is a symbolic link is written where that leads" {
	mkdir "$tmp/real" "$tmp/links"
	ln -s ../real/marks.db "$tmp/links/marks.db"
	"$LECTERN" --db "$tmp/links/marks.db" bookmark add AAAAAAAAAAA "$garden"
	[ -L "$tmp/links/marks.db" ]
	[ "$("$LECTERN" --db "$tmp/real/marks.db" bookmark list "$garden" | cut -f1)" = AAAAAAAAAAA ]
	# One that is damaged is moved aside there, too.
	echo damaged >"$tmp/real/marks.db"
	"$LECTERN" --db "$tmp/links/marks.db" bookmark add BBBBBBBBBBB "$garden"
	[ -L "$tmp/links/marks.db" ]
	[ "$(ls "$tmp/links")" = marks.db ]
	[ "$(cat "$tmp/real"/marks.db.damaged-*)" = damaged ]
	[ "$("$LECTERN" --db "$tmp/real/marks.db" bookmark list "$garden" | cut -f1)" = BBBBBBBBBBB ]
}

@test "a folder that takes or shows no file is named, with the way out" {
	user="unshare -U --map-user=54321"
	$user true 2>/dev/null || skip "no other user can be had here"
	own=$tmp/.local/share/lectern
	try() {
		status=0
		$user "$LECTERN" "$@" 2>"$tmp/err" || status=$?
		cat "$tmp/err"
	}
	mkdir -p "$own"
	chmod 555 "$own"
	try bookmark add AAAAAAAAAAA "$garden"
	[ "$status" -eq 2 ]
	grep -q "$own: Permission denied; chmod u+rwX" "$tmp/err"
	# What cannot be looked at is not shown as empty.
	chmod 000 "$own"
	for command in export "bookmark list"; do
		# shellcheck disable=SC2086
		try $command
		[ "$status" -eq 2 ]
		grep -q "$own: Permission denied; chmod u+rwX" "$tmp/err"
	done
	chmod 755 "$own"

	# The same of the file that is shared, and what stands in the way.
	mkdir -p "$tmp/.config/lectern" "$tmp/shared"
	chmod 555 "$tmp/shared"
	echo "sync-file = $tmp/shared/marks.jsonl" >"$tmp/.config/lectern/config"
	try bookmark add AAAAAAAAAAA "$garden"
	grep -q "$tmp/shared: Permission denied; chmod u+rwX" "$tmp/err"
	mkdir "$tmp/home"
	export HOME=$tmp/home
	touch "$HOME/.local"
	try bookmark add AAAAAAAAAAA "$garden"
	grep -q "$HOME/.local: Not a directory" "$tmp/err"
	rm "$HOME/.local"
	ln -s ../gone "$HOME/.local"
	try bookmark add AAAAAAAAAAA "$garden"
	grep -q "$HOME/.local: a link that leads nowhere" "$tmp/err"
}
