#include "source/built.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"

uint32_t
built_track(struct built *built, const struct track *track)
{
	built->tracks = mem_grow(built->tracks, &built->tracks_cap,
	    built->ntracks + 1, sizeof(*track));
	built->tracks[built->ntracks] = *track;
	return (uint32_t)built->ntracks++;
}

void
built_warn(
    struct built *built, uint32_t source, uint32_t line, const char *text)
{
	built->warnings = mem_grow(built->warnings, &built->warnings_cap,
	    built->nwarnings + 1, sizeof(*built->warnings));
	built->warnings[built->nwarnings++] = (struct warning){
	    source, line, text};
}

void
built_free(struct built *built)
{
	free(built->conferences);
	free(built->tracks);
	free(built->talks);
	free(built->warnings);
	memset(built, 0, sizeof(*built));
}
