#include "lectern/marks/export.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/date.h"
#include "lectern/source/body.h"
#include "marks/export_codes.h"

/* The time of a mark in UTC; "" if it is not set. */
static const char *
time_of(char text[DATE_BYTES], const struct mark *mark, enum mark_kind kind)
{
	if (!(mark->annotations.kinds & kind))
		return "";
	return date_text(text, mark_time(mark, kind), false);
}

/* Whether a kind is shown by its time. */
static bool
has_time(const struct mark_info *info)
{
	return info->type == MARK_FLAG || info->type == MARK_TIMES;
}

/* Markdown. */

/* Writes text to be shown as it stands: one line, with markup escaped. */
static void
put_plain(FILE *out, const char *s)
{
	for (; *s; s++) {
		if (strchr("\\`*_[]<>#&~|!", *s))
			putc('\\', out);
		putc(*s == '\n' ? ' ' : *s, out);
	}
}

static void
put_quote(FILE *out, const char *s)
{
	fputs("\n> ", out);
	for (; *s; s++) {
		putc(*s, out);
		if (*s == '\n')
			fputs("> ", out);
	}
	putc('\n', out);
}

static void
put_marks(FILE *out, struct export_list *list, const struct export_entry *entry)
{
	const struct mark *mark = entry->mark;
	const char *marks = export_list_marks(list, mark), *text;

	if (*marks) {
		fputs("\n* ", out);
		put_plain(out, marks);
		putc('\n', out);
	}
	for (size_t row = 0; (text = export_list_text(mark, &row));)
		put_quote(out, export_codes_markdown(list, entry, text));
}

/* Code, indented so that nothing in it ends it. */
static void
put_code(FILE *out, const char *s)
{
	fputs("\n    ", out);
	for (; *s; s++) {
		putc(*s, out);
		if (*s == '\n')
			fputs("    ", out);
	}
	fputs("\n\n", out);
}

/* The notes of a talk, as they were. */
static void
put_bullets(FILE *out, const struct talk *talk)
{
	struct body_blocks blocks = body_blocks(talk);

	putc('\n', out);
	for (uint32_t i = 0; i < blocks.n; i++) {
		const struct block *block = &blocks.block[i];
		bool item = block->kind == BLOCK_BULLET ||
		    block->kind == BLOCK_ORDERED;

		if (block->kind == BLOCK_CODE) {
			put_code(out, block->text);
			continue;
		}
		fprintf(out, "%*s%s", 2 * block->depth, "", item ? "- " : "");
		put_plain(out, block->text);
		fputs(item ? "\n" : "\n\n", out);
	}
}

void
export_markdown(FILE *out, const struct export *what)
{
	struct export_list list = export_list_make(what);
	const char *track = "";

	for (size_t i = 0; i < list.n; i++) {
		const struct export_entry *entry = &list.entry[i];
		const char *name = export_list_track(entry);

		if (strcmp(name, track) != 0) {
			fputs(i > 0 ? "\n# " : "# ", out);
			put_plain(out, name);
			putc('\n', out);
			track = name;
		}
		fputs("\n## ", out);
		put_plain(out, entry->title);
		if (*entry->speakers) {
			fputs(" - ", out);
			put_plain(out, entry->speakers);
		}
		putc('\n', out);
		if (entry->url)
			fprintf(out, "\n<%s>\n", entry->url);
		put_marks(out, &list, entry);
		if (what->bullets && entry->talk)
			put_bullets(out, entry->talk);
	}
	export_list_free(&list);
}

/* CSV. */

/* Whether a spreadsheet might take a cell for a formula; some read wide signs. */
static bool
is_formula(const char *s)
{
	static const char *const signs[] = {"=", "+", "-", "@", "\t", "\r",
	    "\n", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
	    "\xef\xbc\xa0"};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (strncmp(s, signs[i], strlen(signs[i])) == 0)
			return true;
	return false;
}

/* A formula gets a quote before it: that makes it text. */
static void
put_cell(FILE *out, const char *s)
{
	bool quote = strpbrk(s, ",\"\r\n") != NULL;

	if (quote)
		putc('"', out);
	if (is_formula(s))
		putc('\'', out);
	for (; *s; s++) {
		if (*s == '"')
			putc('"', out);
		putc(*s, out);
	}
	if (quote)
		putc('"', out);
}

/* The order of columns: times come first, then sets, then texts. */
static int
place_of(const struct mark_info *info)
{
	return has_time(info) ? 0 : info->type == MARK_SET ? 1 : 2;
}

#define PLACES 3

static void
put_head(FILE *out)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);

	fputs("key,track,title,speakers,url", out);
	for (int place = 0; place < PLACES; place++) {
		for (size_t row = 0; row < n; row++) {
			if (place_of(&info[row]) == place)
				fprintf(out, ",%s", info[row].json);
		}
	}
	fputs("\r\n", out);
}

static void
put_kinds(FILE *out, const struct mark *mark)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);
	char text[DATE_BYTES];

	for (int place = 0; place < PLACES; place++) {
		for (size_t row = 0; row < n; row++) {
			enum mark_kind kind = mark_kind_at(row);

			if (place_of(&info[row]) != place)
				continue;
			putc(',', out);
			put_cell(out,
			    has_time(&info[row])
				? time_of(text, mark, kind)
				: mark_kind_text(&mark->annotations, kind));
		}
	}
}

void
export_csv(FILE *out, const struct export *what)
{
	struct export_list list = export_list_make(what);

	put_head(out);
	for (size_t i = 0; i < list.n; i++) {
		const struct export_entry *entry = &list.entry[i];
		const char *const texts[] = {
		    *entry->mark->key ? entry->mark->key : entry->talk->key,
		    entry->track ? entry->track : "", entry->title,
		    entry->speakers, entry->url ? entry->url : ""};

		for (int cell = 0; cell < 5; cell++) {
			if (cell > 0)
				putc(',', out);
			put_cell(out, texts[cell]);
		}
		put_kinds(out, entry->mark);
		fputs("\r\n", out);
	}
	export_list_free(&list);
}
