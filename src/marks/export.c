#include "lectern/marks/export.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/date.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"

/* A talk to export, and the name of its track, NULL for none. */
struct entry {
	const struct mark *mark;
	const char *track;
	const char *folded; /* of those that are missing, the title */
	/* From the document or, without one, as last known. */
	const char *title, *speakers, *url;
};

/* All of them.  Strings belong to the arena, the notes or the marks. */
struct digest {
	struct arena *arena;
	struct entry *entry;
	size_t n, cap;
};

static void
add(struct digest *digest, struct entry entry)
{
	digest->entry = mem_grow(
	    digest->entry, &digest->cap, digest->n + 1, sizeof(*digest->entry));
	digest->entry[digest->n++] = entry;
}

static void
add_talk(struct digest *digest, const struct track *track,
    const struct talk *talk, const struct mark *mark)
{
	char *speakers = notes_speakers(talk);

	add(digest,
	    (struct entry){
		.mark = mark,
		.track = track->name,
		.title = talk->title,
		.speakers = arena_dup(
		    digest->arena, speakers, strlen(speakers)),
		.url = talk->url,
	    });
	free(speakers);
}

static int
compare_titles(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = strcmp(x->folded, y->folded);

	return order != 0 ? order : strcmp(x->mark->key, y->mark->key);
}

/* Adds the marks whose talks are in no document. */
static void
add_missing(struct digest *digest, const struct strmap *known,
    const struct marks *marks)
{
	size_t n, first = digest->n;
	const struct mark *mark = marks_list(marks, &n);

	for (size_t i = 0; i < n; i++, mark++) {
		if (strmap_get(known, mark->key))
			continue;
		add(digest,
		    (struct entry){
			.mark = mark,
			.title = mark->title,
			.speakers = mark->speakers,
			.url = mark->url,
			.folded = text_fold(digest->arena, mark->title,
			    strlen(mark->title), NULL),
		    });
	}
	if (digest->n > first)
		qsort(&digest->entry[first], digest->n - first,
		    sizeof(*digest->entry), compare_titles);
}

static struct digest
collect(const struct notes *notes, const struct marks *marks)
{
	struct digest digest = {.arena = arena_new()};
	struct strmap known = {0};

	for (uint32_t t = 0; t < notes->ntracks; t++) {
		const struct track *track = &notes->tracks[t];

		for (uint32_t i = 0; i < track->ntalks; i++) {
			const struct talk *talk =
			    &notes->talks[track->talks[i]];
			const struct mark *mark = marks_get(marks, talk->key);

			strmap_put(&known, mark ? mark->key : talk->key, 0);
			if (mark)
				add_talk(&digest, track, talk, mark);
		}
	}
	add_missing(&digest, &known, marks);
	strmap_free(&known);
	return digest;
}

static void
digest_free(struct digest *digest)
{
	free(digest->entry);
	arena_free(digest->arena);
}

/* The time of a mark in UTC, or only its day; "" if it is not set. */
static const char *
time_of(char text[DATE_BYTES], const struct mark *mark, enum mark_kind kind,
    bool day)
{
	if (!(mark->annotations.kinds & kind))
		return "";
	return date_text(text, mark_time(mark, kind), day);
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

/* The flags and moments of a mark, then its sets. */
static void
put_marks(FILE *out, const struct mark *mark)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);
	const char *before = "\n* ";
	char text[DATE_BYTES];

	for (size_t row = 0; row < n; row++) {
		enum mark_kind kind = mark_kind_at(row);

		if (!has_time(&info[row]) || !(mark->annotations.kinds & kind))
			continue;
		fprintf(out, "%s%s %s", before, info[row].name,
		    time_of(text, mark, kind, true));
		before = ", ";
	}
	for (size_t row = 0; row < n; row++) {
		enum mark_kind kind = mark_kind_at(row);

		if (info[row].type != MARK_SET ||
		    !(mark->annotations.kinds & kind))
			continue;
		fprintf(out, "%s%s: ", before, info[row].json);
		put_plain(out, mark_kind_text(&mark->annotations, kind));
		before = ", ";
	}
	if (*before != '\n')
		putc('\n', out);
}

/* The texts of a mark. */
static void
put_texts(FILE *out, const struct mark *mark)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);

	for (size_t row = 0; row < n; row++) {
		const char *text = mark_kind_text(
		    &mark->annotations, mark_kind_at(row));

		if (info[row].type == MARK_TEXT && *text)
			put_quote(out, text);
	}
}

void
export_markdown(FILE *out, const struct notes *notes, const struct marks *marks)
{
	struct digest digest = collect(notes, marks);
	const char *track = "";

	for (size_t i = 0; i < digest.n; i++) {
		const struct entry *entry = &digest.entry[i];
		const char *name = entry->track ? entry->track : "Elsewhere";

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
		put_marks(out, entry->mark);
		put_texts(out, entry->mark);
	}
	digest_free(&digest);
}

/* CSV. */

/*
 * A cell that a spreadsheet would take for a formula gets a quote before it:
 * that makes it text.
 */
static void
put_cell(FILE *out, const char *s)
{
	bool formula = *s && strchr("=+-@\t\r", *s);
	bool quote = strpbrk(s, ",\"\r\n") != NULL;

	if (quote)
		putc('"', out);
	if (formula)
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
				? time_of(text, mark, kind, false)
				: mark_kind_text(&mark->annotations, kind));
		}
	}
}

void
export_csv(FILE *out, const struct notes *notes, const struct marks *marks)
{
	struct digest digest = collect(notes, marks);

	put_head(out);
	for (size_t i = 0; i < digest.n; i++) {
		const struct entry *entry = &digest.entry[i];
		const char *const texts[] = {entry->mark->key,
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
	digest_free(&digest);
}
