#!/bin/sh
# What builds packages for other systems, as far as it can be read here.
set -u
cd "$srcdir/packaging" || exit 2

. "$srcdir/tests/tap.sh"

reads() { # file, tool, argument...
	file=$1
	shift
	if command -v "$1" >/dev/null 2>&1; then
		faults=$("$@" 2>&1) && faults=
		report "$1 reads $file" "$faults"
	else
		skip "$1 reads $file" "no $1"
	fi
}

reads lectern.spec rpmspec -P lectern.spec
# With errors its status is not 0.
reads lectern.spec rpmlint lectern.spec
reads PKGBUILD bash -n PKGBUILD
reads lectern.rb ruby -c lectern.rb
reads default.nix nix-instantiate --parse default.nix

finish
