#include "source/captions.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/model/link.h"
#include "source/cues.h"
#include "source/encoding.h"
#include "source/long_texts.h"

#define VIDEO_ID 11 /* bytes of an id of YouTube */

bool
captions_is(const char *s, size_t len)
{
	static const char vtt[] = "WEBVTT";
	size_t n = strlen(vtt), digits = 0;
	char line[64] = "";
	uint32_t from, to;

	if (len > n && memcmp(s, vtt, n) == 0 && strchr(" \t\r\n", s[n]))
		return true;
	while (digits < len && text_ascii_digit(s[digits]))
		digits++;
	if (digits == 0 || digits == len)
		return false;
	/* Some have no numbers. */
	if (s[digits] == ':')
		digits = 0;
	s += digits;
	len -= digits;
	for (; len > 0 && strchr(" \t\r\n", *s) && *s; len--)
		s++;
	memcpy(line, s, len < sizeof(line) - 1 ? len : sizeof(line) - 1);
	return cues_times(line, &from, &to);
}

/* Sets title, video and language from "Title [AAAAAAAAAAA].en". */
static void
set_names(struct build *build, struct talk *talk, const char *name)
{
	struct arena *arena = build_arena(build);
	const char *dot = strrchr(name, '.');
	size_t len = dot ? (size_t)(dot - name) : strlen(name);
	const char *id = NULL;

	/* Languages are short: "en", "pt-BR", "zh-Hans", "en-orig". */
	if (dot && dot > name && strlen(dot) > 2 && strlen(dot) <= 9)
		built_more(arena, talk)->language = dot + 1;
	else
		len = strlen(name);
	if (link_is_youtube_id(name, len))
		id = name;
	else if (len > VIDEO_ID + 2 && name[len - 1] == ']' &&
	    name[len - VIDEO_ID - 2] == '[' &&
	    link_is_youtube_id(name + len - VIDEO_ID - 1, VIDEO_ID))
		id = name + len - VIDEO_ID - 1;
	talk->title = text_squeeze(
	    arena, name, id && id > name ? len - VIDEO_ID - 2 : len);
	if (id)
		build_url(build, link_of_youtube(arena, id));
}

/* A paragraph that is being made. */
struct paragraph {
	char *text;
	size_t len, cap;
	uint32_t line;
};

static void
end_paragraph(struct build *build, struct paragraph *p)
{
	struct block block = {.kind = BLOCK_PARAGRAPH, .line = p->line};

	if (p->len == 0)
		return;
	block.text = arena_dup(build_arena(build), p->text, p->len);
	block.len = (uint32_t)p->len;
	build_block(build, &block, NULL);
	p->len = 0;
}

static void
add_line(struct paragraph *p, const struct cues_line *line)
{
	size_t len = strlen(line->text);

	p->text = mem_grow(p->text, &p->cap, p->len + len + 1, 1);
	if (p->len > 0)
		p->text[p->len++] = ' ';
	else
		p->line = line->line;
	memcpy(p->text + p->len, line->text, len);
	p->len += len;
}

void
captions_read(struct build *build, const struct document *document)
{
	struct source *source = build_conference(
	    build, document->path, document->name);
	struct arena *arena = arena_new();
	struct paragraph paragraph = {.text = NULL};
	struct cues cues;
	size_t len;
	struct long_texts longs = {0};
	char *text;

	long_texts_cut(&longs, document->bytes, "\n\r");
	long_texts_warn(&longs, build);
	text = encoding_clean(build, build_arena(build), document->bytes, &len);
	build_programme(build);
	set_names(build, build_talk(build, "", 1), document->name);
	cues_read(&cues, arena, text);
	for (size_t i = 0; i < cues.n; i++) {
		if (cues_end(paragraph.text, paragraph.len, &cues.line[i]))
			end_paragraph(build, &paragraph);
		add_line(&paragraph, &cues.line[i]);
	}
	end_paragraph(build, &paragraph);
	source->shape = told_many(build_arena(build), cues.ncues,
	    "captions, %zu cue", "captions, %zu cues", cues.ncues);
	cues_free(&cues);
	free(paragraph.text);
	arena_free(arena);
}
