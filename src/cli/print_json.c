#include "cli/print_json.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/date.h"
#include "lectern/base/json.h"
#include "lectern/base/mem.h"
#include "lectern/find/spoken.h"
#include "lectern/model/link.h"
#include "lectern/source/body.h"

static void
json_member(FILE *out, const char *name, const char *value)
{
	fprintf(out, ",\"%s\":", name);
	if (value)
		json_string(out, value);
	else
		fputs("null", out);
}

static void
json_speakers(FILE *out, const struct talk *talk)
{
	fputs(",\"speakers\":[", out);
	for (uint32_t i = 0; i < talk->nspeakers; i++) {
		if (i > 0)
			putc(',', out);
		json_string(out, talk->speakers[i]);
	}
	putc(']', out);
}

static void
json_blocks(FILE *out, const struct block *block, uint32_t n)
{
	static const char *const kinds[] = {
	    [BLOCK_BULLET] = "bullet",
	    [BLOCK_ORDERED] = "ordered",
	    [BLOCK_PARAGRAPH] = "paragraph",
	    [BLOCK_LABEL] = "label",
	    [BLOCK_CODE] = "code",
	};

	static const char *const parts[] = {
	    [BLOCK_SUBTITLE] = "subtitle",
	    [BLOCK_ABSTRACT] = "abstract",
	    [BLOCK_CHAPTERS] = "chapters",
	};

	fputs(",\"blocks\":[", out);
	for (uint32_t i = 0; i < n; i++, block++) {
		fprintf(out, "%s{\"kind\":\"%s\",\"depth\":%d,",
		    i > 0 ? "," : "", kinds[block->kind], block->depth);
		if (block->part != BLOCK_NOTES)
			fprintf(out, "\"part\":\"%s\",", parts[block->part]);
		fputs("\"text\":", out);
		json_string(out, block->text);
		putc('}', out);
	}
	putc(']', out);
}

static size_t
count_codes(const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xC0) != 0x80;
	return n;
}

/*
 * Writes where the terms match in a string, in code points: [[start,end],...].
 */
static void
json_offsets(
    FILE *out, const struct query *query, enum field field, const char *s)
{
	struct range ranges[64];
	size_t n = query_ranges(query, field, s, strlen(s), ranges, 64);

	fputs(",\"offsets\":[", out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "%s[%zu,%zu]", i > 0 ? "," : "",
		    count_codes(s, ranges[i].start),
		    count_codes(s, ranges[i].end));
	putc(']', out);
}

/* Writes where a hit is said, and what. */
static void
json_spoken(FILE *out, const struct query *query, const struct transcript *t,
    size_t line)
{
	size_t len;
	const char *text = spoken_text(t, line, &len);
	char *said = mem_dup(text, len);

	fprintf(out, ",\"score\":0,\"field\":\"transcript\",\"second\":%u",
	    (unsigned)t->line[line].second);
	json_member(out, "match", said);
	json_offsets(out, query, FIELD_BODY, said);
	free(said);
}

/* Writes the field of a hit's best match, and what stands there. */
static void
json_hit(FILE *out, const struct notes *notes, const struct talk *talk,
    const struct mark *mark, const struct print_hit *found)
{
	static const char *const fields[] = {
	    [FIELD_TITLE] = "title",
	    [FIELD_SPEAKERS] = "speaker",
	    [FIELD_OWN] = "my",
	    [FIELD_TRACK] = "track",
	    [FIELD_BODY] = "note",
	    [FIELD_URL] = "url",
	    [FIELD_TAGS] = "tag",
	    [FIELD_CONFERENCE] = "conf",
	    [FIELD_DAY] = "day",
	    [FIELD_ROOM] = "room",
	    [FIELD_LANGUAGE] = "lang",
	};
	const struct hit *hit = found->hit;
	const struct block *block = NULL;
	enum field field = (enum field)hit->field;
	char *speakers = notes_speakers(talk);
	const char *match = talk->title;
	size_t line;
	const struct transcript *t = hit->in_spoken && hit->score == 0
	    ? spoken_in(found->transcripts, hit->talk, found->query, &line)
	    : NULL;

	if (t) {
		json_spoken(out, found->query, t, line);
		free(speakers);
		return;
	}
	if (hit->in_body)
		block = filter_block(found->query, notes, talk).block;
	if (block) {
		match = block->text;
		field = FIELD_BODY;
	} else if (field == FIELD_SPEAKERS) {
		match = speakers;
	} else if (field == FIELD_TRACK) {
		match = notes->tracks[talk->track].name;
	} else if (field == FIELD_URL && talk->url) {
		match = talk->url;
	} else if (FIELD_BIT(field) & FIELDS_WHERE) {
		match = query_where(talk, FIELD_BIT(field));
	} else if (field == FIELD_OWN && mark) {
		match = mark_kind_text(&mark->annotations, MARK_NOTED);
	} else if (field == FIELD_TAGS && mark) {
		match = mark_kind_text(&mark->annotations, MARK_TAGGED);
	}
	fprintf(out, ",\"score\":%u,\"field\":\"%s\"", hit->score,
	    fields[hit->field]);
	json_member(out, "match", match);
	json_offsets(out, found->query, field, match);
	free(speakers);
}

static void
json_words(FILE *out, const char *words)
{
	putc('[', out);
	for (size_t len; *words; words += len + (words[len] == ' ')) {
		len = strcspn(words, " ");
		char *word = mem_dup(words, len);

		json_string(out, word);
		if (words[len])
			putc(',', out);
		free(word);
	}
	putc(']', out);
}

static void
json_flag(FILE *out, const struct mark *mark, enum mark_kind kind)
{
	const char *name = mark_kind_info(kind)->shown;
	size_t len = strlen(name);
	bool is = mark && (mark->annotations.kinds & kind);
	char time[DATE_BYTES];

	if (len < 3 || strcmp(name + len - 3, "_at") != 0)
		fputs(is ? "true" : "false", out);
	else if (is)
		json_string(out, date_text(time, mark_time(mark, kind), false));
	else
		fputs("null", out);
}

/* Writes what the reader added; `mark` may be NULL. */
static void
json_marks(FILE *out, const struct mark *mark)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);
	const struct annotations none = {0};

	for (size_t row = 0; row < n; row++, info++) {
		enum mark_kind kind = mark_kind_at(row);
		const char *text = mark_kind_text(
		    mark ? &mark->annotations : &none, kind);

		if (!info->shown)
			continue;
		fprintf(out, ",\"%s\":", info->shown);
		if (info->type == MARK_FLAG)
			json_flag(out, mark, kind);
		else if (info->type == MARK_SET)
			json_words(out, text);
		else if (*text)
			json_string(out, text);
		else
			fputs("null", out);
	}
}

/* Writes what the programme says of a talk. */
static void
json_when(FILE *out, const struct talk *talk)
{
	if (talk->day)
		json_member(out, "day", talk->day);
	if (talk->start)
		json_member(out, "start", talk->start);
	if (talk->minutes > 0)
		fprintf(out, ",\"minutes\":%u", talk->minutes);
	if (talk->room)
		json_member(out, "room", talk->room);
	if (notes_more(talk)->language)
		json_member(out, "language", notes_more(talk)->language);
}

/* Writes a link with its kind and name, which is empty where it has none. */
static void
json_link(FILE *out, const char *url, const char *text, size_t len, bool first)
{
	char *name = mem_dup(text, len);

	fputs(first ? "{\"url\":" : ",{\"url\":", out);
	json_string(out, url);
	json_member(out, "kind", link_kind_name(link_kind(url, text, len)));
	json_member(out, "name", len > 0 ? name : NULL);
	putc('}', out);
	free(name);
}

/* Writes the links, each with its kind and what the notes call it. */
static void
json_links(FILE *out, const struct talk *talk)
{
	const struct body_links links = body_links(talk);
	struct body_link_name *names = body_link_names(talk);

	fputs(",\"links\":[", out);
	for (uint32_t i = 0; i < links.n; i++) {
		const struct span *span = names[i].span;

		json_link(out, links.url[i],
		    span ? names[i].block->text + span->start : "",
		    span ? span->end - span->start : 0, i == 0);
	}
	putc(']', out);
	free(names);
}

/* Writes the links in blocks. */
static void
json_block_links(FILE *out, const struct block *block, uint32_t n)
{
	bool first = true;

	fputs(",\"links\":[", out);
	for (uint32_t i = 0; i < n; i++, block++) {
		for (uint32_t j = 0; j < block->nspans; j++) {
			const struct span *span = &block->spans[j];

			if (!span->url)
				continue;
			json_link(out, span->url, block->text + span->start,
			    span->end - span->start, first);
			first = false;
		}
	}
	putc(']', out);
}

/* Writes what is told with a talk: the text of its conference and track. */
static void
json_abouts(FILE *out, const struct notes *notes, const struct talk *talk)
{
	const struct notes_abouts abouts = notes_abouts(notes, talk);

	if (abouts.n == 0)
		return;
	fputs(",\"about\":[", out);
	for (uint32_t i = 0; i < abouts.n; i++) {
		const struct about *about = &abouts.about[i];
		bool all = about->track == ABOUT_CONFERENCE;

		fprintf(out, "%s{\"of\":\"%s\"", i > 0 ? "," : "",
		    all ? "conference" : "track");
		json_member(out, "name",
		    all ? notes->sources[talk->source].name
			: notes->tracks[about->track].name);
		json_blocks(out, about->blocks, about->nblocks);
		json_block_links(out, about->blocks, about->nblocks);
		putc('}', out);
	}
	putc(']', out);
}

void
print_json_talk(FILE *out, const struct notes *notes, const struct talk *talk,
    const struct print_hit *hit, const struct marks *marks)
{
	const struct mark *mark = marks ? marks_get(marks, talk->key) : NULL;
	const struct body_blocks blocks = body_blocks(talk);

	fputs("{\"schema\":1", out);
	json_member(out, "id", talk->id);
	json_member(out, "conference", notes->sources[talk->source].name);
	json_member(out, "track", notes->tracks[talk->track].name);
	json_member(out, "title", talk->title);
	json_speakers(out, talk);
	json_member(out, "url", talk->url);
	json_when(out, talk);
	json_links(out, talk);
	fprintf(out, ",\"line\":%u", talk->line);
	json_blocks(out, blocks.block, blocks.n);
	json_abouts(out, notes, talk);
	json_marks(out, mark);
	if (hit)
		json_hit(out, notes, talk, mark, hit);
	fputs("}\n", out);
}

void
print_json_mark(FILE *out, const char *id, const struct mark *mark)
{
	struct arena *arena = arena_new();
	const struct talk talk = mark_talk(arena, mark, 0);

	fputs("{\"schema\":1", out);
	json_member(out, "id", id);
	json_member(out, "conference", NULL);
	json_member(out, "track", NULL);
	json_member(out, "title", mark->title);
	json_speakers(out, &talk);
	json_member(out, "url", mark->url);
	fputs(",\"line\":null,\"blocks\":[]", out);
	json_marks(out, mark);
	fputs("}\n", out);
	arena_free(arena);
}

void
print_json_count(FILE *out, const char *what, const char *name, size_t count)
{
	fputs("{\"schema\":1", out);
	json_member(out, what, name);
	fprintf(out, ",\"talks\":%zu}\n", count);
}

/* The texts of blocks as one, a line feed after each; to be freed. */
static char *
join_texts(const struct block *blocks, uint32_t n)
{
	size_t len = 0;
	char *text, *end;

	for (uint32_t i = 0; i < n; i++)
		len += blocks[i].len + 1;
	text = end = mem_alloc(len + 1, 1);
	for (uint32_t i = 0; i < n; i++) {
		memcpy(end, blocks[i].text, blocks[i].len);
		end += blocks[i].len;
		*end++ = '\n';
	}
	*end = '\0';
	return text;
}

void
print_json_track(
    FILE *out, const struct notes *notes, const struct track *track, size_t n)
{
	const struct notes_text said = notes_track_text(notes, track);
	char *text = join_texts(said.block, said.n);

	fputs("{\"schema\":1", out);
	json_member(out, "track", track->name);
	fprintf(out, ",\"talks\":%zu", n);
	json_member(out, "text", text);
	fputs("}\n", out);
	free(text);
}
