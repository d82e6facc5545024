/*
 * The subcommands that tell of sources: join and sources.
 */
#ifndef LECTERN_REPORT_SOURCES_H
#define LECTERN_REPORT_SOURCES_H

#include <stdbool.h>

#include "lectern/model/notes.h"

/*
 * Prints what became of each talk of sources that were joined with another: why,
 * its title, the other's title or that of the likeliest, and its document; with
 * `json` an object a line.  Returns false if there are none.
 */
bool report_sources_joined(const struct notes *notes, bool json);

/*
 * Prints each source: its document, how it was read, what it was joined with,
 * and the command line that gets it anew, where that is known; then what was
 * left out, and why.
 */
void report_sources(const struct notes *notes, bool json);

#endif
