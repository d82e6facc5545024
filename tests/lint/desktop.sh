#!/bin/sh
# What menus and software catalogues read.
set -u

. "$srcdir/tests/tap.sh"

check() { # what, tool, argument...
	what=$1
	shift
	if command -v "$1" >/dev/null 2>&1; then
		faults=$("$@" 2>&1) && faults=
		report "$what" "$faults"
	else
		skip "$what" "no $1"
	fi
}

cd "$srcdir/assets" || exit 2
check "the desktop entry is valid" desktop-file-validate lectern.desktop
check "the metainfo is valid" appstreamcli validate --no-net lectern.metainfo.xml
check "the icon can be drawn" rsvg-convert -o "$HOME/icon.png" lectern.svg

finish
