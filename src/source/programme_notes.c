#include "source/programme_notes.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/markdown_blocks.h"

struct programme_notes {
	struct arena *arena;
	const char *page; /* a further link, or NULL */
	const char *text[PROGRAMME_TEXTS];
	uint32_t text_line[PROGRAMME_TEXTS];
	struct programme_link *links;
	size_t nlinks;
	uint32_t line;
};

static const char *
keep(struct arena *arena, const struct programme *p, const char *s)
{
	if (!s || !*s)
		return NULL;
	return p && programme_lasts(p, s) ? s : arena_dup(arena, s, strlen(s));
}

/* Whether a text stands before the `i`th, too: some tools write it twice. */
static bool
is_repeated(const struct programme_talk *talk, size_t i)
{
	for (size_t k = 0; k < i; k++) {
		if (talk->text[k] && talk->text[i] &&
		    strcmp(talk->text[k], talk->text[i]) == 0)
			return true;
	}
	return false;
}

const struct programme_notes *
programme_notes_keep(struct arena *arena, const struct programme *p,
    const struct programme_talk *talk)
{
	struct programme_notes *notes = arena_alloc(arena, sizeof(*notes));

	notes->arena = arena;
	notes->page = talk->url;
	notes->line = talk->line;
	for (size_t i = 0; i < PROGRAMME_TEXTS; i++) {
		if (!is_repeated(talk, i))
			notes->text[i] = keep(arena, p, talk->text[i]);
		notes->text_line[i] = talk->text_line[i];
	}
	notes->nlinks = talk->nlinks;
	notes->links = arena_alloc(
	    arena, talk->nlinks * sizeof(*notes->links) + 1);
	for (size_t i = 0; i < talk->nlinks; i++) {
		notes->links[i] = talk->links[i];
		notes->links[i].url = keep(arena, p, talk->links[i].url);
		notes->links[i].name = keep(arena, p, talk->links[i].name);
	}
	return notes;
}

const char *
programme_notes_url(struct arena *arena, const char *url)
{
	url = programme_text(arena, url);
	if (url && strncmp(url, "www.", 4) == 0)
		url = arena_printf(arena, "http://%s", url);
	return url ? link_encode(arena, url) : NULL;
}

/* Adds a link; what cannot be opened is only text. */
static void
add_link(struct build *build, const struct programme_notes *notes,
    const struct programme_link *link)
{
	struct arena *arena = notes->arena;
	const char *url = programme_notes_url(arena, link->url);
	const char *name = programme_text(arena, link->name);
	bool plain = !url || !link_is_openable(url);
	struct span *span = arena_alloc(arena, sizeof(*span));
	struct block block = {
	    .text = name ? name : url,
	    .kind = BLOCK_BULLET,
	    .line = link->line > 0 ? link->line : notes->line,
	    .spans = span,
	    .nspans = plain ? 0 : 1,
	    .listed = !plain,
	};

	if (!url)
		return;
	if (plain && name)
		block.text = arena_printf(arena, "%s: %s", name, url);
	block.len = (uint32_t)strlen(block.text);
	*span = (struct span){0, block.len, SPAN_LINK, url};
	build_block(build, &block, name ? NULL : url);
}

/* HTML that was escaped twice is still escaped after reading. */
static const char *
unescape_again(struct arena *arena, const char *text)
{
	static const struct {
		const char *name;
		char c;
	} known[] = {
	    {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&amp;", '&'}};
	char *out;
	size_t n = 0;

	if (strchr(text, '<') || !strstr(text, "&lt;"))
		return text;
	out = arena_alloc(arena, strlen(text) + 1);
	while (*text) {
		size_t k = 0;

		while (k < 4 &&
		    strncmp(text, known[k].name, strlen(known[k].name)) != 0)
			k++;
		out[n++] = k < 4 ? known[k].c : *text;
		text += k < 4 ? strlen(known[k].name) : 1;
	}
	return out;
}

static void
add_text(struct build *build, const struct programme_notes *notes, size_t i)
{
	struct arena *arena = notes->arena;
	const char *text = notes->text[i];
	uint32_t line = notes->text_line[i];

	if (!text)
		return;
	text = unescape_again(arena, text);
	text = text_clean(arena, text, strlen(text), NULL);
	markdown_blocks_read(build, text, line > 0 ? line : notes->line);
}

void
programme_notes_build(struct build *build, const struct programme_notes *notes)
{
	if (notes->page)
		build_link(build, notes->page);
	build_block_part(build, BLOCK_SUBTITLE);
	add_text(build, notes, PROGRAMME_SUBTITLE);
	build_block_part(build, BLOCK_ABSTRACT);
	add_text(build, notes, PROGRAMME_ABSTRACT);
	add_text(build, notes, PROGRAMME_DESCRIPTION);
	for (size_t i = 0; i < notes->nlinks; i++)
		add_link(build, notes, &notes->links[i]);
	build_block_part(build, BLOCK_NOTES);
	add_text(build, notes, PROGRAMME_PEOPLE);
	build_block_part(build, BLOCK_CHAPTERS);
	add_text(build, notes, PROGRAMME_CHAPTERS);
	build_block_part(build, BLOCK_NOTES);
}

void
programme_notes_read(struct body *body, const struct talk *talk)
{
	struct build *build = build_new(body->notes->arena, NULL);
	const struct body *built;

	build_conference(build, "", "");
	build_talk(build, "", talk->line);
	build_own_url(build, talk->url);
	programme_notes_build(build, body->notes);
	build_end(build);
	built = build_result(build)->talks->body;
	/* Without any the links are those that it has. */
	if (built) {
		body->blocks = built->blocks;
		body->nblocks = built->nblocks;
		body->links = built->links;
		body->nlinks = built->nlinks;
	}
	body->waits = false;
	build_free(build);
}
