#include "cli/report.h"
#include "cli/config_print.h"
#include "cli/library.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report_check.h"
#include "cli/report_hits.h"
#include "cli/report_sources.h"
#include "lectern/base/arena.h"
#include "lectern/base/ascii.h"
#include "lectern/base/clock.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/base/userfile.h"
#include "lectern/find/related.h"
#include "lectern/marks/export.h"
#include "lectern/marks/merge.h"
#include "lectern/model/host.h"
#include "lectern/model/link.h"
#include "lectern/model/query.h"
#include "lectern/system/jobs.h"
#include "lectern/system/opener.h"

#define OFFERED 10          /* talks that may be meant */
#define WEEK    604800000LL /* milliseconds */
#define RELATED 10          /* talks that are listed as near one */

bool
report_writes(enum subcommand subcommand)
{
	return subcommand == SUB_BOOKMARK_ADD ||
	    subcommand == SUB_BOOKMARK_RM || subcommand == SUB_IMPORT;
}

bool
report_notes(enum subcommand subcommand)
{
	return subcommand == SUB_OPEN || report_writes(subcommand);
}

bool
report_is_of_marks(enum subcommand subcommand)
{
	return subcommand == SUB_EXPORT || subcommand == SUB_DIGEST ||
	    subcommand == SUB_BOOKMARK_LIST;
}

bool
report_wants_notes(const struct options *options)
{
	return options->subcommand == SUB_EXPORT
	    ? options->format != FORMAT_JSONL
	    : options->subcommand != SUB_IMPORT &&
		options->subcommand != SUB_CONFIG;
}

static void
print_line(const struct report *r, uint32_t talk, const struct print_hit *hit)
{
	print_talk_line(
	    stdout, r->notes, &r->notes->talks[talk], hit, r->marks, &r->print);
}

/* Talks. */

static int
search(const struct report *r)
{
	struct transcripts *transcripts = report_transcripts(
	    r->notes, r->config, r->query);
	struct hits hits = report_hits(
	    r->notes, r->marks, r->query, transcripts);
	int status = hits.n > 0 ? EXIT_DONE : EXIT_NO_MATCH;

	for (size_t i = 0; i < hits.n; i++) {
		struct print_hit hit = {&hits.hit[i], r->query, transcripts};

		print_line(r, hits.hit[i].talk, &hit);
	}
	hits_free(&hits);
	transcripts_free(transcripts);
	return status;
}

/* Returns for each talk whether it matches, to be freed; and if any does. */
static bool *
find_matches(const struct report *r, bool *any)
{
	bool *matches = mem_alloc(r->notes->ntalks, sizeof(*matches));
	struct transcripts *transcripts = report_transcripts(
	    r->notes, r->config, r->query);
	struct hits hits = report_hits(
	    r->notes, r->marks, r->query, transcripts);

	for (size_t i = 0; i < hits.n; i++)
		matches[hits.hit[i].talk] = true;
	*any = hits.n > 0;
	hits_free(&hits);
	transcripts_free(transcripts);
	return matches;
}

/* Lists talks in the order of the programme; with a query, those that match. */
static int
list(const struct report *r)
{
	bool any = true;
	bool *matches = r->options->query ? find_matches(r, &any) : NULL;

	for (uint32_t i = 0; i < r->notes->ntalks; i++) {
		arena_ease(r->notes->arena, i);
		if (!matches || matches[i])
			print_line(r, i, NULL);
	}
	free(matches);
	return any ? EXIT_DONE : EXIT_NO_MATCH;
}

/* Lists what may be meant, on standard error. */
static void
offer(const struct report *r, const struct hits *hits)
{
	for (size_t i = 0; i < hits->n && i < OFFERED; i++) {
		const struct talk *talk = &r->notes->talks[hits->hit[i].talk];

		ascii_say(stderr, "  %s  %s\n", talk->id, talk->title);
	}
	if (hits->n > OFFERED)
		ascii_say(stderr, _("  and %zu more\n"), hits->n - OFFERED);
}

/*
 * Finds a talk by words: the only one, or one that is twice as good a hit as any
 * other.
 */
static const struct talk *
find_by_words(const struct report *r, const char *words, struct err *err)
{
	struct arena *arena = arena_new();
	struct query query = {0};
	const struct talk *talk = NULL;

	query_parse(&query, text_clean(arena, words, strlen(words), NULL));
	struct hits hits = report_hits(r->notes, r->marks, &query, NULL);
	const struct hit *hit = hits.hit;

	if (query.nterms == 0 || hits.n == 0) {
		err_set(
		    err, _("%s: no such talk in %s"), words, r->notes->name);
	} else if (hits.n == 1 || hit[0].score >= 2 * hit[1].score) {
		talk = &r->notes->talks[hit[0].talk];
	} else {
		err_set(err,
		    ngettext("%s: which of %zu talk", "%s: which of %zu talks",
			hits.n),
		    words, hits.n);
		offer(r, &hits);
	}
	hits_free(&hits);
	query_free(&query);
	arena_free(arena);
	return talk;
}

/* Returns the talk that was asked for, or NULL with `err` filled. */
static const struct talk *
find(const struct report *r, struct err *err)
{
	const char *id = r->options->argument;
	const struct talk *talk = notes_find(r->notes, id);

	return talk ? talk : find_by_words(r, id, err);
}

/* Lists the talks that are nearest to one by their words. */
static int
list_related(const struct report *r, struct err *err)
{
	const struct talk *talk = find(r, err);
	struct related related = {0};
	struct filter *filter;

	if (!talk)
		return EXIT_NO_MATCH;
	filter = filter_new(r->notes);
	related_find(
	    &related, filter, (uint32_t)(talk - r->notes->talks), RELATED);
	for (size_t i = 0; i < related.n; i++)
		print_line(r, related.talk[i].talk, NULL);
	related_free(&related);
	filter_free(filter);
	return EXIT_DONE;
}

static int
show(const struct report *r, struct err *err)
{
	const struct talk *talk = find(r, err);

	if (!talk)
		return EXIT_NO_MATCH;
	print_talk(stdout, r->notes, talk, r->marks, &r->print);
	return EXIT_DONE;
}

/* Tells the host of a link that may mislead. */
static void
tell_host(const char *url)
{
	struct arena *arena = arena_new();
	const char *host = host_hidden(arena, url);

	if (host)
		ascii_say(stderr, _("lectern: %s leads to %s\n"), url, host);
	arena_free(arena);
}

/* A link that could not be opened is still of use. */
static bool
hand_over(const char *url, struct err *err)
{
	struct err why = *err;

	if (!link_is_openable(url))
		return false;
	puts(url);
	return err_set(err, _("%s: the link is printed"), why.msg);
}

bool
report_open(
    const struct config *config, const char *url, bool play, struct err *err)
{
	enum opener_kind kind = OPENER_BACKGROUND;
	struct argv argv;
	struct jobs jobs = {0};
	bool good = play
	    ? opener_player(config->player, url, link_seconds(url), &argv, err)
	    : opener_choose(config->opener, url, &kind, &argv, err);

	if (!good)
		return hand_over(url, err);
	tell_host(url);
	if (kind == OPENER_SHOW) {
		puts(url);
		return true;
	}
	good = kind == OPENER_TERMINAL
	    ? jobs_run(&argv, err)
	    : jobs_start(&jobs, &argv, NULL, err) && jobs_settle(&jobs, err);
	argv_free(&argv);
	return good || hand_over(url, err);
}

static int
open_video(const struct report *r, struct err *err)
{
	const struct talk *talk = find(r, err);

	if (!talk)
		return EXIT_NO_MATCH;
	if (!talk->url) {
		err_set(err, _("%s: has no URL"), r->options->argument);
		return EXIT_ERROR;
	}
	if (!report_open(r->config, talk->url, false, err))
		return EXIT_ERROR;
	/* It is open, even if that could not be recorded. */
	marks_set(r->marks, talk, MARK_OPENED, true, NULL, err);
	return EXIT_DONE;
}

/* Names with how many talks they have. */

static int
tracks(const struct report *r)
{
	for (uint32_t i = 0; i < r->notes->ntracks; i++)
		print_track(stdout, r->notes, &r->notes->tracks[i], &r->print);
	return EXIT_DONE;
}

struct speaker {
	const char *name;
	const char *folded; /* sorts names with accents where readers look */
	size_t talks;
};

static int
by_folded(const void *a, const void *b)
{
	const struct speaker *x = a, *y = b;
	int order = strcmp(x->folded, y->folded);

	return order != 0 ? order : strcmp(x->name, y->name);
}

static int
speakers(const struct report *r)
{
	struct arena *arena = arena_new();
	struct strmap seen = {0};
	struct speaker *speaker = NULL;
	size_t n = 0, cap = 0;

	for (uint32_t i = 0; i < r->notes->ntalks; i++) {
		const struct talk *talk = &r->notes->talks[i];

		for (uint32_t k = 0; k < talk->nspeakers; k++) {
			const char *name = talk->speakers[k];
			uint32_t at = *strmap_put(&seen, name, (uint32_t)n);

			speaker = mem_grow(
			    speaker, &cap, n + 1, sizeof(*speaker));
			if (at == n)
				speaker[n++] = (struct speaker){name,
				    text_fold(arena, name, strlen(name), NULL),
				    0};
			speaker[at].talks++;
		}
	}
	if (n > 0)
		qsort(speaker, n, sizeof(*speaker), by_folded);
	for (size_t i = 0; i < n; i++)
		print_count(stdout, "speaker", speaker[i].name,
		    speaker[i].talks, &r->print);
	free(speaker);
	strmap_free(&seen);
	arena_free(arena);
	return EXIT_DONE;
}

/* Bookmarks. */

/* A talk that is in no document, as its mark remembers it. */
static bool
find_mark(const struct report *r, struct arena *arena, struct talk *talk)
{
	size_t n;
	const struct mark *marks;
	const char *id = r->options->argument;

	marks_read_all(r->marks);
	marks = marks_list(r->marks, &n);
	for (size_t i = 0; i < n; i++) {
		if (!(marks[i].annotations.kinds & MARK_BOOKMARKED))
			continue;
		if (strcmp(link_key_id(marks[i].key), id) != 0 &&
		    strcmp(marks[i].key, id) != 0)
			continue;
		*talk = mark_talk(arena, &marks[i], 0);
		return true;
	}
	return false;
}

static int
set_bookmark(const struct report *r, bool on, struct err *err)
{
	const struct talk *talk = notes_find(r->notes, r->options->argument);
	struct arena *arena = arena_new();
	struct talk missing;
	int status = EXIT_NO_MATCH;

	if (!talk && !on && find_mark(r, arena, &missing))
		talk = &missing;
	if (!talk)
		err_set(err, _("%s: no talk in %s has this id"),
		    r->options->argument, r->notes->name);
	else
		status = marks_set(
			     r->marks, talk, MARK_BOOKMARKED, on, NULL, err)
		    ? EXIT_DONE
		    : EXIT_ERROR;
	arena_free(arena);
	return status;
}

/* First the bookmarks of the documents' talks, in order, then the others. */
static int
list_bookmarks(const struct report *r)
{
	struct strmap known = {0};
	size_t n;
	const struct mark *marks;

	marks_read_all(r->marks);
	marks_take_over(r->marks, r->notes);
	marks = marks_list(r->marks, &n);
	for (uint32_t i = 0; i < r->notes->ntalks; i++) {
		const struct talk *talk = &r->notes->talks[i];
		const struct mark *mark = marks_get(r->marks, talk->key);

		strmap_put(&known, mark ? mark->key : talk->key, 0);
		if (mark && (mark->annotations.kinds & MARK_BOOKMARKED))
			print_line(r, i, NULL);
	}
	for (size_t i = 0; i < n; i++) {
		if ((marks[i].annotations.kinds & MARK_BOOKMARKED) &&
		    !strmap_get(&known, marks[i].key))
			print_mark_line(stdout, &marks[i], &r->print);
	}
	strmap_free(&known);
	return EXIT_DONE;
}

/* Import and export. */

static void
put_export(enum format format, const struct export *what)
{
	size_t left;

	switch (format) {
	case FORMAT_MARKDOWN:
		export_markdown(stdout, what);
		break;
	case FORMAT_HTML:
		export_html(stdout, what);
		break;
	case FORMAT_ORG:
		export_org(stdout, what);
		break;
	case FORMAT_PLAIN:
		export_plain(stdout, what);
		break;
	case FORMAT_ICS:
		left = export_ics(stdout, what);
		if (left > 0)
			ascii_say(stderr,
			    ngettext("lectern: %zu talk without day and time "
				     "left out\n",
				"lectern: %zu talks without day and time left "
				"out\n",
				left),
			    left);
		break;
	default:
		export_csv(stdout, what);
	}
}

/* Exports what is for reading. */
static int
export_text(const struct report *r)
{
	struct export what = {
	    .notes = r->notes,
	    .marks = r->marks,
	    .all = r->options->all,
	    .bullets = r->options->bullets,
	};
	bool *matches = NULL, any = true;

	marks_read_all(r->marks);
	marks_take_over(r->marks, r->notes);
	if (r->options->query)
		what.only = matches = find_matches(r, &any);
	put_export(r->options->format, &what);
	free(matches);
	return any ? EXIT_DONE : EXIT_NO_MATCH;
}

static int
digest(const struct report *r)
{
	long long since = r->options->since > 0 ? r->options->since : WEEK;
	struct export what = {
	    .notes = r->notes,
	    .marks = r->marks,
	    .all = true,
	    .since = clock_date() - since,
	};

	marks_read_all(r->marks);
	marks_take_over(r->marks, r->notes);
	put_export(r->options->format, &what);
	return EXIT_DONE;
}

static int
export_marks(const struct report *r, struct err *err)
{
	if (r->options->format != FORMAT_JSONL)
		return export_text(r);
	return merge_export(r->marks, stdout, MERGE_LISTS, NULL, err)
	    ? EXIT_DONE
	    : EXIT_ERROR;
}

static bool
import_file(const struct report *r, const char *path, struct err *err)
{
	bool input = strcmp(path, "-") == 0;
	const char *name = input ? _("standard input") : path;
	FILE *file = input ? stdin : userfile_open(path, SIZE_MAX, err);
	struct merged merged;
	bool good;

	if (!file)
		return false;
	good = merge_import(
	    r->marks, file, name, r->options->dry_run, NULL, &merged, err);
	if (!input)
		fclose(file);
	if (!good)
		return false;

	char *shown = print_masked(name);

	ascii_say(stdout,
	    ngettext("%s: %zu talk: %zu new, %zu changed%s\n",
		"%s: %zu talks: %zu new, %zu changed%s\n", merged.read),
	    shown, merged.read, merged.added, merged.changed,
	    r->options->dry_run ? _("; nothing was done") : "");
	free(shown);
	return true;
}

static int
import_marks(const struct report *r, struct err *err)
{
	for (size_t i = 0; i < r->options->npaths; i++) {
		if (!import_file(r, r->options->paths[i], err))
			return EXIT_ERROR;
	}
	return EXIT_DONE;
}

int
report_run(const struct report *report, struct err *err)
{
	err->msg[0] = '\0';
	switch (report->options->subcommand) {
	case SUB_BROWSE:
	case SUB_LIST:
		return list(report);
	case SUB_SEARCH:
		return search(report);
	case SUB_SHOW:
		return show(report, err);
	case SUB_OPEN:
		return open_video(report, err);
	case SUB_PICK:
		return EXIT_ERROR;
	case SUB_CONFIG:
		config_print(report->config);
		return report->config->nfaults > 0 ? EXIT_ERROR : EXIT_DONE;
	case SUB_LIBRARY:
		library_print(
		    report->notes, report->marks, report->options->json);
		return EXIT_DONE;
	case SUB_RELATED:
		return list_related(report, err);
	case SUB_TRACKS:
		return tracks(report);
	case SUB_SPEAKERS:
		return speakers(report);
	case SUB_BOOKMARK_ADD:
		return set_bookmark(report, true, err);
	case SUB_BOOKMARK_RM:
		return set_bookmark(report, false, err);
	case SUB_BOOKMARK_LIST:
		return list_bookmarks(report);
	case SUB_CHECK:
		return report_check(report->notes, report->options->verbose)
		    ? EXIT_DONE
		    : EXIT_NO_MATCH;
	case SUB_JOIN:
		return report_sources_joined(
			   report->notes, report->options->json)
		    ? EXIT_DONE
		    : EXIT_NO_MATCH;
	case SUB_SOURCES:
		report_sources(report->notes, report->options->json);
		return EXIT_DONE;
	case SUB_EXPORT:
		return export_marks(report, err);
	case SUB_DIGEST:
		return digest(report);
	case SUB_IMPORT:
		return import_marks(report, err);
	}
	return EXIT_ERROR;
}
