#include <stdlib.h>

#include "lectern/system/config.h"

void
config_free(struct config *config)
{
	for (size_t i = 0; i < config->nbindings; i++) {
		free(config->bindings[i].key);
		free(config->bindings[i].command);
	}
	free(config->bindings);
	for (size_t i = 0; i < config->nviews; i++) {
		free(config->views[i].name);
		free(config->views[i].query);
	}
	free(config->views);
	for (size_t i = 0; i < config->ncolors; i++) {
		free(config->colors[i].element);
		free(config->colors[i].look);
	}
	free(config->colors);
	for (size_t i = 0; i < config->nsources; i++) {
		free(config->sources[i].path);
		free(config->sources[i].words);
	}
	free(config->sources);
	for (size_t i = 0; i < config->nlibrary; i++)
		free(config->library[i]);
	free(config->library);
	for (size_t i = 0; i < config->ntranscripts; i++)
		free(config->transcripts[i]);
	free(config->transcripts);
	for (size_t i = 0; i < config->nfaults; i++)
		free(config->faults[i].text);
	free(config->faults);
	for (size_t i = 0; i < CONFIG_SETTINGS; i++)
		free(config->given[i]);
	free(config->opener);
	free(config->sync);
	free(config->player);
	free(config->copier);
	*config = (struct config){0};
}
