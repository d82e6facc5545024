#!/bin/sh
# The command line: runs the bats files beside this script, two at a time, since
# under the sanitizers they take longer than all other tests.
folder=$(dirname "$0")
if ! command -v bats >/dev/null; then
	echo "1..1"
	echo "ok 1 - command line # SKIP bats is not installed"
	exit 0
fi
taps=$(mktemp -d) || exit 2
trap 'rm -rf "$taps"' EXIT
export taps
# shellcheck disable=SC2016
printf '%s\n' "$folder"/*.bats | xargs -P 2 -n 1 sh -c '
	tap=$taps/$(basename "$1")
	bats --tap "$1" >"$tap" 2>&1
	# Each begins with its plan: one that ended before that is told.
	grep -q "^1\.\." "$tap" || echo "not ok 1 - $1 runs" >>"$tap"' sh
# One list, numbered anew, in the order of the files' names.
awk '
	/^1\.\./ { sub(/^1\.\./, ""); planned += $1; next }
	/^ok / { run++; sub(/^ok [0-9]+/, "ok " run) }
	/^not ok / { run++; failed++; sub(/^not ok [0-9]+/, "not ok " run) }
	{ print }
	END {
		print "1.." planned
		exit failed > 0 || run != planned
	}' "$taps"/*.bats
