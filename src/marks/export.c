#include "lectern/marks/export.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/date.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"

/* A talk to tell of, and the name of its track, NULL for none. */
struct entry {
	const struct mark *mark;
	const char *track;
	const char *folded; /* of those that are missing, the title */
	/* As the document has them or, without one, as last known. */
	const char *title, *speakers, *url;
};

/* All of them; their strings are the arena's, the notes' or the marks'. */
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

/* Adds the marks whose talks are not known. */
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

			strmap_put(&known, talk->key, 0);
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

/* The time of a mark, or only its day, in UTC; "" where it is not set. */
static const char *
time_of(char text[DATE_BYTES], const struct mark *mark, enum mark_kind kind,
    bool day)
{
	if (!(mark->annotations.kinds & kind))
		return "";
	return date_text(text,
	    kind == MARK_BOOKMARKED ? mark->bookmarked_at
		: kind == MARK_SEEN ? mark->seen_at
				    : mark->opened_at,
	    day);
}

/* Markdown. */

/* Writes text that is shown just as it is: one line, its signs escaped. */
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
put_marks(FILE *out, const struct mark *mark)
{
	static const struct {
		enum mark_kind kind;
		const char *name;
	} names[] = {
	    {MARK_BOOKMARKED, "bookmarked"},
	    {MARK_SEEN, "seen"},
	    {MARK_OPENED, "opened"},
	};
	const char *before = "\n* ";
	char text[DATE_BYTES];

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (!(mark->annotations.kinds & names[i].kind))
			continue;
		fprintf(out, "%s%s %s", before, names[i].name,
		    time_of(text, mark, names[i].kind, true));
		before = ", ";
	}
	if (*mark->annotations.tags) {
		fprintf(out, "%stags: ", before);
		put_plain(out, mark->annotations.tags);
		before = "";
	}
	if (*before != '\n')
		putc('\n', out);
}

void
export_markdown(FILE *out, const struct notes *notes, const struct marks *marks)
{
	struct digest digest = collect(notes, marks);
	const char *track = "";

	for (size_t i = 0; i < digest.n; i++) {
		const struct entry *entry = &digest.entry[i];
		const char *name = entry->track ? entry->track : "Missing";

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
		if (*entry->mark->annotations.note)
			put_quote(out, entry->mark->annotations.note);
	}
	digest_free(&digest);
}

/* CSV. */

static void
put_cell(FILE *out, const char *s, const char *end)
{
	bool quote = strpbrk(s, ",\"\r\n") != NULL;

	if (quote)
		putc('"', out);
	for (; *s; s++) {
		if (*s == '"')
			putc('"', out);
		putc(*s, out);
	}
	if (quote)
		putc('"', out);
	fputs(end, out);
}

void
export_csv(FILE *out, const struct notes *notes, const struct marks *marks)
{
	static const enum mark_kind kinds[] = {
	    MARK_BOOKMARKED, MARK_SEEN, MARK_OPENED};
	struct digest digest = collect(notes, marks);
	char text[DATE_BYTES];

	fputs("key,track,title,speakers,url,bookmarked,seen,opened,tags,note"
	      "\r\n",
	    out);
	for (size_t i = 0; i < digest.n; i++) {
		const struct entry *entry = &digest.entry[i];

		put_cell(out, entry->mark->key, ",");
		put_cell(out, entry->track ? entry->track : "", ",");
		put_cell(out, entry->title, ",");
		put_cell(out, entry->speakers, ",");
		put_cell(out, entry->url ? entry->url : "", ",");
		for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++)
			put_cell(out,
			    time_of(text, entry->mark, kinds[k], false), ",");
		put_cell(out, entry->mark->annotations.tags, ",");
		put_cell(out, entry->mark->annotations.note, "\r\n");
	}
	digest_free(&digest);
}
