/*
 * OSC 52: asks a terminal to put text on the clipboard, over any connection
 * (XTerm Control Sequences, "Manipulate Selection Data").
 */
#ifndef LECTERN_OSC52_H
#define LECTERN_OSC52_H

#include <stddef.h>

/* Bytes of text that terminals take; xterm has the smallest limit. */
#define OSC52_MOST 74994

/*
 * The sequence that copies `text`, to be freed; its length is in `*out_len`.
 * NULL: the text is longer than OSC52_MOST.
 */
char *osc52_copy(const char *text, size_t len, size_t *out_len);

#endif
