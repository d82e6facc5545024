#include "lectern/marks/export.h"

#include <string.h>

#include "marks/export_codes.h"

/* Writes text of several lines, each behind `before`. */
static void
put_lines(FILE *out, const char *before, const char *s)
{
	for (size_t len; *s; s += len + (s[len] == '\n')) {
		len = strcspn(s, "\n");
		fprintf(out, "%s%.*s\n", len > 0 ? before : "", (int)len, s);
	}
}

void
export_plain(FILE *out, const struct export *what)
{
	struct export_list list = export_list_make(what);
	const char *track = NULL, *text;

	for (size_t i = 0; i < list.n; i++) {
		const struct export_entry *entry = &list.entry[i];
		const char *name = export_list_track(entry);

		if (!track || strcmp(name, track) != 0)
			fprintf(out, "%s%s\n", i > 0 ? "\n" : "", name);
		track = name;
		putc('\n', out);
		put_lines(out, "  ", entry->title);
		put_lines(out, "    ", entry->speakers);
		if (entry->url)
			put_lines(out, "    ", entry->url);
		put_lines(out, "    ", export_list_marks(&list, entry->mark));
		for (size_t row = 0;
		     (text = export_list_text(entry->mark, &row));)
			put_lines(out, "    | ",
			    export_codes_plain(&list, entry, text));
	}
	export_list_free(&list);
}
