/*
 * QR codes, by libqrencode where lectern was built with it.
 */
#ifndef LECTERN_QR_H
#define LECTERN_QR_H

#include <stdbool.h>

#include "lectern/base/err.h"

/* A code without its margin; all zero: none. */
struct qr {
	int size;   /* modules on each side */
	bool *dark; /* size * size of them, row by row; owned */
};

/*
 * Makes the smallest code of a text that a reader of one error in 14 can read
 * (level L).  Returns false with `err`, and `qr` zeroed, if the text is too
 * long or empty, or lectern was built without libqrencode.
 */
bool qr_make(struct qr *qr, const char *text, struct err *err);

/* Frees the code and zeroes it. */
void qr_free(struct qr *qr);

#endif
