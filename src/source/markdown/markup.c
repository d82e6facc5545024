#include "source/markdown/markup.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/shortcode.h"

void
markup_end_alt(struct markup *m)
{
	const char *alt = m->alt;

	m->alt = NULL;
	if (!alt || m->richtext.len > m->pictures)
		return;
	richtext_add(&m->richtext, " ", 1, 0, NULL);
	markup_add(m, alt, strlen(alt), 0);
	m->pictures = m->richtext.len;
}

void
markup_add(struct markup *m, const char *s, size_t len, unsigned style)
{
	const char *url = m->link ? m->link : m->href;

	if (m->strong > 0)
		style |= SPAN_STRONG;
	if (m->emphasis > 0)
		style |= SPAN_EMPHASIS;
	if (url)
		style |= SPAN_LINK;
	richtext_add(&m->richtext, s, len, style, url);
}

const char *
markup_destination(struct arena *arena, const char *url)
{
	if (!url || *url == '\0')
		return NULL;

	url = shortcode_address(arena, url);
	/* An address without its scheme has that of its page. */
	if (url[0] == '/' && url[1] == '/')
		url = arena_printf(arena, "https:%s", url);

	size_t len = strlen(url);

	/* "[Title]((address))" */
	if (len > 2 && url[0] == '(' && url[len - 1] == ')')
		url = arena_dup(arena, url + 1, len - 2);

	char *clean = text_clean(arena, url, strlen(url), NULL), *to = clean;

	for (const char *from = clean; *from; from++) {
		if (*from != '\n' && *from != '\t')
			*to++ = *from;
	}
	*to = '\0';
	return link_encode(arena, clean);
}

void
markup_end_link(struct markup *m, const char *url)
{
	if (url && m->alt && m->richtext.len == m->linked)
		m->pictures = m->linked;
	if (url)
		markup_end_alt(m);
	if (url && !m->title && m->richtext.len == m->linked &&
	    (link_is_openable(url) || link_is_path(url)))
		markup_add(m, url, strlen(url), 0);
}

/* Adds what a tag shows from elsewhere, as its address. */
static void
add_media(struct arena *arena, struct markup *m, const struct html_tag *tag)
{
	const char *url = markup_destination(arena, tag->media);

	if (!url || m->link || m->href || m->title)
		return;
	richtext_add(&m->richtext, " ", 1, 0, NULL);
	m->href = url;
	markup_add(m, url, strlen(url), 0);
	m->href = NULL;
	richtext_add(&m->richtext, " ", 1, 0, NULL);
}

void
markup_alt(struct arena *arena, struct markup *m, const char *alt)
{
	markup_end_alt(m);
	m->alt = text_squeeze(arena, alt, strlen(alt));
}

/* What an abbreviation stands for is shown in brackets behind it. */
static void
take_abbr(struct arena *arena, struct markup *m, const char *title)
{
	const char *said = m->abbr;

	m->abbr = title && *title
	    ? arena_printf(
		  arena, " (%s)", text_squeeze(arena, title, strlen(title)))
	    : NULL;
	if (said)
		markup_add(m, said, strlen(said), 0);
}

void
markup_tag(struct arena *arena, struct markup *m, const struct html_tag *tag)
{
	if (strcmp(tag->name, "a") == 0) {
		markup_end_link(m, m->href);
		m->href = markup_destination(arena, tag->href);
		m->linked = m->richtext.len;
	} else if (strcmp(tag->name, "b") == 0 ||
	    strcmp(tag->name, "strong") == 0)
		m->strong += tag->closing ? -1 : 1;
	else if (strcmp(tag->name, "i") == 0 || strcmp(tag->name, "em") == 0)
		m->emphasis += tag->closing ? -1 : 1;
	else if (tag->alt && *tag->alt && !m->title)
		markup_alt(arena, m, tag->alt);
	else if (strcmp(tag->name, "abbr") == 0 && !m->title)
		take_abbr(arena, m, tag->title);
	else if (tag->media)
		add_media(arena, m, tag);
	else if (strcmp(tag->name, "br") == 0 ||
	    (strcmp(tag->name, "p") == 0 && !tag->closing &&
		m->richtext.len > 0))
		richtext_break(&m->richtext, true);
	else if (html_parts_words(tag))
		richtext_add(&m->richtext, " ", 1, 0, NULL);
}
