/*
 * The search for the shape of a document: its state, and the functions by which
 * shape.c, groups.c and heads.c share it.
 */
#ifndef LECTERN_FINDER_H
#define LECTERN_FINDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "source/markdown/columns.h"
#include "source/markdown/md.h"
#include "source/markdown/roles.h"

#define FINDER_OTHERS 4 /* talks without names beside named ones, at most */
#define LABEL_TIMES   3 /* a text that occurs so often is no title */

/* A heading, and facts about it. */
struct head {
	uint32_t node;
	uint8_t level;
	uint8_t label; /* enum label_kind of all its words */
	bool date;     /* is only a day, date or year */
	bool day;      /* the same, or is as good as that */
	bool own;      /* has text before the next heading */
	bool items;    /* that text has list items */
	bool link;     /* that text has a link */
	bool video;    /* one to a video */
	bool table;    /* that text is a table */
	bool skip;     /* has only a table of contents */
	bool pause;    /* names a break: "Lunch" */
	bool part;     /* names a part of notes: "Takeaways" */
	bool aside;    /* has no talks below it: "Licence" */
	bool half;     /* of a talk, as is the heading right below it */
	bool others;   /* names other things than talks: "Articles" */
	bool talks;    /* says that talks follow: "Talks" */
	bool life;     /* stands beside such a one: "Projects" */
};

/* A list, table or paragraph that may carry talks. */
struct group {
	uint32_t node;          /* the list, table or paragraph */
	uint32_t units;         /* how many talks it would have */
	bool below;             /* they are in the lists below its items */
	bool halls;             /* its columns are tracks */
	bool events;            /* all its items with a list are events */
	uint8_t topics;         /* levels of topics over its talks; 0: none */
	bool named;             /* these talks name somebody */
	bool told;              /* its heading says that talks follow */
	bool spoken;            /* a title over a list that says who speaks */
	bool others;            /* its heading names other things than talks */
	bool doubtful;          /* a list that is none unless its lines name
	                           somebody: nobody looked yet */
	struct columns columns; /* of a table */
};

struct finder {
	const struct markdown *md;
	struct arena *arena;  /* for folded texts */
	struct strmap texts;  /* of headings, and of items and paragraphs with
	                        a link: how often each occurs that may do so
	                        LABEL_TIMES */
	struct strmap titles; /* of headings: the same, twice */
	struct strmap heads;  /* texts of headings, folded */
	uint32_t most_times;  /* of a text in `texts` */
	uint64_t head_sizes;  /* which bytes `heads` have, modulo 64 */
	bool counted, headed; /* texts and titles, heads are filled; few
	                         documents need them */
	struct head *head;
	size_t nheads, cap;
	size_t skipped; /* headings that are none of these, over contents */
	size_t slots; /* headings that tell no more than when; 0: not counted */
	struct group *group;
	size_t ngroups, groups_cap;
	size_t units;                   /* of all groups */
	struct shape_left apart, links; /* of those that were dropped: see
	                                   struct shape */
	int level;                   /* of the talks, in a heading document */
	bool exact;                  /* all headings of that level are */
	bool halves;                 /* there each has two headings */
	bool named;                  /* most headings name people */
	bool half_named;             /* half of them do, and three */
	const struct strmap *labels; /* of the folder, or NULL */
	bool said;     /* front matter names a speaker or a video */
	bool titled;   /* it says the document's title */
	bool full;     /* and who speaks */
	bool called;   /* the document's name says that talks follow */
	bool meetings; /* headings are meetings, the lists below their talks */
	int alone; /* items that are topics stand alone in their lists: 1; none
	              do: -1; 0: nobody asked yet */
	int few;   /* the same of talks that name somebody, few in each list */
	bool told; /* its name, or a heading so far, says that talks follow */
	uint8_t *role;
	uint8_t *weight; /* of each item: one more than its enum weight, or 0
	                    where nobody asked yet */
};

/* Nodes and lines. */

static inline const struct md_node *
finder_node(const struct finder *f, uint32_t i)
{
	return &f->md->node[i];
}

static inline bool
finder_is(const struct finder *f, uint32_t i, enum md_kind kind)
{
	return i < f->md->n && finder_node(f, i)->kind == kind;
}

bool finder_is_day(struct finder *f, const struct line *line);

/* Whether a heading is an event of a series: "Quay Evening #12". */
bool finder_is_numbered(const struct finder *f, const struct head *head);

/* Whether all words of the line are bold. */
bool finder_is_bold(const struct line *line);

/* Whether the text occurs LABEL_TIMES in headings and what has links. */
bool finder_is_often(struct finder *f, const struct line *line);

/* Whether it is one word that does, as many lists begin with "News". */
bool finder_is_standing(struct finder *f, const struct line *line);

/* Returns how often it occurs in headings alone; 0: once, or not at all. */
uint32_t finder_heading_times(struct finder *f, const struct line *line);

/*
 * Fills what the questions above and below ask for: then several threads may ask
 * them, each with a copy of the finder that has an arena of its own.
 */
void finder_prepare(struct finder *f);

/* Whether a line repeats a heading: links to it, or has its words. */
bool finder_repeats_heading(struct finder *f, const struct line *line);

/* Whether a heading has the words at `s`, and no more. */
bool finder_is_heading(struct finder *f, const char *s, size_t len);

/* Whether the whole line links to a place in the document. */
bool finder_leads_inside(const struct line *line);

bool finder_has_video(const struct line *line);

/* Whether a node is a paragraph whose first line is a link to a video alone. */
bool finder_is_video(const struct finder *f, uint32_t i);

/* Groups: see groups.c. */

/* Finds the lists, tables and paragraphs that may carry talks: see groups_find.c. */
void groups_find(struct finder *f);

/*
 * Takes lists for talks that have neither title with a link nor time, where all
 * headings behind the `name` first are over lists, and all lines of these name
 * somebody, few apart, or are a video, two at least; false: it is not so.
 */
bool groups_take_named(struct finder *f, size_t name);

/*
 * Returns how many talks are below the items of a list that are events; 0: they
 * are none.  See events.c.  With `told`, a heading says that talks follow.
 */
uint32_t events_over_talks(struct finder *f, uint32_t list, bool told);

/*
 * Return how many talks a list without links has, 0: none, by the fields of its
 * lines, and because it is told that there are.  See plain.c.
 */
uint32_t plain_fields(struct finder *f, uint32_t list);
uint32_t plain_told(struct finder *f, uint32_t list);

/*
 * Whether a list stands below a line that ends in a colon, and nearly all of its
 * items have somebody's name behind a title.
 */
bool plain_spoken(struct finder *f, uint32_t list);

/*
 * Whether all headings say no more than that links, videos or such are below, and
 * no other group was found; whether groups lead to two videos at least, or have
 * titles beside names.  See of_links.c.
 */
bool of_links_seems(const struct finder *f);
bool of_links_talks(const struct finder *f);

/*
 * Finds lists below contents, by `find`, where a document has nothing else and they
 * lead to files beside it: these are its talks.
 */
void
of_links_contents(struct finder *f, void (*find)(struct finder *f, bool all));

/*
 * Skips lists that are a table of contents.  Tables say more about what they lead to,
 * and are kept.
 */
void of_links_skip(struct finder *f);

/* The form that all lists of talks have, and the level of headings above them. */
struct alike {
	int level;
	bool parted; /* "Event - Title" */
	bool bold;   /* "**Title**: what it was about" */
	bool named;  /* "Title (Ann Lee)", below a day */
};

/* Finds it; without a form, where there is none.  See alike.c. */
struct alike alike_find(const struct finder *f);

/* Whether a list is like these. */
bool alike_is(const struct finder *f, uint32_t list, const struct alike *alike);

/* Whether the heading above node `node` is a day, or the event of a series. */
bool alike_is_below_day(const struct finder *f, uint32_t node);

/*
 * Returns how many items a list has of which nearly all are over an item that is
 * somebody's name, "Ann Lee, Firm"; 0: they are not.
 */
uint32_t alike_over_people(const struct finder *f, uint32_t list);

/*
 * Returns how many talks a table has in its cells where each column is a hall;
 * 0: it is no such table.  See halls.c.
 */
uint32_t halls_talks(const struct finder *f, uint32_t table);

/* Gives the cells of such a table their roles. */
void halls_take(struct finder *f, uint32_t table);

/*
 * Takes lists for talks of which nothing tells but that they are below headings
 * of events, in a document that says that talks follow.  See event_heads.c.
 */
void event_heads_find(struct finder *f);

/*
 * Takes lines that are all that is below headings for talks, in a document that is
 * called so.  See event_lines.c.
 */
void event_lines_find(struct finder *f);

/*
 * Returns the level of the headings, from number `name` on, below each of which
 * "Title:" and "Speaker:" tell of its talk; 0: there is none.
 */
int label_heads_level(struct finder *f, size_t name);

/* The headings above a place in the document, while groups get their roles. */
struct over {
	uint32_t heading, before; /* the last one, and the one before it */
	uint32_t above[7];        /* the last one of each level, or 0 */
	int level;                /* of the last one over a group; 0: none */
};

/* Whether a line is no more than a time: "10:00 - 10:30". */
bool over_is_time(const struct line *line);

/* Goes on to heading `i`. */
void over_note(struct finder *f, struct over *over, uint32_t i);

/* Gives the headings above a group their roles.  See over.c. */
void over_take(struct finder *f, struct over *over);

/* Gives them to all from number `from` on, where paragraphs are talks. */
void over_take_all(struct finder *f, size_t from);

/*
 * Takes headings over text without talks for tracks that stand between such of
 * their level: it is told as theirs, and that no talk was found.
 */
void over_take_between(struct finder *f);

/*
 * Whether lists outweigh the headings, from number `name` on, as these are over few
 * talks each, or over none; whether it says below one that they are to come.  See
 * sparse_heads.c.
 */
bool sparse_heads_outweigh(struct finder *f, size_t name);
bool sparse_heads_to_come(const struct finder *f, const struct head *head);

/*
 * Counts in `labels` how often paragraphs say the same, and whether those above
 * groups name them.
 */
void over_count_labels(struct finder *f, struct strmap *labels);

/* Takes such a paragraph above the group at a node for its track. */
void over_take_label(struct finder *f, struct strmap *labels, uint32_t node);

/* Adds a list as a group; `told`: the heading above says that talks follow. */
void groups_add_list(struct finder *f, uint32_t list, bool told);

/* Adds what a group would have to what is left. */
void groups_leave(
    const struct finder *f, const struct group *group, struct shape_left *left);

/* The same of all of which no talk was taken. */
void groups_left(const struct finder *f, struct shape_left *left);

/* Adds a group that would have so many talks; valid until the next one. */
struct group *groups_add(struct finder *f, uint32_t node, uint32_t units);

/* Paragraphs and quotations as groups of one: see passages.c and quotes.c. */
void passages_find(struct finder *f);
void quotes_find(struct finder *f);

/*
 * Whether all headings over talks are days, or there are none: so quotations
 * may be talks.
 */
bool passages_only_days(const struct finder *f);

/*
 * Whether paragraph `i` begins with a day, and the next one has somebody's name
 * and a title in another style.
 */
bool passages_tells_day(const struct finder *f, uint32_t i);

/* Whether a line is a break, with its time at most: "12:00 Lunch". */
bool passages_is_break(const struct line *line);

/* Whether a node is a paragraph with such a line alone, in no other node. */
bool passages_is_pause(const struct finder *f, uint32_t i);

/* Adds a table as a group, if it is one; gives its rows their roles. */
void tables_find(struct finder *f, uint32_t table);
void tables_take(struct finder *f, const struct group *group);

/*
 * Drops lists of which no line names somebody, has a recording or tells when, where
 * those of nearly all talks do.  See unlike.c.
 */
void unlike_drop(struct finder *f);

/*
 * Gives the talks and tracks of groups their roles; `doubtful`: even of lists of
 * which no line speaks for a talk.
 */
void groups_take(struct finder *f, bool doubtful);

/*
 * The same of one group, and of the paragraph above it that names it; `labels` are
 * as over_count_labels() counts them.
 */
void groups_take_one(
    struct finder *f, struct strmap *labels, const struct group *group);

/*
 * Takes lists and tables for talks that are part of none where headings of that
 * level are the talks, or with level 0 paragraphs; false: there are none.  See
 * lists_beside.c.
 */
bool lists_beside_take(struct finder *f, int level);

/* Whether a word of a line says that what is below are books or such. */
bool lists_beside_works(const struct line *line);

/* Headings: see heads.c. */

/* Collects the headings, and facts about what stands below each. */
void heads_find(struct finder *f);

/* Notes what headings tell of those beside them; see heads_mark.c. */
void heads_mark(struct finder *f);

/* Marks headings over no more than a channel; see heads_channel.c. */
void heads_mark_channels(struct finder *f);

/* Returns the first heading that may be a talk's: skips the document's name. */
size_t heads_after_name(const struct finder *f);

/* Returns which is the first heading at node `node` or behind it, by halving. */
size_t heads_from(const struct finder *f, uint32_t node);

/* Returns the level of the talks among the headings from `from` on; 0: none. */
int heads_level(struct finder *f, size_t from);

/* Gives headings their roles. */
void heads_take(struct finder *f, size_t from, int level);

/* Gives headings beside tracks the role of talks: see heads_alone.c. */
void heads_take_alone(struct finder *f, size_t from, int level);

/*
 * Whether most headings from `from` on name somebody, as talks do; notes whether half
 * of them do.
 */
bool heads_name_people(struct finder *f, size_t from);

/*
 * Whether headings from `from` on are talks with lists of where they were given:
 * see heads_given.c.
 */
bool heads_given(const struct finder *f, size_t from);

/* Takes a heading for the document's name once all have their roles. */
void doc_name_take(struct finder *f);

/* Whether heading `i` has the words of a part of notes. */
bool heads_is_part(struct finder *f, size_t i);

/* Whether heading `i`, or what is below it, speaks for being a talk's. */
bool heads_speaks(struct finder *f, size_t i);

/*
 * Whether heading `i` is right over a paragraph that is somebody's name; and whether
 * another one of its level is, too.
 */
bool heads_over_person(const struct finder *f, size_t i);
bool heads_over_people(const struct finder *f, size_t i);

/* Whether most headings below `level`, from number `from` on, are over a URL. */
bool heads_have_pages(const struct finder *f, size_t from, int level);

/* Whether heading `i` is over nothing, and leads to a page: what it names is there. */
bool heads_is_link(const struct finder *f, size_t i);

/* Whether heading `i` is somebody's name over a heading or link: a title. */
bool heads_is_over_title(struct finder *f, size_t i);

/* Whether of the headings below heading `i` the first alone is a name. */
bool heads_is_over_name(const struct finder *f, size_t i);

/*
 * Whether the lines of nearly all headings of a level, from number `from` on, name
 * somebody, and few headings below them speak for talks.
 */
bool heads_name_alone(struct finder *f, size_t from, int level);

/* Whether its line, or a label below it, names somebody. */
bool heads_names(struct finder *f, size_t i);

/* The same as heads_speaks(), but for videos: whether somebody is named. */
bool heads_tells_speaker(struct finder *f, size_t i);

/*
 * Returns the heading of the only talk where no level has several: see lonely.c;
 * the second only one that names somebody.  0: there is none.
 */
size_t lonely_talk(struct finder *f);
size_t lonely_named(struct finder *f);

/* Whether the only heading is a talk's, as the document's name says "Talks". */
bool lonely_only(struct finder *f);

/*
 * Whether the headings from `from` on are an introduction and numbered talks: see
 * heads_numbers.c.
 */
bool heads_are_numbers(const struct finder *f, size_t from);

/*
 * Whether the whole document is the notes of one talk: see single.c.  `from` is
 * as heads_after_name() says, `level` as heads_level() does; `*why` is told.
 */
bool single_is(struct finder *f, size_t from, int level, enum shape_one *why);

/*
 * Whether "Speaker:" stands above the first heading: if front matter has a title, it
 * is of the talk.
 */
bool single_is_told_above(const struct finder *f);

/*
 * Whether it would be, if files like it were: its first heading, or what is right
 * below that, tells who speaks.
 */
bool single_seems(struct finder *f);

/* Whether a heading says that slides or a recording are below it. */
bool single_has_media(const struct markdown *md);

/* Titles over lists that say who speaks: see spoken_lists.c. */

/*
 * Whether a paragraph is a title over a list that begins with "Speaker: Ann Lee", or
 * a date with a title over one of people.
 */
bool spoken_lists_over(const struct finder *f, uint32_t i);

/* Whether a list of people stands right below a heading with a date and a title. */
bool spoken_lists_headed(const struct finder *f, uint32_t list);

/* Drops the groups that are such lists; their units count no more. */
void spoken_lists_drop(struct finder *f);

/* Whether most titles in bold are over such lists. */
bool spoken_lists_seem(const struct finder *f);

/* Whether there are some, and no heading has a talk that is not among these. */
bool spoken_lists_outweigh(struct finder *f, size_t name);

/*
 * Whether the headings behind the `name` first are topics over lists of titles that
 * are links, or over such headings: see topics.c.
 */
bool topics_outweigh(struct finder *f, size_t name);

/*
 * Whether a few headings of a level, behind the `from` first, are over longer ones,
 * which are titles: see heads_longer.c.
 */
bool heads_over_longer(struct finder *f, size_t from, int level);

/* Whether the headings below that level have short names, and those of it titles. */
bool heads_over_shorter(struct finder *f, size_t from, int level);

#define FINDER_BOLD 3 /* titles in bold with names, among headings */

/*
 * Whether paragraphs have more titles in bold with who speaks than there are headings,
 * and few others are in bold: see bold_titles.c.
 */
bool bold_titles_outweigh(struct finder *f, size_t heads);

/* Returns which levels have headings of a role, as bits. */
unsigned finder_levels(const struct finder *f, enum role role);

/*
 * Takes headings for talks below one that says that talks follow, or where all name
 * who speaks and lists below others have theirs; returns enum beside bits: see
 * heads_beside.c.
 */
unsigned heads_beside_take(struct finder *f);

/*
 * Takes paragraphs and quotations for talks in sections beside those of others that
 * have none; returns enum beside bits.  See sections_beside.c.
 */
unsigned sections_beside_take(struct finder *f);

/* Among headings that are talks, few of days over links are, too: heads_dates.c. */
void heads_dates_take(struct finder *f, size_t from, int level);

#endif
