#include "source/markdown/scanned.h"

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/progress.h"
#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
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
#include "source/markdown/forms.h"
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

/* One of them, and what is read in another way then. */
struct part {
	part_fn *part;
	const char *what;
};

/* Marks that the outline takes for text, or text for marks. */
static const struct part marks[] = {
    {loose_fence_part, N_("code that does not end, as text")},
    {glued_part, N_("headings without a blank behind their marks")},
    {html_heads_part, N_("headings in HTML right above lists")},
    {html_heads_below_part, N_("headings right below HTML")}};

/* Titles that do not stand where they are looked for. */
static const struct part places[] = {
    {dated_part, N_("dates with no sign between them and the title")},
    {heads_pairs_part,
	N_("headings that are names, right below or above those of "
	   "talks")},
    {heads_named_part, N_("headings that are names, over a title in bold")},
    {slashes_part, N_("two slashes between the title and who speaks")},
    {name_quotes_part, N_("who speaks before a title in quotes")},
    {title_urls_part, N_("titles over bare addresses, as items of lists")},
    {links_above_part, N_("links to videos above their titles")},
    {records_part,
	N_("labels such as \"Title:\" and \"Speaker:\" in another order")},
    {signed_part, N_("paragraphs that end in who speaks, as headings")},
    {lone_numbers_part,
	N_("numbered lines with notes between them, as headings")},
    {cell_lists_part, N_("lists in cells of tables, as headings over lists")},
    {tabs_part, N_("parts of lines with tabs between them")},
    {prose_part, N_("titles within sentences, as items of lists")}};

/* Talks without marks, in paragraphs. */
static const struct part lines[] = {
    {day_lines_part, N_("lines below days, as headings")},
    {time_ends_part, N_("titles over their times, as headings")},
    {stacked_lines_part,
	N_("lines with time, title and who speaks, as headings")},
    {time_items_part,
	N_("times that are items over others, as the times of these")},
    {time_lines_part, N_("titles below their times, as headings")},
    {bare_lines_part, N_("lines without a mark, as items of lists")}};

static const struct part forms = {
    forms_part, N_("forms, with their titles as headings")};
static const struct part ticked = {
    loose_fence_ticked, N_("code that begins with a sign too much")};
static const struct part around = {
    loose_fence_around, N_("a block of Markdown that all of it is, as text")};

/* What was mistyped, whatever the document is. */
static const struct part slips[] = {
    {unmerged_part, N_("two versions that Git did not merge")},
    {slips_part, N_("links or line breaks that seem mistyped")},
    {spaced_refs_part, N_("links with a blank before their label")},
    {item_heads_part, N_("headings in items of lists, as titles of these")},
    {bare_heads_part, N_("headings whose marks were forgotten")},
    {handle_heads_part, N_("headings with a colon before who speaks")}};

/* Titles and names in another style. */
static const struct part bold[] = {
    {bold_dashes_part, N_("titles in bold with who speaks between dashes")},
    {bold_people_part, N_("items in bold with who speaks before the title")},
    {bold_passages_part,
	N_("paragraphs with a title in bold, as items of lists")},
    {slanted_items_part, N_("titles in italics behind time and place in bold")},
    {slanted_days_part, N_("titles in italics below a day in bold")},
    {dated_people_part,
	N_("paragraphs with a date, who speaks in bold and the title, "
	   "as items of lists")}};

/*
 * Adds to what is told of the text that another one takes its place; returns the row
 * from which on.
 */
static uint32_t
tell_anew(
    struct scanned *scanned, const char *what, const char *text, size_t len)
{
	struct arena *arena = scanned->arena;
	const char *s = scanned->text, *line;
	uint32_t row = 1;
	size_t i = 0;

	for (; i < len && i < scanned->len && s[i] == text[i]; i++)
		row += s[i] == '\n';
	if (i == len && i == scanned->len)
		return row;
	line = told_join(arena,
	    told(arena, "read in another way, from line %u on", row), ": ",
	    what);
	scanned->anew = scanned->anew
	    ? told_join(arena, scanned->anew, "\n", line)
	    : line;
	return row;
}

/* Returns the row from which on the text was made anew; 0: it was not. */
static uint32_t
part_anew(struct scanned *scanned, const struct part *part)
{
	size_t len = scanned->len;
	struct arena *texts;
	uint32_t row;
	char *text;

	texts = arena_new();
	text = part->part(texts, scanned->text, &len);
	if (!text) {
		arena_free(texts);
		return 0;
	}
	row = tell_anew(scanned, part->what, text, len);
	input_drop(scanned->document->bytes);
	set_text(scanned, texts, text, len);
	return row;
}

/* Makes it anew in each of `n` ways, if it is no longer than who types a text. */
static void
part_small(struct scanned *scanned, const struct part *parts, size_t n)
{
	for (size_t i = 0; i < n && scanned->len <= PART_MOST; i++)
		part_anew(scanned, &parts[i]);
}

/* Makes it anew where headings do not tell enough. */
static void
part_heads(struct scanned *scanned)
{
	if (!scanned->outline.open && scanned->outline.sure &&
	    scanned->outline.n > PROPER_MOST)
		return;
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		part_anew(scanned, &marks[i]);
	part_small(scanned, places, sizeof(places) / sizeof(*places));
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
	struct bytes *bytes = scanned->document->bytes;
	uint32_t row;

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
	row = part_anew(scanned, &around);
	if (row > 0)
		build_left_aside(build, row, 1, N_("what is said of code"));
	part_anew(scanned, &ticked);
	read_told(scanned);
	part_small(scanned, slips, sizeof(slips) / sizeof(*slips));
	if (scanned->len <= PART_MOST &&
	    substring_has(scanned->text, scanned->len, "**"))
		part_small(scanned, bold, sizeof(bold) / sizeof(*bold));
	part_small(scanned, &forms, 1);
	part_heads(scanned);
	if (scanned->outline.noted)
		outline_parts_defer(&scanned->outline, scanned->text);
	if (scanned->texts)
		arena_join(scanned->arena, scanned->texts);
}
