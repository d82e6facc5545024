/*
 * The forms that documents of talks have.  Each is the flat one, of headings
 * and plain bullets, with one property changed; `mixed` has each property as
 * often as documents of many authors have it.
 */
#ifndef BENCH_FORM_H
#define BENCH_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How talks stand in the document. */
enum form_layout {
	FORM_FLAT,   /* headings of one level */
	FORM_TRACKS, /* a title, an introduction, headings over headings */
	FORM_SETEXT, /* headings that are underlined */
	FORM_LIST,   /* items that are links, and nothing else */
	FORM_NOTES,  /* such items with notes below */
	FORM_TABLE,  /* a row each, notes in a cell */
};

/* What the words are written in. */
enum form_script {
	FORM_ASCII,
	FORM_ACCENTS,
	FORM_CYRILLIC,
	FORM_CHINESE,
	FORM_ABSTRACTS, /* sentences of real ones */
};

/* What is at the beginning of the document. */
enum form_begin { FORM_NOTHING, FORM_BOM, FORM_CONTROL, FORM_DEFINITION };

struct form {
	const char *name;
	uint8_t layout; /* enum form_layout */
	uint8_t script; /* enum form_script */
	uint8_t begin;  /* enum form_begin */
	bool crlf;
	/* How often of 10,000 bullets. */
	uint16_t wrapped, numbered, task, link, url, emphasis, image, entity,
	    html, bracket, apostrophe;
	/* How often of 10,000 talks. */
	uint16_t label, quote, fence, comment, details, rule;
};

/* All forms; the first is the flat one. */
extern const struct form forms[];
extern const size_t nforms;

/* The form of that name (`len` bytes), or NULL. */
const struct form *form_find(const char *name, size_t len);

#endif
