#include "source/markdown/explain.h"

#include <stdbool.h>

#include "lectern/base/arena.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "source/markdown/place.h"

const char *
explain_briefly(struct arena *arena, const struct shape *shape, size_t ntracks,
    size_t ntalks)
{
	const char *talks = told_many(
	    arena, ntalks, "%zu talk", "%zu talks", ntalks);

	switch (shape->kind) {
	case SHAPE_HEADINGS:
		return told(arena, "headings, level %d", shape->level);
	case SHAPE_PARAGRAPHS:
		return told_join(arena, N_("paragraphs"), ", ", talks);
	case SHAPE_LIST:
		if (ntracks == 0)
			return told_many(arena, ntalks, "list, %zu talk",
			    "list, %zu talks", ntalks);
		return told_join(arena,
		    told_many(arena, ntracks, "list, %zu track",
			"list, %zu tracks", ntracks),
		    ", ", talks);
	default:
		return N_("one talk");
	}
}

/* Whether the talks were said to be what they are not. */
static bool
is_refused(const struct shape *shape, const struct corrections *said)
{
	if (said->one)
		return shape->kind != SHAPE_ONE;
	if (said->level > 0)
		return shape->kind != SHAPE_HEADINGS ||
		    shape->level != said->level;
	return (said->shape == LOAD_SHAPE_LIST && shape->kind != SHAPE_LIST) ||
	    (said->shape == LOAD_SHAPE_HEADINGS &&
		shape->kind != SHAPE_HEADINGS) ||
	    (said->shape == LOAD_SHAPE_PARAGRAPHS &&
		shape->kind != SHAPE_PARAGRAPHS);
}

/* Why all of the document is one talk. */
static const char *
explain_one(enum shape_one one)
{
	switch (one) {
	case ONE_FOLDER:
		return N_("the files beside it are a talk each, so all of "
			  "this one is one");
	case ONE_FRONT:
		return N_("front matter tells of a talk, so all of the "
			  "document is that one");
	case ONE_ABOVE:
		return N_("a line above the first heading tells who speaks, "
			  "so all of the document is one talk");
	case ONE_TEXT:
		return N_("it begins with text and no heading looks like a "
			  "talk, so all of the document is one talk");
	case ONE_PARTS:
		return N_("most headings or lines in bold name parts of notes, "
			  "so all of the "
			  "document is one talk");
	case ONE_VIDEO:
		return N_("a video stands right below the first heading, so "
			  "all of the document is one talk");
	case ONE_NAMED:
		return N_("the first heading or what is right below it tells "
			  "who speaks, so all of the document is one talk");
	default:
		return N_("nothing looks like several talks, so all of the "
			  "document is one talk");
	}
}

/* Which paragraphs are the talks. */
static const char *
explain_form(enum shape_form form)
{
	switch (form) {
	case FORM_BOLD_NAMED:
		return N_("no heading seems to name a talk, so paragraphs with "
			  "a title in bold and a name are the talks");
	case FORM_URL:
		return N_("no heading seems to name a talk, so paragraphs over "
			  "an address are the talks");
	case FORM_BOLD_LINE:
		return N_("no heading seems to name a talk, so paragraphs with "
			  "a first line in bold are the talks");
	case FORM_NAMED:
		return N_("no heading seems to name a talk, so lines with a "
			  "title and a name are the talks");
	case FORM_FIRST:
		return N_("there is no heading, so the first line, with a name "
			  "or a video, is the talk");
	default:
		return N_("no heading seems to name a talk, so paragraphs in "
			  "bold are the talks");
	}
}

/* Why lists, tables and paragraphs are. */
static const char *
explain_lists(enum shape_lists lists)
{
	switch (lists) {
	case LISTS_MEETINGS:
		return N_("but headings are meetings with their talks below, "
			  "so these are the talks");
	case LISTS_TABLE:
		return N_("but tables have columns for titles and speakers, "
			  "and no heading names a speaker or leads to a "
			  "video, so their rows are the talks");
	case LISTS_SPOKEN:
		return N_("but lists below titles tell who speaks, so these "
			  "titles are the talks");
	case LISTS_TOPICS:
		return N_("but headings are topics over lists of titles, so "
			  "these are the talks");
	case LISTS_SPARSE:
		return N_("but headings are over few of them each, so these "
			  "are the talks");
	case LISTS_NAMED:
		return N_("but nearly every line of lists names somebody, so "
			  "these are the talks");
	default:
		return N_("so they are the talks");
	}
}

/* What the talks are, and why. */
static const char *
explain_choice(const struct shape *shape, bool heeded)
{
	if (heeded)
		return N_("what was asked for is taken");
	switch (shape->kind) {
	case SHAPE_LIST:
		return explain_lists(shape->lists);
	case SHAPE_HEADINGS:
		if (shape->labelled)
			return N_("labels such as \"Title:\" tell of them, so "
				  "headings are the talks");
		if (shape->given)
			return N_("they tell where talks were given, so "
				  "headings are the talks");
		if (shape->named && shape->units >= shape->heads)
			return N_("headings name who speaks, so they are the "
				  "talks");
		return N_("so headings are the talks");
	case SHAPE_ONE:
		return explain_one(shape->one);
	default:
		return explain_form(shape->form);
	}
}

/* How many headings there are. */
static const char *
explain_heads(struct arena *arena, const struct shape *shape)
{
	size_t all = shape->heads + shape->others;

	if (shape->others == 0)
		return told_many(arena, shape->heads,
		    "and there is %zu heading", "and there are %zu headings",
		    shape->heads);
	return told_many(arena, all,
	    "and of %zu heading %zu may name a talk: the others name the "
	    "document, days, breaks or the like",
	    "and of %zu headings %zu may name talks: the others name the "
	    "document, days, breaks or the like",
	    all, shape->heads);
}

static const char *
explain_talks(struct arena *arena, const struct shape *shape,
    const struct corrections *said)
{
	bool asked = said->one || said->level > 0 ||
	    said->shape != LOAD_SHAPE_AUTO;
	bool refused = asked && is_refused(shape, said);
	const char *counts = told_join(arena,
	    told_many(arena, shape->units,
		"talks: lists, tables and paragraphs have %zu that looks like "
		"a talk",
		"talks: lists, tables and paragraphs have %zu that look like "
		"talks",
		shape->units),
	    ", ", explain_heads(arena, shape));
	const char *all = told_join(
	    arena, counts, "; ", explain_choice(shape, asked && !refused));

	if (refused)
		return told_join(arena, all, ", ",
		    N_("since what was asked for is not there"));
	return asked ? all
		     : told_join(arena, all, " ",
			   N_("(change it with talks=list, paragraphs, "
			      "headings, headings:N or file)"));
}

/* What is told of, and the corrections that were made. */
struct telling {
	struct arena *arena;
	const struct corrections *said;
	bool beside; /* of talks beside others: what changes it was told */
};

/* The same with the correction that changes it. */
static const char *
with_change(const struct telling *t, const char *text, const char *change)
{
	return t->beside ? text : told_join(t->arena, text, " ", change);
}

/* Where speakers were found, in how many talks. */
static const char *
explain_one_place(struct arena *arena, const struct manner *m)
{
	uint32_t talks = m->talks - m->rows;

	if (m->over)
		return told_join(arena,
		    N_("on the talk's own line or the one below, the title on "
		       "the other"),
		    "; ",
		    told_many(arena, talks, "%u talk was looked at",
			"%u talks were looked at", talks));
	if (m->hosted)
		return N_("those whom the tracks are named after");
	if (m->fields.sure > 0)
		return told_many(arena, talks,
		    "field %u of lines that a sign parts, where the title is "
		    "field %u; of %u talk that was looked at %u has names "
		    "there",
		    "field %u of lines that a sign parts, where the title is "
		    "field %u; of %u talks that were looked at %u have names "
		    "there",
		    m->fields.names + 1U, m->fields.title + 1U, talks,
		    m->fields.sure);
	if (m->place != PLACE_NONE && m->place != PLACE_HANDLE)
		return told_join(arena, told_word(arena, place_name(m->place)),
		    "; ",
		    told_many(arena, talks,
			"of %u talk that was looked at %u has names there and "
			"%u something else",
			"of %u talks that were looked at %u have names there "
			"and %u something else",
			talks, m->yes, m->no));
	if (m->below > 0)
		return told_join(arena, N_("on a line below"), "; ",
		    told_many(arena, talks,
			"of %u talk that was looked at %u has names there",
			"of %u talks that were looked at %u have names there",
			talks, m->yes));
	if (m->linked)
		return N_("those to whose pages words below the talks link");
	return told_many(arena, talks,
	    "in no place does %u talk have names; only words like \"by\" and "
	    "\"Speaker:\" tell",
	    "in no place do enough of %u talks have names; only words like "
	    "\"by\" and \"Speaker:\" tell",
	    talks);
}

/* Where the speakers of the only talk were found. */
static const char *
explain_only(struct arena *arena, const struct manner *m)
{
	switch (m->one_speakers) {
	case OF_ONE_FRONT:
		return N_("those of front matter");
	case OF_ONE_LINE:
		return N_("on a line that says so, as \"Speaker:\" or \"by\" "
			  "does");
	case OF_ONE_NAME:
		return told_join(arena, N_("beside the title"), ", ",
		    told_word(arena, place_name(m->one_place)));
	case OF_ONE_BELOW:
		return N_("on a line below the title");
	default:
		return N_("none, as neither front matter, the title nor a line "
			  "below it names somebody");
	}
}

/* The same, with the tracks that are named after others. */
static const char *
explain_place(struct arena *arena, const struct manner *m)
{
	const char *place = m->one_title != OF_ONE_NOTHING
	    ? explain_only(arena, m)
	    : explain_one_place(arena, m);

	return m->some ? told_join(arena, place, "; ",
			     N_("those whom the tracks are named after"))
		       : place;
}

/* The same, and in how many tracks it is somewhere else. */
static const char *
explain_places(struct arena *arena, const struct manner *m)
{
	const char *place = explain_place(arena, m);

	return m->ntracks == 0
	    ? place
	    : told_join(arena, place, "; ",
		  told_many(arena, m->ntracks, "in %zu track behind a dash",
		      "in %zu tracks behind a dash", m->ntracks));
}

/* Where they were found of talks some or all of which are in tables. */
static const char *
explain_rows(struct arena *arena, const struct manner *m)
{
	const char *rows = N_("in a column of tables");

	return m->rows == m->talks ? rows
				   : told_join(arena, rows, "; ",
					 told_join(arena, N_("elsewhere"), ": ",
					     explain_places(arena, m)));
}

static const char *
explain_speakers(const struct telling *t, const struct manner *m)
{
	struct arena *arena = t->arena;
	const struct corrections *said = t->said;
	const struct corrections_which *column =
	    &said->column[CORRECTIONS_SPEAKERS];
	bool rows = m->rows > 0;

	if (said->speakers_len > 0)
		return told(arena, "speakers: %s, as asked for",
		    arena_dup(arena, said->speakers, said->speakers_len));
	if (said->speakers_field > 0)
		return told(arena,
		    "speakers: field %d of lines that a sign parts, as asked "
		    "for",
		    said->speakers_field);
	if (rows && (column->len > 0 || column->number > 0))
		return N_("speakers: in a column of tables, as asked for");
	return with_change(t,
	    told_join(arena, N_("speakers"), ": ",
		rows ? explain_rows(arena, m) : explain_places(arena, m)),
	    rows ? N_("(change it with speakers=column:NAME or column:N, or "
		      "PLACE as on other lines)")
		 : N_("(change it with speakers=PLACE, field:N, below, above, "
		      "tracks or nowhere; lectern-config(5) tells the "
		      "places)"));
}

/* Which link is a talk's own. */
static const char *
explain_link(const struct corrections *said)
{
	switch (said->link) {
	case CORRECTIONS_TITLE:
		return N_("links: the title's, as asked for");
	case CORRECTIONS_VIDEO:
		return N_("links: the video's, as asked for");
	case CORRECTIONS_SLIDES:
		return N_("links: that of the slides, as asked for");
	case CORRECTIONS_NOWHERE:
		return N_("links: none, as asked for");
	default:
		return said->column[CORRECTIONS_LINKS].len > 0 ||
			said->column[CORRECTIONS_LINKS].number > 0
		    ? N_("links: those in a column of tables, as asked for")
		    : N_("links: a video's first, then one that is called so, "
			 "then the title's (change it with link=title, "
			 "video, slides, nowhere or column:NAME)");
	}
}

/* Which columns of tables have what; NULL: talks are in no tables. */
static const char *
explain_table(const struct telling *t, const struct manner *manner)
{
	if (!manner->table)
		return NULL;
	return told_join(t->arena,
	    told_join(t->arena, N_("tables"), ": ", manner->table), " ",
	    t->said->tables
		? N_("(as asked for)")
		: N_("(change it with title=, speakers=, link=, track=, "
		     "day=, time=, room= or length=column:NAME or column:N)"));
}

/* Where titles stand, if not on talks' own lines, all of these. */
static const char *
explain_title(const struct telling *t, const struct manner *m)
{
	const char *where;

	if (t->said->on_line)
		return N_("titles: on the talks' own lines, as asked for");
	if (t->said->title_field > 0)
		return told(t->arena,
		    "titles: field %d of lines that a sign parts, as asked "
		    "for",
		    t->said->title_field);
	if (m->fields.sign != FIELDS_NONE)
		return with_change(t,
		    told(t->arena,
			"titles: field %u of lines that a sign parts",
			m->fields.title + 1U),
		    N_("(change it with title=field:N)"));
	where = m->titled || m->cites
	    ? N_("titles: on a line below, which says so")
	    : m->over ? N_("titles: on the line below the names")
	    : m->behind || m->quoted
	    ? N_("titles: in quotes or styled, behind the event")
	    : NULL;
	return where ? with_change(t, where,
			   N_("(change it with title=line or title=field:N)"))
		     : NULL;
}

/* What follows the titles, if anything does. */
static const char *
explain_suffix(const struct telling *t, const struct manner *m)
{
	if (t->said->no_suffix)
		return N_("titles: with what follows them, as asked for");
	if (m->trail.kind == TRAIL_NONE && !m->around)
		return NULL;
	return with_change(t,
	    N_("titles: without the event that is told beside them"),
	    N_("(change it with suffix=none)"));
}

/* What stands before titles that is no part of them; or what the only one is. */
static const char *
explain_prefix(const struct telling *t, const struct manner *manner)
{
	if (manner->one_title == OF_ONE_FRONT)
		return N_("title: that of front matter");
	if (manner->one_title == OF_ONE_FILE)
		return N_("title: the file's name, as nothing else names it");
	if (manner->one_title == OF_ONE_NAME)
		return N_("title: the first heading");

	const char *titles = manner->prefix[0]
	    ? told(t->arena, "titles: without \"%s\", which stands before them",
		  manner->prefix)
	    : manner->numbered ? N_("titles: without the numbers before them")
			       : N_("titles: share no beginning");

	return with_change(t, titles,
	    t->said->prefix_kind == CORRECTIONS_UNSAID
		? N_("(change it with prefix=WORD, number or none)")
		: N_("(as asked for)"));
}

/* Tells how talks are read, a line behind each other, each after `who`, or NULL. */
static const char *
explain_manner(const struct telling *t, const char *talks, const char *who,
    const struct manner *m)
{
	const struct corrections *said = t->said;
	bool asked = said->speakers_len > 0 || said->speakers_field > 0;
	bool prefix = m->prefix[0] || m->numbered;
	const char *lines[] = {explain_table(t, m),
	    who && asked ? NULL : explain_speakers(t, m),
	    who ? NULL : explain_link(said),
	    who && (said->on_line || said->title_field > 0)
		? NULL
		: explain_title(t, m),
	    who && !prefix ? NULL : explain_prefix(t, m),
	    who && said->no_suffix ? NULL : explain_suffix(t, m)};

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		if (!lines[i])
			continue;
		talks = told_join(t->arena, talks, "\n",
		    who ? told_join(t->arena, who, ", ", lines[i]) : lines[i]);
	}
	return talks;
}

const char *
explain(struct arena *arena, const struct shape *shape,
    const struct carried *carried, const struct manner *manner,
    const struct corrections *said)
{
	const struct telling own = {.arena = arena, .said = said};
	const struct telling other = {
	    .arena = arena, .said = said, .beside = true};
	const struct {
		const char *who;
		const struct manner *manner;
	} beside[] = {
	    {N_("in the lists and tables beside"), manner->lists},
	    {N_("in the paragraphs and quotations beside"), manner->passages},
	    {N_("in the headings beside"), manner->heads},
	};
	const char *talks = explain_talks(arena, shape, said);
	const char *taken = carriers_told(arena, shape, carried);

	if (taken)
		talks = told_join(arena, talks, "\n", taken);
	talks = explain_manner(&own, talks, NULL, manner);
	for (size_t i = 0; i < sizeof(beside) / sizeof(*beside); i++) {
		if (beside[i].manner)
			talks = explain_manner(
			    &other, talks, beside[i].who, beside[i].manner);
	}
	return talks;
}
