/*
 * OSC 52: asks a terminal to put text on the clipboard, over any connection
 * (XTerm Control Sequences, "Manipulate Selection Data").
 */
#ifndef LECTERN_OSC52_H
#define LECTERN_OSC52_H

#include <stddef.h>

/* The most bytes of text that all terminals take; xterm takes the fewest. */
#define OSC52_MOST 74994

/*
 * Returns the sequence that copies `text`, to be freed, and its length in
 * `*out_len`; NULL if the text is longer than OSC52_MOST.
 */
char *osc52_copy(const char *text, size_t len, size_t *out_len);

#endif
