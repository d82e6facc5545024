/*
 * Words of ASCII written as those of other languages are, so that the same
 * document comes in each script.
 */
#ifndef BENCH_SCRIPT_H
#define BENCH_SCRIPT_H

#include <stddef.h>

#include "form.h"

/*
 * Writes the word to `out`, of `size` bytes, in the script: each letter becomes
 * one that looks or sounds like it, or each pair of letters a character.  Words
 * with `riscv` stay as they are, so that a search finds as much.
 */
void
script_write(enum form_script script, const char *word, char *out, size_t size);

#endif
