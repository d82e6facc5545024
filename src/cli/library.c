#include "cli/library.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/print.h"
#include "lectern/base/date.h"
#include "lectern/base/json.h"
#include "lectern/base/mem.h"
#include "lectern/base/told.h"
#include "lectern/base/xdg.h"
#include "lectern/source/pause.h"
#include "lectern/system/recall.h"
#include "lectern/system/visit.h"

/* What is told of a conference. */
struct line {
	const struct source *source;
	uint32_t talks, seen;
	long long visit;
};

static void
print_line(const struct line *line, bool json)
{
	char date[DATE_BYTES];

	if (line->visit > 0)
		date_text(date, line->visit, !json);
	else
		strcpy(date, "-");
	if (!json) {
		char *path = print_masked(line->source->path);
		char *joined = line->source->joined
		    ? told_text(line->source->joined)
		    : NULL;

		printf("%u\t%u\t%s\t%s\t%s%s%s\n", line->talks, line->seen,
		    date, line->source->name, path, joined ? "\t" : "",
		    joined ? joined : "");
		free(joined);
		free(path);
		return;
	}
	printf("{\"schema\":1,\"name\":");
	json_string(stdout, line->source->name);
	printf(",\"path\":");
	json_string(stdout, line->source->path);
	printf(
	    ",\"talks\":%u,\"seen\":%u,\"visited\":", line->talks, line->seen);
	if (line->visit > 0)
		json_string(stdout, date);
	else
		printf("null");
	if (line->source->joined) {
		char *joined = told_english(line->source->joined);

		printf(",\"joined\":");
		json_string(stdout, joined);
		free(joined);
	}
	printf("}\n");
}

void
library_print(const struct notes *notes, const struct marks *marks, bool json)
{
	struct line *lines = mem_alloc(notes->nsources, sizeof(*lines));
	char *path = xdg_path(XDG_STATE, "state");
	struct recall recall = {0};

	if (path)
		recall_read(&recall, path);
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];

		if (pause_is(talk))
			continue;
		lines[talk->source].talks++;
		lines[talk->source].seen += (marks_of(marks, talk) &
						MARK_SEEN) != 0;
	}
	for (uint32_t i = 0; i < notes->nsources; i++) {
		lines[i].source = &notes->sources[i];
		lines[i].visit = visit_get(&recall, notes->sources[i].path);
		print_line(&lines[i], json);
	}
	recall_free(&recall);
	free(path);
	free(lines);
}
