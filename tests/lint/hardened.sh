#!/bin/sh
# The program has the hardening that configure found ($HARDENED).
set -u

. "$srcdir/tests/tap.sh"

name='position independent, the whole table of calls read-only, guarded stack and calls'
if [ -z "${HARDENED-}" ]; then
	skip "$name" "configured without"
	finish
elif ! command -v readelf >/dev/null; then
	skip "$name" "no readelf here"
	finish
fi

elf=$(readelf -Whld --dyn-syms "$LECTERN")

# has NAME PATTERN: what configure found and the program lacks.
has() {
	case " $HARDENED " in
	*" $1 "*) echo "$elf" | grep -qE "$2" || echo "$LECTERN has no $1" ;;
	esac
}
report "$name" "$(
	has pie 'Type: .*DYN'
	has pie 'Flags: .*PIE|FLAGS_1.*PIE'
	has relro 'GNU_RELRO'
	has now 'BIND_NOW|FLAGS.*NOW'
	has stack '__stack_chk_fail'
	has fortify '__(v?s[n]?printf|memcpy|read|fprintf|printf)_chk')"

finish
