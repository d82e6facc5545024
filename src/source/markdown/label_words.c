#include "source/markdown/label_words.h"

#include <stdatomic.h>
#include <string.h>

/* A word that, alone or with few others, makes a label of its kind. */
struct known {
	const char *word;
	enum label_kind kind;
};

/*
 * In small letters, sorted by their bytes.  A label is told by all of its words,
 * so that "Slides and other mountains" is a title.
 */
static const struct known known[] = {
    {"abendessen", LABEL_BREAK},
    {"about", LABEL_ASIDE},
    {"abstract", LABEL_LINK},
    {"accueil", LABEL_BREAK},
    {"acknowledgements", LABEL_ASIDE},
    {"acknowledgments", LABEL_ASIDE},
    {"action", LABEL_PART},
    {"actions", LABEL_PART},
    {"afterparty", LABEL_BREAK},
    {"agenda", LABEL_PART},
    {"al", LABEL_AROUND},
    {"almo\xc3\xa7o", LABEL_BREAK},
    {"almuerzo", LABEL_BREAK},
    {"answers", LABEL_PART},
    {"apresentador", LABEL_SPEAKER},
    {"apresentadora", LABEL_SPEAKER},
    {"ap\xc3\xa9ritif", LABEL_BREAK},
    {"ap\xc3\xa9ro", LABEL_BREAK},
    {"article", LABEL_LINK},
    {"articles", LABEL_OTHERS},
    {"artikel", LABEL_OTHERS},
    {"audio", LABEL_LINK},
    {"author", LABEL_SPEAKER},
    {"authors", LABEL_SPEAKER},
    {"background", LABEL_PART},
    {"bio", LABEL_PART},
    {"blog", LABEL_LINK},
    {"blogs", LABEL_OTHERS},
    {"books", LABEL_OTHERS},
    {"borrel", LABEL_BREAK},
    {"break", LABEL_BREAK},
    {"breakfast", LABEL_BREAK},
    {"brunch", LABEL_BREAK},
    {"buffet", LABEL_BREAK},
    {"by", LABEL_SPEAKER},
    {"caff\xc3\xa8", LABEL_BREAK},
    {"caf\xc3\xa9", LABEL_BREAK},
    {"cena", LABEL_BREAK},
    {"chair", LABEL_FACT},
    {"changelog", LABEL_ASIDE},
    {"check-in", LABEL_BREAK},
    {"closing", LABEL_AROUND},
    {"code", LABEL_LINK},
    {"coffee", LABEL_BREAK},
    {"coffee-break", LABEL_BREAK},
    {"colazione", LABEL_BREAK},
    {"comida", LABEL_BREAK},
    {"conclusion", LABEL_PART},
    {"conclusions", LABEL_PART},
    {"conference", LABEL_AROUND},
    {"conferencista", LABEL_SPEAKER},
    {"conferencistas", LABEL_SPEAKER},
    {"conf\xc3\xa9rencier", LABEL_SPEAKER},
    {"conf\xc3\xa9renciers", LABEL_SPEAKER},
    {"conf\xc3\xa9renci\xc3\xa8re", LABEL_SPEAKER},
    {"content", LABEL_CONTENTS},
    {"contents", LABEL_CONTENTS},
    {"contribute", LABEL_ASIDE},
    {"contributing", LABEL_ASIDE},
    {"contribution", LABEL_ASIDE},
    {"contributions", LABEL_ASIDE},
    {"contributors", LABEL_ASIDE},
    {"credenciamento", LABEL_BREAK},
    {"credits", LABEL_ASIDE},
    {"da", LABEL_AROUND},
    {"data", LABEL_FACT},
    {"date", LABEL_FACT},
    {"datum", LABEL_FACT},
    {"de", LABEL_AROUND},
    {"deck", LABEL_SLIDES},
    {"demo", LABEL_LINK},
    {"desayuno", LABEL_BREAK},
    {"descanso", LABEL_BREAK},
    {"description", LABEL_PART},
    {"diapos", LABEL_SLIDES},
    {"diapositivas", LABEL_SLIDES},
    {"dinner", LABEL_BREAK},
    {"disclaimer", LABEL_ASIDE},
    {"discussion", LABEL_PART},
    {"do", LABEL_AROUND},
    {"doors", LABEL_BREAK},
    {"drinks", LABEL_BREAK},
    {"du", LABEL_AROUND},
    {"duration", LABEL_FACT},
    {"d\xc3\xa9jeuner", LABEL_BREAK},
    {"d\xc3\xaener", LABEL_BREAK},
    {"einlass", LABEL_BREAK},
    {"el\xc5\x91"
     "ad\xc3\xb3",
	LABEL_SPEAKER},
    {"et", LABEL_AROUND},
    {"event", LABEL_FACT},
    {"examples", LABEL_LINK},
    {"expositor", LABEL_SPEAKER},
    {"expositora", LABEL_SPEAKER},
    {"fecha", LABEL_FACT},
    {"feedback", LABEL_LINK},
    {"fika", LABEL_BREAK},
    {"files", LABEL_LINK},
    {"folien", LABEL_SLIDES},
    {"footnotes", LABEL_ASIDE},
    {"foredragsholder", LABEL_SPEAKER},
    {"foredragsholdere", LABEL_SPEAKER},
    {"frokost", LABEL_BREAK},
    {"fr\xc3\xbchst\xc3\xbc"
     "ck",
	LABEL_BREAK},
    {"github", LABEL_LINK},
    {"grabaci\xc3\xb3n", LABEL_VIDEO},
    {"guidelines", LABEL_ASIDE},
    {"handout", LABEL_LINK},
    {"here", LABEL_LINK},
    {"highlights", LABEL_PART},
    {"host", LABEL_FACT},
    {"hour", LABEL_AROUND},
    {"html", LABEL_LINK},
    {"ideas", LABEL_PART},
    {"imbiss", LABEL_BREAK},
    {"impression", LABEL_PART},
    {"impressions", LABEL_PART},
    {"index", LABEL_CONTENTS},
    {"inloop", LABEL_BREAK},
    {"insights", LABEL_PART},
    {"intervalo", LABEL_BREAK},
    {"intervenant", LABEL_SPEAKER},
    {"intervenante", LABEL_SPEAKER},
    {"intervenantes", LABEL_SPEAKER},
    {"intervenants", LABEL_SPEAKER},
    {"introduction", LABEL_PART},
    {"items", LABEL_PART},
    {"jantar", LABEL_BREAK},
    {"kaffe", LABEL_BREAK},
    {"kaffee", LABEL_BREAK},
    {"kaffeepause", LABEL_BREAK},
    {"kaffepaus", LABEL_BREAK},
    {"kaffepause", LABEL_BREAK},
    {"kawowa", LABEL_BREAK},
    {"keynotes", LABEL_PART},
    {"koffie", LABEL_BREAK},
    {"koffiepauze", LABEL_BREAK},
    {"kolacja", LABEL_BREAK},
    {"konu\xc5\x9fmac\xc4\xb1", LABEL_SPEAKER},
    {"konu\xc5\x9fmac\xc4\xb1lar", LABEL_SPEAKER},
    {"k\xc3\xa1vy", LABEL_BREAK},
    {"la", LABEL_AROUND},
    {"language", LABEL_FACT},
    {"le", LABEL_AROUND},
    {"learnings", LABEL_PART},
    {"length", LABEL_FACT},
    {"lessons", LABEL_PART},
    {"level", LABEL_FACT},
    {"licence", LABEL_ASIDE},
    {"license", LABEL_ASIDE},
    {"link", LABEL_LINK},
    {"links", LABEL_LINK},
    {"lists", LABEL_ASIDE},
    {"local", LABEL_FACT},
    {"location", LABEL_FACT},
    {"lunch", LABEL_BREAK},
    {"lunchbreak", LABEL_BREAK},
    {"lunchpauze", LABEL_BREAK},
    {"lunchrast", LABEL_BREAK},
    {"materiales", LABEL_LINK},
    {"materials", LABEL_LINK},
    {"min", LABEL_AROUND},
    {"mins", LABEL_AROUND},
    {"minutes", LABEL_AROUND},
    {"mittagessen", LABEL_BREAK},
    {"mittagspause", LABEL_BREAK},
    {"mittagspausen", LABEL_BREAK},
    {"moderator", LABEL_FACT},
    {"mp3", LABEL_LINK},
    {"na", LABEL_AROUND},
    {"networking", LABEL_BREAK},
    {"newsletters", LABEL_OTHERS},
    {"notes", LABEL_LINK},
    {"o", LABEL_AROUND},
    {"obed", LABEL_BREAK},
    {"obiad", LABEL_BREAK},
    {"ob\xc4\x9b"
     "d",
	LABEL_BREAK},
    {"opening", LABEL_AROUND},
    {"orador", LABEL_SPEAKER},
    {"oradora", LABEL_SPEAKER},
    {"oradores", LABEL_SPEAKER},
    {"orateur", LABEL_SPEAKER},
    {"orateurs", LABEL_SPEAKER},
    {"oratrice", LABEL_SPEAKER},
    {"ort", LABEL_FACT},
    {"outline", LABEL_PART},
    {"overview", LABEL_PART},
    {"palestrante", LABEL_SPEAKER},
    {"palestrantes", LABEL_SPEAKER},
    {"panelists", LABEL_SPEAKER},
    {"papers", LABEL_OTHERS},
    {"para", LABEL_AROUND},
    {"party", LABEL_BREAK},
    {"pausa", LABEL_BREAK},
    {"pause", LABEL_BREAK},
    {"pause-caf\xc3\xa9", LABEL_BREAK},
    {"pausen", LABEL_BREAK},
    {"pauze", LABEL_BREAK},
    {"pdf", LABEL_LINK},
    {"petit-d\xc3\xa9jeuner", LABEL_BREAK},
    {"place", LABEL_FACT},
    {"playlist", LABEL_LINK},
    {"podcasts", LABEL_OTHERS},
    {"points", LABEL_PART},
    {"ponente", LABEL_SPEAKER},
    {"ponentes", LABEL_SPEAKER},
    {"posts", LABEL_OTHERS},
    {"ppt", LABEL_SLIDES},
    {"pranzo", LABEL_BREAK},
    {"prelegenci", LABEL_SPEAKER},
    {"prelegent", LABEL_SPEAKER},
    {"prelegentka", LABEL_SPEAKER},
    {"presentaci\xc3\xb3n", LABEL_SLIDES},
    {"presentador", LABEL_SPEAKER},
    {"presentadora", LABEL_SPEAKER},
    {"presentation", LABEL_SLIDES},
    {"presented", LABEL_SPEAKER},
    {"presenter", LABEL_SPEAKER},
    {"presenter(s)", LABEL_SPEAKER},
    {"presenters", LABEL_SPEAKER},
    {"przerwa", LABEL_BREAK},
    {"puhuja", LABEL_SPEAKER},
    {"pyvideo", LABEL_LINK},
    {"p\xc5\x99"
     "edn\xc3\xa1\xc5\xa1"
     "ej\xc3\xad"
     "c\xc3\xad",
	LABEL_SPEAKER},
    {"p\xc5\x99"
     "est\xc3\xa1vka",
	LABEL_BREAK},
    {"q&a", LABEL_PART},
    {"qa", LABEL_PART},
    {"question", LABEL_PART},
    {"questions", LABEL_PART},
    {"quotes", LABEL_PART},
    {"rating", LABEL_FACT},
    {"reception", LABEL_BREAK},
    {"recording", LABEL_VIDEO},
    {"recordings", LABEL_VIDEO},
    {"redner", LABEL_SPEAKER},
    {"rednerin", LABEL_SPEAKER},
    {"references", LABEL_ASIDE},
    {"referent", LABEL_SPEAKER},
    {"referenten", LABEL_SPEAKER},
    {"referentin", LABEL_SPEAKER},
    {"referentinnen", LABEL_SPEAKER},
    {"registration", LABEL_BREAK},
    {"registrazione", LABEL_BREAK},
    {"registrierung", LABEL_BREAK},
    {"registro", LABEL_BREAK},
    {"rejestracja", LABEL_BREAK},
    {"relatore", LABEL_SPEAKER},
    {"relatori", LABEL_SPEAKER},
    {"relatrice", LABEL_SPEAKER},
    {"repo", LABEL_LINK},
    {"repository", LABEL_LINK},
    {"resource", LABEL_ASIDE},
    {"resources", LABEL_ASIDE},
    {"room", LABEL_FACT},
    {"script", LABEL_LINK},
    {"slajdy", LABEL_SLIDES},
    {"slide", LABEL_SLIDES},
    {"slide-deck", LABEL_SLIDES},
    {"slidedeck", LABEL_SLIDES},
    {"slides", LABEL_SLIDES},
    {"slideshare", LABEL_SLIDES},
    {"snacks", LABEL_BREAK},
    {"social", LABEL_AROUND},
    {"source", LABEL_LINK},
    {"speaker", LABEL_SPEAKER},
    {"speaker(s)", LABEL_SPEAKER},
    {"speakerdeck", LABEL_SLIDES},
    {"speakers", LABEL_SPEAKER},
    {"speakers'", LABEL_AROUND},
    {"sponsors", LABEL_ASIDE},
    {"sprecher", LABEL_SPEAKER},
    {"sprecherin", LABEL_SPEAKER},
    {"sprecherinnen", LABEL_SPEAKER},
    {"spreker", LABEL_SPEAKER},
    {"sprekers", LABEL_SPEAKER},
    {"status", LABEL_FACT},
    {"steps", LABEL_PART},
    {"summary", LABEL_PART},
    {"sunum", LABEL_SLIDES},
    {"tags", LABEL_FACT},
    {"takeaway", LABEL_PART},
    {"takeaways", LABEL_PART},
    {"talare", LABEL_SPEAKER},
    {"tea", LABEL_BREAK},
    {"teatime", LABEL_BREAK},
    {"teepause", LABEL_BREAK},
    {"tema", LABEL_TITLE},
    {"thema", LABEL_TITLE},
    {"thoughts", LABEL_PART},
    {"time", LABEL_FACT},
    {"timestamps", LABEL_PART},
    {"titel", LABEL_TITLE},
    {"title", LABEL_TITLE},
    {"titre", LABEL_TITLE},
    {"tldr", LABEL_PART},
    {"toc", LABEL_CONTENTS},
    {"topic", LABEL_TITLE},
    {"track", LABEL_FACT},
    {"transcript", LABEL_LINK},
    {"twitter", LABEL_LINK},
    {"und", LABEL_AROUND},
    {"url", LABEL_LINK},
    {"venue", LABEL_FACT},
    {"video", LABEL_VIDEO},
    {"videos", LABEL_VIDEO},
    {"vid\xc3\xa9o", LABEL_VIDEO},
    {"vimeo", LABEL_VIDEO},
    {"vortragende", LABEL_SPEAKER},
    {"vortragenden", LABEL_SPEAKER},
    {"vortragender", LABEL_SPEAKER},
    {"watch", LABEL_VIDEO},
    {"website", LABEL_LINK},
    {"websites", LABEL_OTHERS},
    {"when", LABEL_FACT},
    {"where", LABEL_FACT},
    {"youtube", LABEL_VIDEO},
    {"\xd0\x90\xd1\x84\xd1\x82\xd0\xb5\xd0\xbf\xd0\xb0\xd1\x82\xd0\xb8",
	LABEL_BREAK},
    {"\xd0\x97\xd0\xb0\xd0\xb2\xd1\x82\xd1\x80\xd0\xb0\xd0\xba", LABEL_BREAK},
    {"\xd0\x9a\xd0\xbe\xd1\x84\xd0\xb5-"
     "\xd0\xb1\xd1\x80\xd0\xb5\xd0\xb9\xd0\xba",
	LABEL_BREAK},
    {"\xd0\x9e\xd0\xb1\xd0\xb5\xd0\xb4", LABEL_BREAK},
    {"\xd0\x9e\xd0\xb1\xd1\x96\xd0\xb4", LABEL_BREAK},
    {"\xd0\x9f\xd0\xb5\xd1\x80\xd0\xb5\xd1\x80\xd0\xb2\xd0\xb0", LABEL_BREAK},
    {"\xd0\x9f\xd0\xb5\xd1\x80\xd0\xb5\xd1\x80\xd1\x8b\xd0\xb2", LABEL_BREAK},
    {"\xd0\xa0\xd0\xb5\xd0\xb3\xd0\xb8\xd1\x81\xd1\x82\xd1\x80\xd0\xb0\xd1\x86"
     "\xd0\xb8\xd1\x8f",
	LABEL_BREAK},
    {"\xd0\xa3\xd0\xb6\xd0\xb8\xd0\xbd", LABEL_BREAK},
    {"\xd0\xb0\xd0\xb2\xd1\x82\xd0\xbe\xd1\x80", LABEL_SPEAKER},
    {"\xd0\xb0\xd0\xb2\xd1\x82\xd0\xbe\xd1\x80\xd1\x8b", LABEL_SPEAKER},
    {"\xd0\xb0\xd1\x84\xd1\x82\xd0\xb5\xd0\xbf\xd0\xb0\xd1\x82\xd0\xb8",
	LABEL_BREAK},
    {"\xd0\xb2\xd0\xb8\xd0\xb4\xd0\xb5\xd0\xbe", LABEL_VIDEO},
    {"\xd0\xb4\xd0\xbe\xd0\xba\xd0\xbb\xd0\xb0\xd0\xb4\xd1\x87\xd0\xb8\xd0\xba",
	LABEL_SPEAKER},
    {"\xd0\xb4\xd0\xbe\xd0\xba\xd0\xbb\xd0\xb0\xd0\xb4\xd1\x87\xd0\xb8\xd0\xba"
     "\xd0\xb8",
	LABEL_SPEAKER},
    {"\xd0\xb4\xd0\xbe\xd0\xba\xd0\xbb\xd0\xb0\xd0\xb4\xd1\x87\xd0\xb8\xd1\x86"
     "\xd0\xb0",
	LABEL_SPEAKER},
    {"\xd0\xb4\xd0\xbe\xd0\xbf\xd0\xbe\xd0\xb2\xd1\x96\xd0\xb4\xd0\xb0\xd1\x87",
	LABEL_SPEAKER},
    {"\xd0\xb4\xd0\xbe\xd0\xbf\xd0\xbe\xd0\xb2\xd1\x96\xd0\xb4\xd0\xb0\xd1\x87"
     "\xd0\xba\xd0\xb0",
	LABEL_SPEAKER},
    {"\xd0\xb7\xd0\xb0", LABEL_AROUND},
    {"\xd0\xb7\xd0\xb0\xd0\xb2\xd1\x82\xd1\x80\xd0\xb0\xd0\xba", LABEL_BREAK},
    {"\xd0\xb7\xd0\xb0\xd0\xbf\xd0\xb8\xd1\x81\xd1\x8c", LABEL_VIDEO},
    {"\xd0\xb8", LABEL_AROUND},
    {"\xd0\xba\xd0\xbe\xd1\x84\xd0\xb5-"
     "\xd0\xb1\xd1\x80\xd0\xb5\xd0\xb9\xd0\xba",
	LABEL_BREAK},
    {"\xd0\xba\xd0\xbe\xd1\x84\xd0\xb5\xd0\xb1\xd1\x80\xd0\xb5\xd0\xb9\xd0\xba",
	LABEL_BREAK},
    {"\xd0\xbb\xd0\xb5\xd0\xba\xd1\x82\xd0\xbe\xd1\x80", LABEL_SPEAKER},
    {"\xd0\xbd\xd0\xb0", LABEL_AROUND},
    {"\xd0\xbe\xd0\xb1\xd0\xb5\xd0\xb4", LABEL_BREAK},
    {"\xd0\xbe\xd0\xb1\xd1\x96\xd0\xb4", LABEL_BREAK},
    {"\xd0\xbf\xd0\xb5\xd1\x80\xd0\xb5\xd1\x80\xd0\xb2\xd0\xb0", LABEL_BREAK},
    {"\xd0\xbf\xd0\xb5\xd1\x80\xd0\xb5\xd1\x80\xd1\x8b\xd0\xb2", LABEL_BREAK},
    {"\xd0\xbf\xd1\x80\xd0\xb5\xd0\xb7\xd0\xb5\xd0\xbd\xd1\x82\xd0\xb0\xd1\x86"
     "\xd0\xb8\xd1\x8f",
	LABEL_SLIDES},
    {"\xd1\x80\xd0\xb5\xd0\xb3\xd0\xb8\xd1\x81\xd1\x82\xd1\x80\xd0\xb0\xd1\x86"
     "\xd0\xb8\xd1\x8f",
	LABEL_BREAK},
    {"\xd1\x81\xd0\xbb\xd0\xb0\xd0\xb9\xd0\xb4\xd1\x8b", LABEL_SLIDES},
    {"\xd1\x81\xd0\xbf\xd0\xb8\xd0\xba\xd0\xb5\xd1\x80", LABEL_SPEAKER},
    {"\xd1\x81\xd0\xbf\xd0\xb8\xd0\xba\xd0\xb5\xd1\x80\xd1\x8b", LABEL_SPEAKER},
    {"\xd1\x81\xd1\x82\xd0\xb0\xd1\x82\xd1\x8c\xd0\xb8", LABEL_OTHERS},
    {"\xd1\x82\xd0\xb5\xd0\xbc\xd0\xb0", LABEL_TITLE},
    {"\xd1\x83\xd0\xb6\xd0\xb8\xd0\xbd", LABEL_BREAK},
    {"\xe3\x81\x8a\xe6\x98\xbc\xe4\xbc\x91\xe3\x81\xbf", LABEL_BREAK},
    {"\xe3\x82\xb3\xe3\x83\xbc\xe3\x83\x92\xe3\x83\xbc\xe3\x83\x96\xe3\x83\xac"
     "\xe3\x82\xa4\xe3\x82\xaf",
	LABEL_BREAK},
    {"\xe3\x82\xb9\xe3\x83\xa9\xe3\x82\xa4\xe3\x83\x89", LABEL_SLIDES},
    {"\xe3\x82\xbf\xe3\x82\xa4\xe3\x83\x88\xe3\x83\xab", LABEL_TITLE},
    {"\xe3\x83\xa9\xe3\x83\xb3\xe3\x83\x81", LABEL_BREAK},
    {"\xe3\x83\xa9\xe3\x83\xb3\xe3\x83\x81\xe3\x82\xbf\xe3\x82\xa4\xe3\x83\xa0",
	LABEL_BREAK},
    {"\xe3\x83\xa9\xe3\x83\xb3\xe3\x83\x81\xe4\xbc\x91\xe6\x86\xa9",
	LABEL_BREAK},
    {"\xe4\xb8\xad\xe5\xa0\xb4\xe4\xbc\x91\xe6\x81\xaf", LABEL_BREAK},
    {"\xe4\xb8\xbb\xe8\xae\xb2", LABEL_SPEAKER},
    {"\xe4\xb8\xbb\xe8\xae\xb2\xe4\xba\xba", LABEL_SPEAKER},
    {"\xe4\xb8\xbb\xe9\xa2\x98", LABEL_TITLE},
    {"\xe4\xbc\x91\xe6\x81\xaf", LABEL_BREAK},
    {"\xe4\xbc\x91\xe6\x86\xa9", LABEL_BREAK},
    {"\xe4\xbc\x91\xe6\x86\xa9\xe6\x99\x82\xe9\x96\x93", LABEL_BREAK},
    {"\xe4\xbd\x9c\xe8\x80\x85", LABEL_SPEAKER},
    {"\xe5\x88\x86\xe4\xba\xab\xe5\x98\x89\xe5\xae\xbe", LABEL_SPEAKER},
    {"\xe5\x88\x86\xe4\xba\xab\xe8\x80\x85", LABEL_SPEAKER},
    {"\xe5\x88\x86\xe4\xba\xab\xe8\xae\xb2\xe5\xb8\x88", LABEL_SPEAKER},
    {"\xe5\x8b\x95\xe7\x94\xbb", LABEL_VIDEO},
    {"\xe5\x8d\x88\xe4\xbc\x91", LABEL_BREAK},
    {"\xe5\x8d\x88\xe9\x97\xb4\xe4\xbc\x91\xe6\x81\xaf", LABEL_BREAK},
    {"\xe5\x8d\x88\xe9\xa4\x90", LABEL_BREAK},
    {"\xe5\x8d\x88\xe9\xa4\x90\xe6\x97\xb6\xe9\x97\xb4", LABEL_BREAK},
    {"\xe5\x8d\x88\xe9\xa5\xad", LABEL_BREAK},
    {"\xe5\x8f\x97\xe4\xbb\x98", LABEL_BREAK},
    {"\xe5\x98\x89\xe5\xae\xbe", LABEL_SPEAKER},
    {"\xe5\xa0\xb1\xe5\x88\xb0", LABEL_BREAK},
    {"\xe5\xb0\x8f\xe4\xbc\x91\xe6\x86\xa9", LABEL_BREAK},
    {"\xe5\xb9\xbb\xe7\x81\xaf\xe7\x89\x87", LABEL_SLIDES},
    {"\xe5\xbd\x95\xe5\x83\x8f", LABEL_VIDEO},
    {"\xe6\x87\x87\xe8\xa6\xaa\xe4\xbc\x9a", LABEL_BREAK},
    {"\xe6\x97\xa9\xe9\xa4\x90", LABEL_BREAK},
    {"\xe6\x98\xbc\xe4\xbc\x91\xe3\x81\xbf", LABEL_BREAK},
    {"\xe6\x98\xbc\xe9\xa3\x9f", LABEL_BREAK},
    {"\xe6\x98\xbc\xe9\xa3\x9f\xe4\xbc\x91\xe6\x86\xa9", LABEL_BREAK},
    {"\xe6\x99\x9a\xe5\xae\xb4", LABEL_BREAK},
    {"\xe6\x99\x9a\xe9\xa4\x90", LABEL_BREAK},
    {"\xe6\xa0\x87\xe9\xa2\x98", LABEL_TITLE},
    {"\xe6\xbc\x94\xe8\x80\x85", LABEL_SPEAKER},
    {"\xe6\xbc\x94\xe8\xae\xb2\xe4\xba\xba", LABEL_SPEAKER},
    {"\xe6\xbc\x94\xe8\xae\xb2\xe5\x98\x89\xe5\xae\xbe", LABEL_SPEAKER},
    {"\xe6\xbc\x94\xe8\xae\xb2\xe8\x80\x85", LABEL_SPEAKER},
    {"\xe7\x99\xba\xe8\xa1\xa8\xe8\x80\x85", LABEL_SPEAKER},
    {"\xe7\x99\xbb\xe5\xa3\x87\xe8\x80\x85", LABEL_SPEAKER},
    {"\xe7\xad\xbe\xe5\x88\xb0", LABEL_BREAK},
    {"\xe7\xb0\xbd\xe5\x88\xb0", LABEL_BREAK},
    {"\xe8\x87\xaa\xe5\x8a\xa9\xe5\x8d\x88\xe9\xa4\x90", LABEL_BREAK},
    {"\xe8\x8c\xb6\xe6\xad\x87", LABEL_BREAK},
    {"\xe8\x8c\xb6\xe6\xad\x87\xe6\x97\xb6\xe9\x97\xb4", LABEL_BREAK},
    {"\xe8\xa7\x86\xe9\xa2\x91", LABEL_VIDEO},
    {"\xe8\xac\x9b\xe5\xb8\xab", LABEL_SPEAKER},
    {"\xe8\xac\x9b\xe6\xbc\x94\xe8\x80\x85", LABEL_SPEAKER},
    {"\xe8\xac\x9b\xe8\x80\x85", LABEL_SPEAKER},
    {"\xe8\xae\xb2\xe5\xb8\x88", LABEL_SPEAKER},
    {"\xe8\xae\xb2\xe8\x80\x85", LABEL_SPEAKER},
    {"\xe8\xb3\x87\xe6\x96\x99", LABEL_SLIDES},
    {"\xe9\x96\x8b\xe5\xa0\xb4", LABEL_BREAK},
    {"\xe9\xa2\x98\xe7\x9b\xae", LABEL_TITLE},
    {"\xeb\x93\xb1\xeb\xa1\x9d", LABEL_BREAK},
    {"\xeb\xb0\x9c\xed\x91\x9c\xec\x9e\x90", LABEL_SPEAKER},
    {"\xeb\xb0\x9c\xed\x91\x9c\xec\x9e\x90\xeb\xa3\x8c", LABEL_SLIDES},
    {"\xec\x97\xb0\xec\x82\xac", LABEL_SPEAKER},
    {"\xec\x98\x81\xec\x83\x81", LABEL_VIDEO},
    {"\xec\xa0\x90\xec\x8b\xac", LABEL_BREAK},
    {"\xec\xa0\x90\xec\x8b\xac\xec\x8b\x9c\xea\xb0\x84", LABEL_BREAK},
    {"\xed\x9c\xb4\xec\x8b\x9d", LABEL_BREAK},
    {"\xed\x9c\xb4\xec\x8b\x9d\xec\x8b\x9c\xea\xb0\x84", LABEL_BREAK},
};

/* Words that stand in labels of any kind. */
static const char *const beside[] = {"&", "1", "2", "3", "a", "actionable",
    "additional", "after", "afternoon", "also", "am", "and", "away", "aways",
    "en", "evening", "final", "for", "full", "further", "general", "how", "in",
    "info", "information", "key", "live", "main", "me", "more", "morning", "my",
    "next", "of", "on", "open", "other", "page", "personal", "pm", "related",
    "s", "see", "session", "some", "table", "take", "talk", "talks", "the",
    "this", "to", "useful", "welcome", "your"};

/*
 * For what hash_of() makes of the words of both, whether one has it.  Threads
 * that need it at once may each fill it in: all write the same.
 */
#define HASHES 4096
static atomic_bool is_hash[HASHES], is_filled;

static inline size_t
hash_of(const char *s, size_t len)
{
	size_t first = (unsigned char)s[0], last = (unsigned char)s[len - 1],
	       middle = (unsigned char)s[len / 2];

	return (first + 37 * middle + 331 * last + 1031 * len) % HASHES;
}

static void
take_hash(const char *word)
{
	atomic_store_explicit(
	    &is_hash[hash_of(word, strlen(word))], true, memory_order_relaxed);
}

static void
fill(void)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		take_hash(known[i].word);
	for (size_t i = 0; i < sizeof(beside) / sizeof(*beside); i++)
		take_hash(beside[i]);
	atomic_store_explicit(&is_filled, true, memory_order_release);
}

/* Whether a word may be one of both: nearly all words of titles are not. */
static bool
may_be_known(const char *s, size_t len)
{
	if (!atomic_load_explicit(&is_filled, memory_order_acquire))
		fill();
	return len > 0 &&
	    atomic_load_explicit(
		&is_hash[hash_of(s, len)], memory_order_relaxed);
}

/* As strcmp(), for a word that has no NUL, and none at its end. */
static inline int
compare(const char *word, size_t len, const char *other)
{
	size_t i = 0;

	/* Most are told by the first letters: no call pays. */
	while (i < len && word[i] == other[i])
		i++;
	if (i == len)
		return other[i] == '\0' ? 0 : -1;
	return (unsigned char)word[i] - (unsigned char)other[i];
}

enum label_kind
label_word(const char *s, size_t len)
{
	size_t low = 0, high = sizeof(known) / sizeof(*known);

	if (!may_be_known(s, len))
		return LABEL_NONE;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = compare(s, len, known[mid].word);

		if (order == 0)
			return known[mid].kind;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return LABEL_NONE;
}

bool
label_is_beside(const char *s, size_t len)
{
	size_t low = 0, high = sizeof(beside) / sizeof(*beside);

	if (!may_be_known(s, len))
		return false;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = compare(s, len, beside[mid]);

		if (order == 0)
			return true;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return false;
}
