#include "lectern/marks/export.h"

#include <string.h>

#include "lectern/model/link.h"
#include "lectern/source/body.h"
#include "marks/export_codes.h"

static void
put_bytes(FILE *out, const char *s, size_t len)
{
	for (const char *end = s + len; s < end; s++) {
		switch (*s) {
		case '<':
			fputs("&lt;", out);
			break;
		case '>':
			fputs("&gt;", out);
			break;
		case '&':
			fputs("&amp;", out);
			break;
		case '"':
			fputs("&quot;", out);
			break;
		default:
			putc(*s, out);
		}
	}
}

static void
put_text(FILE *out, const char *s)
{
	put_bytes(out, s, strlen(s));
}

/* An element with text in it. */
static void
put(FILE *out, const char *element, const char *attributes, const char *s)
{
	fprintf(out, "<%s%s>", element, attributes);
	put_text(out, s);
	fprintf(out, "</%s>\n", element);
}

/* The reader's own text; its time codes lead to the video. */
static void
put_own(FILE *out, struct export_list *list, const struct export_entry *entry,
    const char *text)
{
	struct export_codes codes = export_codes_find(list, entry, text);
	size_t at = 0;

	fputs("<blockquote>", out);
	for (size_t i = 0; i < codes.n; i++) {
		const struct export_code *code = &codes.code[i];

		put_bytes(out, text + at, code->at - at);
		fputs("<a href=\"", out);
		put_text(out, code->url);
		fputs("\">", out);
		put_bytes(out, text + code->at, code->end - code->at);
		fputs("</a>", out);
		at = code->end;
	}
	put_text(out, text + at);
	fputs("</blockquote>\n", out);
}

static void
put_marks(FILE *out, struct export_list *list, const struct export_entry *entry)
{
	const struct mark *mark = entry->mark;
	const char *marks = export_list_marks(list, mark), *text;

	if (*marks)
		put(out, "p", "", marks);
	for (size_t row = 0; (text = export_list_text(mark, &row));)
		put_own(out, list, entry, text);
}

/* The notes of a talk: a paragraph each, bullets indented by their depth. */
static void
put_bullets(FILE *out, const struct talk *talk)
{
	struct body_blocks blocks = body_blocks(talk);

	for (uint32_t i = 0; i < blocks.n; i++) {
		const struct block *block = &blocks.block[i];
		char attributes[64];

		snprintf(attributes, sizeof(attributes),
		    " style=\"margin-left: %uem\"", 2U * block->depth);
		put(out,
		    block->kind == BLOCK_CODE         ? "pre"
			: block->kind == BLOCK_BULLET ? "li"
						      : "p",
		    attributes, block->text);
	}
}

static void
put_entry(FILE *out, struct export_list *list, const struct export_entry *entry)
{
	if (entry->url && link_is_openable(entry->url)) {
		fputs("<h2><a href=\"", out);
		put_text(out, entry->url);
		fputs("\">", out);
		put_text(out, entry->title);
		fputs("</a></h2>\n", out);
	} else {
		put(out, "h2", "", entry->title);
	}
	if (*entry->speakers)
		put(out, "p", "", entry->speakers);
	put_marks(out, list, entry);
}

void
export_html(FILE *out, const struct export *what)
{
	struct export_list list = export_list_make(what);
	const char *track = NULL;

	/* Where nothing was marked since then there is nothing to mail. */
	if (list.n == 0 && what->since > 0) {
		export_list_free(&list);
		return;
	}
	fputs(
	    "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n", out);
	put(out, "title", "", what->notes->name);
	fputs("<style>body { max-width: 45em; margin: auto; }"
	      " blockquote, pre { white-space: pre-wrap; }</style>\n"
	      "</head>\n<body>\n",
	    out);
	for (size_t i = 0; i < list.n; i++) {
		const struct export_entry *entry = &list.entry[i];
		const char *name = export_list_track(entry);

		if (!track || strcmp(name, track) != 0)
			put(out, "h1", "", name);
		track = name;
		put_entry(out, &list, entry);
		if (what->bullets && entry->talk)
			put_bullets(out, entry->talk);
	}
	fputs("</body>\n</html>\n", out);
	export_list_free(&list);
}
