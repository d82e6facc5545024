#include "lectern/base/progress.h"

bool
progress_tell(struct progress *progress, size_t done, size_t total)
{
	if (!progress)
		return true;
	if (!progress->stopped && !progress->tell(progress->user, done, total))
		progress->stopped = true;
	return !progress->stopped;
}

bool
progress_stopped(const struct progress *progress)
{
	return progress && progress->stopped;
}
