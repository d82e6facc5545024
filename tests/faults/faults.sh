#!/bin/sh
# Every n-th call that may fail does, over a run from the start to the export:
# memory, and the files of documents, marks and the sync file, by lectern or by
# sqlite.  Whatever fails, the program ends by itself and says so, what it says
# is done is done, and marks of before are kept.
#
#   FAULTS=all    really every n-th; else those that come first, and some more
set -u

. "$srcdir/tests/tap.sh"

shim=$builddir/tests/faults/shim.so
work=$(mktemp -d "${TMPDIR:-/tmp}/lectern-faults.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
cp "$srcdir/tests/data/garden.md" "$work/garden.md"
cd "$work" || exit 2
# Landlock has no part in it, and a program in it could not tell of a fault.
export HOME="$work/home" LECTERN_SANDBOX=off
unset XDG_DATA_HOME XDG_CONFIG_HOME

case ${SANITIZED-} in
*-fsanitize*) shim= ;;
esac
if [ ! -e "$shim" ]; then
	skip "whatever fails" "not with sanitizers, which have functions of their own"
	finish
fi

fresh() {
	rm -rf home shared
	mkdir -p home/.config/lectern home/.local/share shared
	echo "sync-file = $work/shared/marks.jsonl" >home/.config/lectern/config
	cp -r kept/lectern home/.local/share 2>/dev/null
	cp kept/marks.jsonl shared 2>/dev/null
}

# What is there before each run: the mark of a talk that is never touched.
mkdir kept
fresh
"$LECTERN" bookmark add AAAAAAAAAAA garden.md >/dev/null || exit 2
cp -r home/.local/share/lectern kept/lectern
cp shared/marks.jsonl kept
sed 's/yt:AAAAAAAAAAA/imported/' kept/marks.jsonl >import.jsonl
talks=$("$LECTERN" list garden.md | wc -l)

# The runs, with what has lectern run before it.
run_mark() {
	"$@" "$LECTERN" bookmark add BBBBBBBBBBB garden.md
}
run_screen() {
	"$@" "$LECTERN" -x 'filter beans' -x 'tag read' --screen 80x24 garden.md
}
run_export() {
	"$@" "$LECTERN" export
}
run_import() {
	"$@" "$LECTERN" import import.jsonl
}
run_list() {
	"$@" "$LECTERN" list garden.md
}

# What has to hold after each, without a fault; prints what does not.
holds() { # run, status
	case $2 in
	0 | 1 | 2) ;;
	# libcmark ends the program by itself where memory runs out.
	134) grep -q '^\[cmark\]' err || echo "ended by a signal, status $2" ;;
	124) echo "hangs" ;;
	*) echo "status $2" ;;
	esac
	[ "$2" -eq 0 ] || [ -s err ] || echo "status $2 without a word"
	"$LECTERN" export >after 2>err.after || echo "afterwards: $(cat err.after)"
	grep -q '"key":"yt:AAAAAAAAAAA".*"bookmarked":true' after || echo "the mark of before is lost"
	[ ! -e shared/marks.jsonl ] || grep -q '"key":"yt:AAAAAAAAAAA"' shared/marks.jsonl ||
		echo "the sync file lost the mark of before"
	[ "$2" -eq 0 ] || return
	case $1 in
	mark) grep -q '"key":"yt:BBBBBBBBBBB".*"bookmarked":true' after || echo "said done, and is not" ;;
	# Without a file marks last for the run, and that is told.
	screen) [ -s err ] || grep -q '"tag":"read","set":true' after || echo "said done, and is not" ;;
	import) grep -q '"key":"imported"' after || echo "said done, and is not" ;;
	export) cmp -s out after || echo "said done, and part is missing" ;;
	list) [ "$(wc -l <out)" -eq "$talks" ] || echo "said done, and part is missing" ;;
	esac
}

# The n that are tried after n: all, or ever fewer.
next() {
	if [ "${FAULTS-}" = all ] || [ "$1" -lt 8 ]; then
		echo $(($1 + 1))
	else
		echo $(($1 + $1 / 2))
	fi
}

try() { # run, call, errno's name, its number, [on]
	nth=1 faults=
	while :; do
		fresh
		rm -f mark
		"run_$1" timeout 20 env LD_PRELOAD="$shim" FAULT="$2" FAULT_N="$nth" \
		    FAULT_ERRNO="$4" FAULT_MARK="$work/mark" ${5+FAULT_ON=1} >out 2>err
		status=$?
		[ -e mark ] || break
		said=$(holds "$1" "$status")
		[ -z "$said" ] || faults="$faults
$2 number $nth: $said ($(head -c 200 err))"
		nth=$(next "$nth")
	done
	[ "$nth" -gt 1 ] || faults="$faults
$2 was never called"
	report "$1: $2 fails, $3${5+, and from then on}" "${faults#?}"
}

# What is told of the file of marks, in words and with the way out.
tells() { # run, call, errno's name, its number, words, nth, [on]
	fresh
	"run_$1" timeout 20 env LD_PRELOAD="$shim" FAULT="$2" FAULT_N="$6" FAULT_ERRNO="$4" \
	    FAULT_IN=marks.db ${7+FAULT_ON=1} >out 2>err
	said=
	grep -q "marks.db: $5" err || said=$(cat err)
	report "$1: of the marks, $2 fails, $3, and the way out is told" "$said"
}

# Numbers are those of Linux.
for run in mark screen export; do
	tells $run lock ENOLCK 37 "No locks available; start its disk's lock service" 1 on
	tells $run read EIO 5 "Input/output error; its disk may fail: copy" 1 on
	tells $run open EACCES 13 "Permission denied; chmod u+rw" 1 on
	tells $run open EROFS 30 "Read-only file system; mount its disk for writing" 1 on
done
for run in mark screen export import list; do
	try $run alloc "no memory" 12
	try $run open EMFILE 24
	try $run open EINTR 4
	try $run read EIO 5
	try $run read EINTR 4
done
for run in mark screen import; do
	try $run write ENOSPC 28
	try $run write ENOSPC 28 on
	try $run write EIO 5
	try $run write EINTR 4
	try $run sync EIO 5
	try $run sync ENOSPC 28
	try $run sync EINTR 4
	try $run rename ENOSPC 28
	try $run rename EIO 5
	try $run close ENOSPC 28
done

finish
