# For test scripts: reports in TAP.  A script sources it, calls report and skip,
# and ends with `finish`.
n=0 bad=0

report() { # name, faults: none is a pass
	n=$((n + 1))
	if [ -n "$2" ]; then
		bad=1
		echo "not ok $n - $1"
		echo "$2" | head -n 30 | sed 's/^/# /'
	else
		echo "ok $n - $1"
	fi
}

skip() { # name, why
	n=$((n + 1))
	echo "ok $n - $1 # SKIP $2"
}

finish() {
	echo "1..$n"
	exit $bad
}
