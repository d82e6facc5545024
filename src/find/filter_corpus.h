/*
 * The filter's corpus, for what else this area looks for in it.
 */
#ifndef LECTERN_FILTER_CORPUS_H
#define LECTERN_FILTER_CORPUS_H

#include "find/corpus.h"

struct filter;

/* Makes the folded text of all talks ready, and returns it. */
const struct corpus *filter_corpus(struct filter *filter);

#endif
