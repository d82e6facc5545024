/*
 * Reads XML, one record at a time (the one door to expat).  A record is an
 * element with all its content, as a small tree.  Of elements around records
 * only name and attributes are kept: so memory does not grow with the document.
 */
#ifndef LECTERN_XML_H
#define LECTERN_XML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/source/input.h"

#define XML_DEEPEST 100 /* the most levels of elements */

struct long_texts;

/* An attribute of an element. */
struct xml_attribute {
	const char *name;
	const char *value;
	const struct xml_attribute *next;
};

/* An element of a record, or around one. */
struct xml_node {
	const char *name; /* without the prefix of a namespace */
	const char *text; /* its own, joined; "" for none or only blanks */
	const struct xml_attribute *attributes; /* in reverse order, or NULL */
	struct xml_node *parent;                /* NULL at the top */
	struct xml_node *child; /* the first; NULL around records */
	struct xml_node *last;  /* the last child */
	struct xml_node *next;  /* the next one of the parent */
	uint32_t line;          /* where it begins, from 1 */
	size_t at;              /* bytes of the document before it */
};

/* What a reader wants from a document. */
struct xml_wish {
	const char *const *records; /* names of records, then NULL */

	/*
	 * Called with each record, which lives until this returns.  Returns
	 * false to stop.
	 */
	bool (*record)(void *user, const struct xml_node *record);
	void *user;
	struct long_texts *longs; /* filled */
	struct arena *keep; /* owns texts and values; takes from the bytes */
	const char *const *texts; /* elements in which tags are text, too, then
	                             NULL; NULL: none */
};

/* How reading ended. */
enum xml_end {
	XML_WHOLE,
	XML_STOPPED, /* by the reader */
	XML_BROKEN,  /* see struct xml_fault */
};

/* Why a document could not be read on, and where. */
struct xml_fault {
	const char *why; /* a constant */
	uint32_t line;   /* from 1 */
};

/*
 * Reads the bytes, which it drops, and passes on records up to a fault.  A
 * document type with declarations is a fault, since entities could expand
 * without bound.  Control characters are skipped.  Text is as there:
 * not clean.
 */
enum xml_end xml_read(
    struct bytes *bytes, const struct xml_wish *wish, struct xml_fault *fault);

/* Returns the first child of that name, or NULL. */
const struct xml_node *xml_child(const struct xml_node *node, const char *name);

/* Returns the text of the first child of that name, or "". */
const char *xml_text(const struct xml_node *node, const char *name);

/* Returns the value of an attribute, or NULL. */
const char *xml_attribute(const struct xml_node *node, const char *name);

/* Returns the innermost element of that name around the node, or NULL. */
const struct xml_node *
xml_within(const struct xml_node *node, const char *name);

#endif
