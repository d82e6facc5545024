# The real notes: names without their accents find their talks.
needs $SHARED/data/lpc-2023-notes.md
size 120x40
run $SHARED/data/lpc-2023-notes.md
expect 224/224
type /topel
expect RISCV patchwork CI
expect Björn Töpel
keys Esc
type /tesarik
expect 1/224
expect Petr Tesařík
keys Esc
keys G
expect 224 of 224
keys Q
exit 0
