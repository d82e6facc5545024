#include "source/markdown/scanned.h"

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/progress.h"
#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "source/corrections.h"
#include "source/encoding.h"
#include "source/folder_singles.h"
#include "source/front_matter.h"
#include "source/markdown/bare_heads.h"
#include "source/markdown/bare_lines.h"
#include "source/markdown/bold_dashes.h"
#include "source/markdown/bold_passages.h"
#include "source/markdown/bold_people.h"
#include "source/markdown/cell_lists.h"
#include "source/markdown/dated.h"
#include "source/markdown/dated_people.h"
#include "source/markdown/day_lines.h"
#include "source/markdown/file_name.h"
#include "source/markdown/footnotes.h"
#include "source/markdown/glued.h"
#include "source/markdown/handle_heads.h"
#include "source/markdown/heads_named.h"
#include "source/markdown/heads_pairs.h"
#include "source/markdown/html_heads.h"
#include "source/markdown/item_heads.h"
#include "source/markdown/links_above.h"
#include "source/markdown/lone_numbers.h"
#include "source/markdown/loose_fence.h"
#include "source/markdown/name_quotes.h"
#include "source/markdown/notation.h"
#include "source/markdown/org.h"
#include "source/markdown/outline_parts.h"
#include "source/markdown/prefilter.h"
#include "source/markdown/prose.h"
#include "source/markdown/records.h"
#include "source/markdown/signed.h"
#include "source/markdown/slanted.h"
#include "source/markdown/slashes.h"
#include "source/markdown/slips.h"
#include "source/markdown/spaced_refs.h"
#include "source/markdown/stacked_lines.h"
#include "source/markdown/tabs.h"
#include "source/markdown/time_ends.h"
#include "source/markdown/time_items.h"
#include "source/markdown/time_lines.h"
#include "source/markdown/title_urls.h"
#include "source/markdown/unmerged.h"
#include "source/markdown/unseen.h"
#include <stdlib.h>
#include <string.h>

#define LEAST_PART  ((size_t)1 << 20) /* bytes that are worth a thread */
#define PART_MOST   ((size_t)1 << 16) /* bytes of a text that is made anew */
#define PROPER_MOST 16                /* headings that are enough to go by */

/* Front matter becomes blanks, so that lines keep their numbers. */
static void
blank_front(char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (s[i] != '\n')
			s[i] = ' ';
	}
}

bool
scanned_is_one_of_folder(const struct scanned *scanned)
{
	return folder_singles_is(
	    scanned->document->labels, scanned->document->path);
}

/*
 * Makes a prefilter for a single search, or returns NULL.  Talks get their
 * tracks from the other conference, or their document's name.
 */
static struct prefilter *
make_prefilter(const struct scanned *scanned)
{
	const struct document *document = scanned->document;
	const struct prefilter_names names = {
	    .own = scanned->name,
	    .other = document->other,
	    .loader = document->loader,
	};
	struct corrections said = {0};

	corrections_take(&said, document->options, document->path);
	/* What is one talk is not filtered by its sections. */
	if (!document->only || said.level > 0 || scanned->footnotes ||
	    front_matter_names(&scanned->front) ||
	    scanned_is_one_of_folder(scanned))
		return NULL;
	return prefilter_new(document->only, &names);
}

/* Into how many parts to divide the text at most. */
static size_t
count_parts(const struct scanned *scanned)
{
	size_t said = scanned->document->options->parts;

	return said > 0 ? said : parallel_parts(scanned->len, LEAST_PART);
}

static void
find_outline(struct scanned *scanned)
{
	const struct load_options *options = scanned->document->options;
	struct prefilter *prefilter = make_prefilter(scanned);
	const struct outline_way way = {
	    .version = STRUCTURAL_BEST,
	    .parts = count_parts(scanned),
	    .plain = scanned->plain,
	    .until_noted = scanned->cleaned && !scanned->plain,
	    .prefilter = prefilter,
	    .progress = options->progress,
	};

	scanned->level = outline_in_parts(
	    &scanned->outline, scanned->text, scanned->len, &way);
	prefilter_free(prefilter);
}

/* Takes the title out of front matter that is clean, if there is some. */
static void
take_front(struct scanned *scanned, char *text)
{
	struct front_matter said;
	size_t front = front_matter_skip(
	    scanned->arena, text, scanned->len, &said);

	if (front == 0 || !text_is_clean(text, front))
		return;
	if (scanned->document->options->warn) {
		scanned->written = arena_dup(scanned->arena, text, front);
		scanned->written_len = front;
	}
	blank_front(text, front);
	scanned->front = said;
	/* Jekyll has a page's day in the name of its file. */
	if (!said.date)
		scanned->front.date =
		    file_name_read(scanned->arena, scanned->document->name).day;
	if (said.title)
		scanned->name = said.title;
}

/* Takes another text, owned by `texts`, in place of the one before. */
static void
set_text(
    struct scanned *scanned, struct arena *texts, const char *text, size_t len)
{
	arena_free(scanned->texts);
	scanned->texts = texts;
	scanned->text = text;
	scanned->len = len;
	outline_free(&scanned->outline);
	find_outline(scanned);
}

/* Makes the outline of what has no form of notation.h again, if that ended. */
static void
make_whole(struct scanned *scanned)
{
	if (!scanned->cleaned || !scanned->outline.noted)
		return;
	outline_free(&scanned->outline);
	find_outline(scanned);
}

/* Takes the text without the forms of notation.h, where it has some. */
static void
read_notation(struct scanned *scanned)
{
	const struct document *document = scanned->document;
	struct bytes *bytes = document->bytes;
	bool named = strcmp(document->path, "-") != 0;
	char *plain;
	size_t len;

	if (!scanned->outline.noted &&
	    !notation_seems(scanned->text, scanned->len))
		return;
	scanned->footnotes = footnotes_find(
	    scanned->arena, scanned->text, scanned->len);
	plain = notation_plain(scanned->text, scanned->len,
	    named ? document->path : NULL, count_parts(scanned), &len);
	scanned->plain = true;
	if (!plain) {
		make_whole(scanned);
		return;
	}
	input_drop(bytes);
	*bytes = (struct bytes){.s = plain, .len = len};
	set_text(scanned, NULL, plain, len);
}

/* Does so, and looks for what authors are told of their text. */
static void
read_told(struct scanned *scanned)
{
	bool warn = scanned->document->options->warn;
	size_t len = scanned->len;
	char *written = warn ? mem_dup(scanned->text, len) : NULL;

	read_notation(scanned);
	if (warn)
		scanned->unseen = unseen_find(
		    written, len, scanned->text, scanned->len);
	free(written);
}

/*
 * Writes a text of `*len` bytes with marks that are meant but not written: blanks
 * behind those of headings, or those of items.  NULL: there are none.
 */
typedef char *part_fn(struct arena *arena, const char *s, size_t *len);

static void
part_anew(struct scanned *scanned, part_fn *part)
{
	size_t len = scanned->len;
	struct arena *texts;
	char *text;

	texts = arena_new();
	text = part(texts, scanned->text, &len);
	if (!text) {
		arena_free(texts);
		return;
	}
	input_drop(scanned->document->bytes);
	set_text(scanned, texts, text, len);
}

/* Makes it anew in each of `n` ways, if it is no longer than who types a text. */
static void
part_small(struct scanned *scanned, part_fn *const *parts, size_t n)
{
	for (size_t i = 0; i < n && scanned->len <= PART_MOST; i++)
		part_anew(scanned, parts[i]);
}

/* Makes it anew where headings do not tell enough. */
static void
part_heads(struct scanned *scanned)
{
	static part_fn *const parts[] = {dated_part, heads_pairs_part,
	    heads_named_part, slashes_part, name_quotes_part, title_urls_part,
	    links_above_part, records_part, signed_part, lone_numbers_part,
	    cell_lists_part, tabs_part, prose_part};
	static part_fn *const lines[] = {day_lines_part, time_ends_part,
	    stacked_lines_part, time_items_part, time_lines_part,
	    bare_lines_part};

	if (!scanned->outline.open && scanned->outline.sure &&
	    scanned->outline.n > PROPER_MOST)
		return;
	part_anew(scanned, loose_fence_part);
	part_anew(scanned, glued_part);
	part_anew(scanned, html_heads_part);
	part_small(scanned, parts, sizeof(parts) / sizeof(*parts));
	if (!front_matter_names(&scanned->front))
		part_small(scanned, lines, sizeof(lines) / sizeof(*lines));
}

/* Takes Markdown in place of what is written otherwise. */
static void
read_org(const struct document *document)
{
	struct bytes *bytes = document->bytes;
	size_t len;
	char *plain = org_is(document->path, bytes->s, bytes->len)
	    ? org_plain(bytes->s, bytes->len, &len)
	    : NULL;

	if (!plain)
		return;
	input_drop(bytes);
	*bytes = (struct bytes){.s = plain, .len = len};
}

void
scanned_make(struct build *build, struct scanned *scanned)
{
	static part_fn *const slips[] = {unmerged_part, slips_part,
	    spaced_refs_part, item_heads_part, bare_heads_part,
	    handle_heads_part};
	static part_fn *const bold[] = {bold_dashes_part, bold_people_part,
	    bold_passages_part, slanted_items_part, slanted_days_part,
	    dated_people_part};
	struct bytes *bytes = scanned->document->bytes;

	read_org(scanned->document);
	scanned->text = bytes->s;
	scanned->len = bytes->len;
	take_front(scanned, bytes->s);
	find_outline(scanned);
	if (!scanned->outline.clean) {
		struct arena *texts = arena_new();
		size_t len;
		char *text = encoding_clean(build, texts, bytes, &len);

		scanned->len = len;
		scanned->cleaned = true;
		take_front(scanned, text);
		set_text(scanned, texts, text, len);
	}
	part_anew(scanned, loose_fence_ticked);
	read_told(scanned);
	part_small(scanned, slips, sizeof(slips) / sizeof(*slips));
	if (scanned->len <= PART_MOST &&
	    substring_has(scanned->text, scanned->len, "**"))
		part_small(scanned, bold, sizeof(bold) / sizeof(*bold));
	part_heads(scanned);
	if (scanned->outline.noted)
		outline_parts_defer(&scanned->outline, scanned->text);
	if (scanned->texts)
		arena_join(scanned->arena, scanned->texts);
}
