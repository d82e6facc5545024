#include <string.h>

#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/finder.h"

#define NODES_MOST 6   /* of a list of one item, with its heading */
#define URL_MOST   256 /* bytes */

/*
 * Headings over channels
 * ======================
 *
 * A heading over no more than a link to a channel, "## Our videos", names no talk,
 * where most headings of the document have something else.
 */

/* Whether a URL leads to a channel, not to a whole site: a talk may have one. */
static bool
is_channel(const char *url)
{
	const char *path = strstr(url, "://");

	path = path ? strchr(path + 3, '/') : NULL;
	return path && path[1] != '\0' && link_is_series(url);
}

/* Whether a line is no more than a link to a channel. */
static bool
is_link(const struct line *line)
{
	const struct span *span = line->spans;

	return line->nspans == 1 && span->url && span->start == 0 &&
	    span->end == line->len && is_channel(span->url);
}

/* The same of text as it is written: "* [Our videos](https://...)". */
static bool
is_link_written(const struct line *text)
{
	const char *s = text->text, *end = s + text->len, *url;
	char copy[URL_MOST + 1];

	while (s < end && strchr(" *+-", *s))
		s++;
	while (end > s && text_ascii_blank(end[-1]))
		end--;
	while (end > s && end[-1] == '\n')
		end--;
	if (end == s || *s != '[' || end[-1] != ')')
		return false;
	url = memmem(s, (size_t)(end - s), "](", 2);
	if (!url || memchr(s, '\n', (size_t)(end - s)))
		return false;
	url += 2;
	end--;
	if ((size_t)(end - url) > URL_MOST ||
	    memchr(url, '(', (size_t)(end - url)))
		return false;
	memcpy(copy, url, (size_t)(end - url));
	copy[end - url] = '\0';
	return is_channel(copy);
}

/* The node below a heading, if there is no other in [from, end); or NULL. */
static const struct md_node *
only_node(const struct finder *f, uint32_t from, uint32_t end)
{
	const struct md_node *only = NULL;

	for (uint32_t i = from; i < end; i++) {
		const struct md_node *node = finder_node(f, i);

		if (!node->mixed &&
		    (node->kind == MD_LIST || node->kind == MD_ITEM))
			continue;
		if (only)
			return NULL;
		only = node;
	}
	return only;
}

/* Whether all that stands below heading `i` is such a line. */
static bool
is_over_channel(const struct finder *f, size_t i)
{
	const struct head *head = &f->head[i];
	uint32_t end = i + 1 < f->nheads ? f->head[i + 1].node
					 : (uint32_t)f->md->n;
	const struct md_node *node;

	if (!head->link || head->video || end > head->node + NODES_MOST ||
	    (i + 1 < f->nheads && f->head[i + 1].level > head->level))
		return false;
	node = only_node(f, head->node + 1, end);
	if (!node)
		return false;
	return node->mixed || node->kind == MD_LATER
	    ? is_link_written(&node->text)
	    : node->kind == MD_PARAGRAPH && is_link(&node->text);
}

void
heads_mark_channels(struct finder *f)
{
	size_t n = 0;

	for (size_t i = 0; i < f->nheads; i++)
		n += is_over_channel(f, i);
	if (n == 0 || n * 3 > f->nheads)
		return;
	for (size_t i = 0; i < f->nheads; i++)
		f->head[i].aside = f->head[i].aside || is_over_channel(f, i);
}
