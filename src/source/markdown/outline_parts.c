#include "source/markdown/outline_parts.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "source/markdown/deferral.h"
#include "source/markdown/manner.h"

/*
 * A section depends on nothing before its heading, except on whether a code or
 * HTML block is open there.  So a document can be divided before lines that
 * look like headings, and the parts outlined in parallel.  In the rare case
 * that such a block is open before one of them, the whole document is outlined
 * in one.
 */

/* Some versions of libcmark take no more of what is referred to. */
#define REFERRED_MOST 100000 /* bytes */

struct part {
	struct outline outline;
	struct prefiltered prefiltered;
	const char *s;
	size_t len; /* of all text */
	size_t from, to;
	struct outline_way way;
};

/* Returns where the next line begins that looks like a heading; `len`: none. */
static size_t
next_heading(const char *s, size_t len, size_t at)
{
	const char *nl;

	while ((nl = memmem(s + at, len - at, "\n#", 2))) {
		size_t line = (size_t)(nl - s) + 1;

		for (at = line; at < len && s[at] == '#';)
			at++;
		if (at < len && s[at] == ' ' && at - line <= 6)
			return line;
	}
	return len;
}

/* Divides the document into at most `most` parts; returns how many. */
static size_t
divide(struct part *parts, const struct part *all, size_t most)
{
	size_t n = 0;

	for (size_t at = all->from; n < most && at < all->to; n++) {
		size_t to = all->to / most * (n + 1);

		parts[n] = *all;
		/* It is told by who called, which does the first. */
		if (n > 0)
			parts[n].way.progress = NULL;
		parts[n].from = at;
		if (n + 1 < most)
			parts[n].to = next_heading(
			    all->s, all->to, to > at ? to : at);
		at = parts[n].to;
	}
	return n;
}

void
outline_parts_defer(struct outline *outline, const char *s)
{
	for (size_t i = 0; outline->sure && outline->clean && i < outline->n;
	     i++) {
		struct section *section = &outline->section[i];

		if (section->kind == OUTLINE_OTHER && !section->refers)
			deferral_look(section, s);
	}
}

static void
scan_part(void *argument)
{
	struct part *part = argument;
	const struct outline_way *way = &part->way;

	outline_document(&part->outline, part->s, part->to, part->from, 1,
	    way->version, way->until_noted, way->progress);
	if (way->plain)
		part->outline.noted = false;
	if (!part->outline.noted)
		outline_parts_defer(&part->outline, part->s);
	if (way->prefilter && part->outline.clean && !part->outline.noted &&
	    part->outline.sure && part->outline.ndefinitions == 0)
		prefilter_look(way->prefilter, &part->outline, part->s,
		    part->len, &part->prefiltered);
}

static void
free_part(struct part *part)
{
	outline_free(&part->outline);
	prefilter_drop(&part->prefiltered);
}

/* Adds what was found in the part that follows; there is room. */
static void
append(struct outline *outline, const struct outline *next)
{
	/* Its first section is empty. */
	for (size_t i = 1; i < next->n; i++) {
		struct section *section = &outline->section[outline->n++];

		*section = next->section[i];
		section->row += outline->rows;
		section->body_row += outline->rows;
	}
	for (size_t i = 0; i < next->nexceptions; i++) {
		struct exception *exception =
		    &outline->exception[outline->nexceptions++];

		*exception = next->exception[i];
		exception->row += outline->rows;
	}
	for (size_t i = 0; i < next->ndefinitions; i++)
		outline->definition[outline->ndefinitions++] =
		    next->definition[i];
	outline->rows += next->rows;
	outline->clean = outline->clean && next->clean;
	outline->noted = outline->noted || next->noted;
	outline->sure = outline->sure && next->sure;
	outline->open = next->open;
}

/* Joins the outlines of the parts. */
static struct outline
join(struct part *parts, size_t n)
{
	struct outline outline = parts[0].outline;
	size_t sections = 0, exceptions = 0, definitions = 0;

	for (size_t i = 0; i < n; i++) {
		sections += parts[i].outline.n;
		exceptions += parts[i].outline.nexceptions;
		definitions += parts[i].outline.ndefinitions;
	}
	outline.section = mem_grow(
	    outline.section, &outline.cap, sections, sizeof(*outline.section));
	outline.exception = mem_grow(outline.exception, &outline.exceptions_cap,
	    exceptions + 1, sizeof(*outline.exception));
	outline.definition = mem_grow(outline.definition,
	    &outline.definitions_cap, definitions, sizeof(*outline.definition));
	for (size_t i = 1; i < n; i++)
		append(&outline, &parts[i].outline);
	/* It is in the scan of them all. */
	parts[0].outline = (struct outline){0};
	return outline;
}

/* Whether no part but the last ends within a block that hides headings. */
static bool
fit_together(const struct part *parts, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++) {
		if (parts[i].outline.open)
			return false;
	}
	return true;
}

/* Outlines all parts, or the whole in one if the parts do not fit together. */
static size_t
scan_all(struct part parts[PARALLEL_MOST], const struct part *all)
{
	void *work[PARALLEL_MOST];
	size_t n = all->way.parts > 1 ? divide(parts, all, all->way.parts) : 0;

	for (size_t i = 0; i < n; i++)
		work[i] = &parts[i];
	if (n > 1)
		parallel_run(scan_part, work, n);
	if (n > 1 && fit_together(parts, n))
		return n;
	for (size_t i = 0; n > 1 && i < n; i++)
		free_part(&parts[i]);
	parts[0] = *all;
	scan_part(&parts[0]);
	return 1;
}

/* Removes what the prefilter leaves out; see outline_in_parts(). */
static int
sieve_parts(struct part *parts, size_t n, const struct prefilter *prefilter,
    struct outline *sampled)
{
	struct prefiltered *prefiltereds[PARALLEL_MOST];
	int level;

	for (size_t i = 0; i < n; i++) {
		/* It was not looked at. */
		if (!parts[i].prefiltered.outline)
			return 0;
		prefiltereds[i] = &parts[i].prefiltered;
	}
	sampled->sample = prefilter_sample(
	    prefiltereds, n, MANNER_MOST, &sampled->nsample);
	level = prefilter_remove(prefilter, prefiltereds, n);
	/* Where all talks are there, they tell their manner. */
	if (level == 0) {
		free(sampled->sample);
		*sampled = (struct outline){0};
	}
	return level;
}

/* Marks the sections that refer to definitions; see references.h. */
static void
mark_references(struct outline *outline, const char *s)
{
	size_t total = 0, defined = 0;

	if (outline->ndefinitions == 0 || !outline->sure)
		return;
	outline->references = references_new(
	    s, outline->definition, outline->ndefinitions);
	for (size_t i = 0; outline->references && i < outline->n; i++) {
		struct section *section = &outline->section[i];
		size_t before;
		uint32_t rows;

		for (; defined < outline->ndefinitions &&
		     outline->definition[defined].from < section->end;
		     defined++) {
			/* It tells what it is when it is parsed. */
			if (outline->definition[defined].doubt)
				section->kind = OUTLINE_OTHER;
		}
		/* Heading and body are parsed each for itself. */
		if (references_doubted(outline->references, s + section->start,
			section->body - section->start) ||
		    references_doubted(outline->references, s + section->body,
			section->end - section->body))
			outline->sure = false;
		free(references_before(outline->references, s + section->start,
		    section->end - section->start, &before, &rows));
		if (rows == 0)
			continue;
		section->refers = true;
		section->words = OUTLINE_MARKUP;
		if (section->kind != OUTLINE_EMPTY)
			section->kind = OUTLINE_OTHER;
		total += before;
	}
	outline->sure = outline->sure && outline->references &&
	    total <= REFERRED_MOST;
}

int
outline_in_parts(struct outline *outline, const char *s, size_t len,
    const struct outline_way *way)
{
	const struct part all = {.s = s, .len = len, .to = len, .way = *way};
	struct part parts[PARALLEL_MOST];
	size_t n = scan_all(parts, &all);
	struct outline sampled = {0};
	int level = sieve_parts(parts, n, way->prefilter, &sampled);

	*outline = join(parts, n);
	mark_references(outline, s);
	outline->sample = sampled.sample;
	outline->nsample = sampled.nsample;
	for (size_t i = 0; i < n; i++)
		free_part(&parts[i]);
	return level;
}
