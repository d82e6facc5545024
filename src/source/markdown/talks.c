#include "source/markdown/talks.h"
#include "source/markdown/open_tracks.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "source/body_data.h"
#include "source/byline.h"
#include "source/front_matter.h"
#include "source/front_notes.h"
#include "source/front_rows.h"
#include "source/markdown/below.h"
#include "source/markdown/columns.h"
#include "source/markdown/day_above.h"
#include "source/markdown/facts.h"
#include "source/markdown/file_name.h"
#include "source/markdown/finder.h"
#include "source/markdown/footnotes.h"
#include "source/markdown/label.h"
#include "source/markdown/manner.h"
#include "source/markdown/one_manner.h"
#include "source/markdown/own_link.h"
#include "source/markdown/own_name.h"
#include "source/markdown/reading.h"
#include "source/markdown/row.h"
#include "source/markdown/talk_day.h"
#include "source/markdown/talk_text.h"
#include "source/markdown/track_manner.h"
#include "source/markdown/walk.h"

#define TELL           4096 /* nodes between two words of progress */
#define CUT_CHARACTERS 100  /* of headings that the notes' maker cut */

static size_t
count_characters(const char *s)
{
	size_t n = 0;

	for (; *s; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

static void
end_talk(struct walk *w)
{
	if (w->end > 0 && w->known)
		build_own_url(w->build, w->known->url);
	else if (w->end > 0)
		build_own_url(w->build, w->own.url);
	build_end_talk(w->build);
	w->scope = w->end = 0;
	w->own = (struct own_link){0};
	w->also = (struct see_also_place){0};
	w->blocks = 0;
	w->later = NULL;
}

/* What the talk's line says that is neither title nor speakers. */
static void
add_remark(struct walk *w, const struct line *rest, uint32_t row)
{
	if (rest->len > 0) {
		const struct block block = walk_block_of(
		    w, BLOCK_PARAGRAPH, rest, row);

		build_remark(w->build, &block, walk_only_url(rest));
	}
}

/* Begins a talk of that text. */
static struct talk *
begin_talk(struct walk *w, uint32_t scope, uint32_t end,
    const struct talk_text *text, uint32_t row)
{
	struct reading reading = {.title = text->line};
	struct talk *talk;

	if (w->manner)
		reading = reading_of(w->arena, w->manner, text);
	talk = build_talk(w->build, reading.title.text, row);
	talk->speakers = reading.speakers;
	talk->nspeakers = notes_count_speakers(reading.nspeakers);
	facts_give(&reading.facts, talk);
	labelled_give(&text->labelled, talk);
	if (talk->nspeakers == 0) {
		talk->speakers = w->hosts.name;
		talk->nspeakers = notes_count_speakers(w->hosts.n);
	}
	w->named = reading.whole;
	w->scope = scope;
	w->end = end;
	day_above_give(w, talk);
	walk_note_links(w, &text->line);
	if (w->manner)
		w->own.want = (enum corrections_link)w->manner->link;
	w->own.title = reading.title.text;
	w->own.title_len = reading.title.len;
	w->own.talk = talk;
	own_link_look(&w->own, reading.over ? &text->below[0] : &text->line,
	    OWN_TITLE, reading.from, reading.to);
	if (w->manner)
		add_remark(w, &reading.rest, row);
	return talk;
}

/* Adds the lines of a talk's own paragraph that are not its title. */
static void
add_rest_of(struct walk *w, uint32_t i, const struct talk_text *text)
{
	const struct md_node *line = walk_node(w, i);

	own_link_look(&w->own, &line->text, OWN_BELOW, 0, 0);
	if (text->stacked) {
		const struct block block = walk_block_of(
		    w, BLOCK_PARAGRAPH, &line->text, line->row);

		build_remark(w->build, &block, NULL);
		return;
	}
	if (text->line.len < line->text.len)
		walk_add_rest(w, &line->text, text->line.len, line->row);
}

/* The end of a row and those below it that go on with it. */
static uint32_t
rows_end(const struct markdown *md, const struct shape *shape, uint32_t row)
{
	uint32_t end = md->node[md->node[row].parent].end;

	do
		row = md->node[row].end;
	while (
	    row < end && shape->role[row] == ROLE_BODY && row_goes_on(md, row));
	return row;
}

uint32_t
talks_end(const struct markdown *md, const struct shape *shape, uint32_t i)
{
	const struct md_node *node = &md->node[i];
	uint32_t next = node->end;

	if (node->kind == MD_ROW)
		return rows_end(md, shape, i);
	return node->kind == MD_ITEM && next + 1 < md->n &&
		md->node[next].parent == node->parent &&
		shape->role[next] == ROLE_BODY &&
		md->node[next].kind == MD_ITEM &&
		richtext_is_url(&md->node[next + 1].text)
	    ? md->node[next].end
	    : next;
}

/*
 * Takes an event with its talk below for a track; what is no such event is in the
 * track around them.
 */
static void
go_to_event(struct walk *w, const struct md_node *node, struct talk_text *text)
{
	const struct manner *manner = w->manner;

	if (!manner || !manner->titled || manner->persons ||
	    node->kind != MD_HEADING || node->text.len == 0)
		return;
	/* "Evening 12 - Title" is no event. */
	text->event = text->title.len > 0 &&
	    !memmem(node->text.text, node->text.len, text->title.text,
		text->title.len);
	if (text->event)
		walk_go_to_track(w, node->text.text, node->row);
	else
		build_in_track(w->build, w->track);
}

/* Begins the talk that node `i` is; returns the node after its line. */
static uint32_t
take_talk(struct walk *w, uint32_t i)
{
	const struct md_node *node = walk_node(w, i);
	const struct columns *columns = node->kind == MD_ROW ? row_columns(w, i)
							     : NULL;
	const struct line *own =
	    &walk_node(w, node->kind == MD_ITEM ? i + 1 : i)->text;
	bool below;
	struct talk_text text;
	struct talk *talk;
	uint32_t next;

	end_talk(w);
	if (w->heads)
		w->manner = track_manner_of(w->heads, w->md, i);
	below = w->manner &&
	    (w->manner->look || below_speaker(own) == NAMES_SURE);
	open_tracks_leave(w, node);
	if (columns)
		row_go_to_track(w, i, columns);
	next = talk_text_read(
	    w->arena, w->md, w->shape, i, columns, below, &text);
	if (w->manner && !below &&
	    (w->manner->labelled || w->manner->tracked)) {
		struct talk_text more;

		talk_text_read(
		    w->arena, w->md, w->shape, i, columns, true, &more);
		text.labelled = more.labelled;
	}
	if (w->manner && w->manner->tracked && text.labelled.track)
		walk_go_to_track(w, text.labelled.track, node->row);
	go_to_event(w, node, &text);
	text.stays = walk_may_stay(w, text.line.text);
	talk = begin_talk(w,
	    node->kind == MD_ITEM || node->kind == MD_ROW ? i : 0,
	    node->kind == MD_ITEM || node->kind == MD_ROW
		? talks_end(w->md, w->shape, i)
		: (uint32_t)w->md->n,
	    &text, node->row);
	if (node->kind == MD_ROW || node->kind == MD_ITEM)
		w->list = node->parent;
	if (node->kind == MD_ROW) {
		row_add_people(w, talk, i, columns);
		row_add_cells(w, talk, i, columns, text.line.len);
	} else if (node->kind != MD_HEADING && next > i)
		add_rest_of(w, node->kind == MD_PARAGRAPH ? i : i + 1, &text);
	if (node->kind == MD_HEADING && node->text.len >= CUT_CHARACTERS &&
	    count_characters(node->text.text) == CUT_CHARACTERS)
		build_warn(
		    w->build, node->row, N_("heading cut at 100 characters"));
	walk_end_texts(w, talk);
	return next;
}

/* Keeps the track around item or row `i`, which is one, too, up to `end`. */
static void
go_into(struct walk *w, uint32_t i, uint32_t end)
{
	struct outer *outer = arena_alloc(w->arena, sizeof(*outer));

	*outer = (struct outer){
	    w->outer, end, walk_node(w, i)->parent, w->track, w->hosts};
	w->outer = outer;
}

/* Goes back to the track around items that are tracks, behind them. */
static void
go_out(struct walk *w, uint32_t i)
{
	for (; w->outer && w->outer->end <= i; w->outer = w->outer->outer) {
		if (w->outer->parent != walk_node(w, i)->parent)
			continue;
		end_talk(w);
		w->track = w->outer->track;
		w->hosts = w->outer->hosts;
		build_in_track(w->build, w->track);
	}
}

/* Begins the track that node `i` is; returns the node after its line. */
static uint32_t
take_track(struct walk *w, uint32_t i)
{
	const struct md_node *node = walk_node(w, i);

	end_talk(w);
	if (node->kind == MD_ROW) {
		const char *name = row_name(w, i);
		uint32_t end = row_session_end(w, i);

		if (end > 0)
			go_into(w, i, end);
		w->track = build_track(w->build, name, node->row);
		if (row_says_more(w, i, name))
			walk_add_row(w, i);
		return node->end;
	}
	if (node->kind == MD_ITEM) {
		go_into(w, i, node->end);
		node = walk_node(w, ++i);
	}
	open_tracks_begin(w, node);
	return i + 1;
}

/* A talk in a cell: when it begins stands in the first one of its row. */
static void
take_cell(struct walk *w, uint32_t cell, const struct line *when)
{
	const struct md_node *node = walk_node(w, cell);
	struct talk_text text;
	struct facts facts = facts_read(w->arena, when, when->len, when->len);
	struct talk *talk;

	talk_text_read(w->arena, w->md, w->shape, cell, NULL,
	    w->manner && w->manner->look, &text);
	talk = begin_talk(w, cell, node->end, &text, node->row);
	talk->start = facts.start;
	if (facts.minutes > 0)
		talk->minutes = facts.minutes;
	if (facts.told < when->len)
		add_remark(w, when, node->row);
	add_rest_of(w, cell, &text);
	end_talk(w);
}

/* What a row of a programme with a hall a column has. */
static void
take_hall_row(struct walk *w, uint32_t row, const uint32_t track[HALLS_MOST])
{
	uint32_t n = walk_node(w, row)->end - row - 1;
	bool any = false;

	for (uint32_t k = 1; k < n; k++) {
		uint32_t cell = columns_cell(w->md, row, k);

		if (cell == 0 || w->shape->role[cell] != ROLE_TALK)
			continue;
		build_in_track(w->build, track[k]);
		take_cell(w, cell, &walk_node(w, row + 1)->text);
		any = true;
	}
	if (!any)
		build_in_track(w->build, track[1]);
	for (uint32_t k = 1; any && k < n; k++) {
		uint32_t cell = columns_cell(w->md, row, k);

		if (cell == 0 || w->shape->role[cell] == ROLE_TALK)
			continue;
		build_in_track(w->build, track[k]);
		walk_add_block(
		    w, cell, BLOCK_BULLET, &walk_node(w, cell)->text);
	}
	if (!any)
		walk_add_row(w, row);
}

/* A programme with a hall a column; returns the node after it. */
static uint32_t
take_halls(struct walk *w, uint32_t table)
{
	uint32_t head = table + 1, end = walk_node(w, table)->end;
	uint32_t track[HALLS_MOST] = {0};

	end_talk(w);
	walk_leave_aside(w, head);
	w->list = table;
	for (uint32_t k = 1; k < HALLS_MOST; k++) {
		uint32_t cell = columns_cell(w->md, head, k);

		track[k] = cell > 0
		    ? build_track(w->build, walk_node(w, cell)->text.text,
			  walk_node(w, head)->row)
		    : track[k - 1];
	}
	for (uint32_t row = walk_node(w, head)->end; row < end;
	     row = walk_node(w, row)->end)
		take_hall_row(w, row, track);
	return end;
}

/* The name of the document; as a talk's it is kept where it says more. */
static void
take_name(struct walk *w, uint32_t i)
{
	const struct line *line = &walk_node(w, i)->text;

	walk_add_links(w, line, line->len, walk_node(w, i)->row);
	if (w->one && line->len > 0 && strcmp(line->text, w->one) != 0)
		walk_add_block(w, i, BLOCK_LABEL, line);
}

/* Goes on to node `i`, behind what stands before it. */
static void
go_to(struct walk *w, uint32_t i)
{
	if (w->md->footnotes)
		footnotes_pass(w, i);
	if (w->end > 0 && i >= w->end)
		end_talk(w);
	if (w->outer)
		go_out(w, i);
	if (walk_node(w, i)->badges)
		build_left_aside(
		    w->build, walk_node(w, i)->row, 1, N_("badges"));
	day_above_look(w, i);
}

static void
walk(struct walk *w)
{
	for (uint32_t i = 1, told = 0; i < w->md->n;) {
		/* The second half of the work. */
		if (i - told >= TELL) {
			told = i;
			if (!build_tell(w->build, w->md->n + i, 2 * w->md->n))
				break;
			walk_forget(w, i);
		}
		go_to(w, i);
		switch (w->shape->role[i]) {
		case ROLE_NAME:
			take_name(w, i++);
			break;
		case ROLE_TRACK:
			i = take_track(w, i);
			break;
		case ROLE_GROUP:
			end_talk(w);
			build_track(
			    w->build, row_name(w, i), walk_node(w, i)->row);
			i = take_talk(w, i);
			break;
		case ROLE_TALK:
			i = take_talk(w, i);
			break;
		case ROLE_SLOT:
			end_talk(w);
			i++;
			break;
		case ROLE_HALLS:
			i = take_halls(w, i);
			break;
		case ROLE_ASIDE:
			end_talk(w);
			if (!footnotes_follow(w, i))
				walk_tell_aside(w, i);
			i = walk_add_body(w, i);
			break;
		case ROLE_UNSOUGHT:
			end_talk(w);
			w->list = walk_node(w, i)->parent;
			i = talks_end(w->md, w->shape, i);
			break;
		case ROLE_SKIP:
			walk_leave_aside(w, i);
			i = walk_node(w, i)->end;
			break;
		default:
			i = w->md->footnotes ? footnotes_add_body(w, i)
					     : walk_add_body(w, i);
			break;
		}
	}
	end_talk(w);
}

static struct line
line_of(const char *text)
{
	uint32_t len = (uint32_t)strlen(text);

	return (struct line){.text = text, .len = len, .first = len};
}

/* Whether people stand there by names of files: "ann-one, bob_two". */
static bool
is_slug(const char *people)
{
	const char *dash = strpbrk(people, "-_");

	return dash && dash > people && text_ascii_letter(dash[-1]) &&
	    text_ascii_letter(dash[1]) &&
	    people[strspn(
		people, "abcdefghijklmnopqrstuvwxyz0123456789-_, ")] == '\0';
}

/* Begins the talk that all of the document is. */
static bool
begin_one(struct walk *w, const char *own_name, const char *name,
    const struct front_matter *front, struct manner *own)
{
	uint32_t end = (uint32_t)w->md->n, i = 1;
	struct manner manner;
	struct talk_text text = {.line = {.text = ""}};
	const struct file_name file = file_name_read(w->arena, name);
	struct talk *talk;

	own->one_title = front->title ? OF_ONE_FRONT
	    : own_name                ? OF_ONE_NAME
				      : OF_ONE_FILE;
	name = front->title ? front->title : own_name ? own_name : file.title;
	text.line = line_of(name);

	if (i < end && w->shape->role[i] == ROLE_NAME)
		i++;
	talk_text_below(w->arena, w->md, w->shape, i, end, NULL, &text);
	talk_text_people(w->arena, w->md, i, end, &text);
	if (!front->title)
		one_manner_of_person(w->md, i, &text);
	own->one_speakers = text.speakers.len > 0 ? OF_ONE_LINE : OF_ONE_FRONT;
	if (text.speakers.len == 0 && front->speakers)
		text.speakers = line_of(front->speakers);
	else if (text.speakers.len == 0 && front->authors &&
	    single_has_media(w->md))
		text.speakers = line_of(front->authors);
	one_manner_find(w->arena, &manner, &text,
	    front_matter_is_full(front) && front->title);
	manner.link = own->link;
	w->manner = &manner;
	if (front->track || front->category)
		build_track(
		    w->build, front->track ? front->track : front->category, 1);
	talk = begin_talk(w, 0, end, &text, 1);
	w->manner = own;
	if (talk->nspeakers == 0 && front->speakers &&
	    is_slug(front->speakers)) {
		size_t n;

		talk->speakers = byline_list(w->arena, front->speakers, &n);
		talk->nspeakers = notes_count_speakers(n);
	}
	talk_day_set(w, talk, front->date, i, file.day);
	front_notes_build(w->build, front, talk);
	if (front->url || front->page)
		own_link_given(&w->own, front->url ? front->url : front->page);
	else
		own_link_slides(&w->own, front->slides);
	if (front_notes_of_page(front) && talk->nspeakers == 0)
		build_page(w->build);
	w->one = name;
	if (talk->nspeakers == 0)
		own->one_speakers = OF_ONE_NOTHING;
	else if (text.speakers.len == 0)
		own->one_speakers = one_manner_speakers(&manner);
	own->one_place = manner.place;
	return talk->nspeakers > 0;
}

const char *
talks_build(struct build *build, const struct markdown *md,
    const struct shape *shape, struct manner *manner, const char *name,
    const struct front_matter *front)
{
	struct walk w = {
	    .build = build,
	    .arena = build_arena(build),
	    .md = md,
	    .shape = shape,
	    .manner = manner,
	    .heads = manner->lists || manner->passages || manner->heads ||
		    manner->track
		? manner
		: NULL,
	    .track = BUILT_NO_TRACK,
	};
	const char *own_name = own_name_find(&w);

	build_take_paths(build);
	w.one = front->title;
	if (shape->kind == SHAPE_ONE)
		front_rows_tell_one(
		    build, front, begin_one(&w, own_name, name, front, manner));
	else
		front_rows_tell(build, front);
	walk_make_room(&w);
	walk(&w);
	strmap_free(&w.tracks);
	if (md->footnotes)
		footnotes_end(&w);
	build_end(build);
	return own_name;
}

/* The links of remarks: words that are cut may read as a link. */
static void
note_remarks(struct walk *w, const struct body *body)
{
	for (uint32_t i = 0; i < body->nblocks; i++) {
		const struct block *block = &body->blocks[i];

		walk_note_links(w,
		    &(struct line){
			.spans = block->spans, .nspans = block->nspans});
	}
}

void
talks_build_notes(
    struct build *build, const struct markdown *md, const struct talk *known)
{
	struct walk w = {
	    .build = build,
	    .arena = build_arena(build),
	    .md = md,
	    .known = known,
	    .end = (uint32_t)md->n,
	};

	build_take_paths(build);
	build_talk(build, "", 1);
	walk_note_links(&w, &walk_node(&w, 1)->text);
	note_remarks(&w, known->body);
	for (uint32_t i = 2; i < md->n;)
		i = walk_add_body(&w, i);
	end_talk(&w);
	build_end(build);
}
