#include "lectern/marks/export.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/source/body.h"

/* What would begin something else at the start of a line. */
#define BEGINS "*#|:-+[<"

/*
 * Text on one line.  At its start a character of no width keeps Org from taking
 * it for more than text, as its manual says.
 */
static void
put_line(FILE *out, const char *s, bool starts)
{
	if (starts && *s && strchr(BEGINS, *s))
		fputs("\xE2\x80\x8B", out);
	for (; *s; s++)
		putc(*s == '\n' ? ' ' : *s, out);
	putc('\n', out);
}

/* Lines that stand as they are. */
static void
put_fixed(FILE *out, const char *s)
{
	for (size_t len; *s; s += len + (s[len] == '\n')) {
		len = strcspn(s, "\n");
		fprintf(out, ": %.*s\n", (int)len, s);
	}
}

/* Tags as those of a heading, which have letters, digits and `_@#%` alone. */
static void
put_tags(FILE *out, const struct mark *mark)
{
	const char *s = mark_kind_text(&mark->annotations, MARK_TAGGED);

	if (!*s)
		return;
	fputs("  :", out);
	for (; *s; s++) {
		char c = *s == ' ' ? ':' : *s;

		putc(text_ascii_punct(c) && !strchr(":_@#%", c) ? '_' : c, out);
	}
	putc(':', out);
}

static void
put_bullets(FILE *out, const struct talk *talk)
{
	struct body_blocks blocks = body_blocks(talk);

	for (uint32_t i = 0; i < blocks.n; i++) {
		const struct block *block = &blocks.block[i];
		bool item = block->kind == BLOCK_BULLET ||
		    block->kind == BLOCK_ORDERED;

		if (block->kind == BLOCK_CODE) {
			put_fixed(out, block->text);
			continue;
		}
		if (!item && block->depth == 0)
			putc('\n', out);
		fprintf(out, "%*s%s", 2 * block->depth, "", item ? "- " : "");
		put_line(out, block->text, !item);
	}
}

static void
put_entry(FILE *out, struct export_list *list, const struct export_entry *entry)
{
	const char *marks = export_list_marks(list, entry->mark), *text;

	fprintf(out, "** %s%s%s", entry->title, *entry->speakers ? " - " : "",
	    entry->speakers);
	put_tags(out, entry->mark);
	putc('\n', out);
	if (entry->url)
		fprintf(out, "%s\n", entry->url);
	if (*marks)
		fprintf(out, "- %s\n", marks);
	for (size_t row = 0; (text = export_list_text(entry->mark, &row));)
		put_fixed(out, text);
}

void
export_org(FILE *out, const struct export *what)
{
	struct export_list list = export_list_make(what);
	const char *track = "";

	fprintf(out, "#+TITLE: %s\n", what->notes->name);
	for (size_t i = 0; i < list.n; i++) {
		const struct export_entry *entry = &list.entry[i];
		const char *name = export_list_track(entry);

		if (i == 0 || strcmp(name, track) != 0)
			fprintf(out, "* %s\n", name);
		track = name;
		put_entry(out, &list, entry);
		if (what->bullets && entry->talk)
			put_bullets(out, entry->talk);
	}
	export_list_free(&list);
}
