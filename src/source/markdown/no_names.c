#include "source/markdown/no_names.h"

static const char *const words[] = {"a", "academy", "advocate", "agency",
    "alle", "an", "analyst", "and", "anonymous", "architect", "are", "as",
    "association", "at", "authority", "be", "bootcamp", "building", "by", "can",
    "center", "centre", "ceo", "closing", "club", "co.", "college", "committee",
    "community", "company", "conf", "conference", "congress", "consultant",
    "convention", "corp", "corp.", "council", "cto", "day", "days",
    "department", "developer", "developers", "director", "dive", "développeur",
    "développeuse", "engineer", "engineers", "evangelist", "event", "events",
    "everybody", "everyone", "expo", "faculty", "festival", "for", "forum",
    "foundation", "founder", "friday", "from", "fullstack", "gmbh", "great",
    "group", "guide", "hackathon", "hall", "hospital", "how", "iedereen", "in",
    "inc", "inc.", "institute", "into", "intro", "introducing", "introduction",
    "is", "it", "its", "keynote", "keynotes", "lab", "labs", "lead", "library",
    "lightning", "llc", "ltd", "ltd.", "manager", "meetup", "minds", "ministry",
    "monday", "museum", "my", "not", "notes", "of", "officer", "on", "opening",
    "or", "organisers", "organizers", "our", "panel", "part", "president",
    "principal", "project", "researcher", "room", "saturday", "scientist",
    "seminar", "session", "slides", "society", "speaker", "speakers",
    "specialist", "stage", "strategist", "summit", "sunday", "symposium",
    "talk", "talks", "tba", "tbd", "team", "technical", "the", "thursday",
    "title", "to", "todas", "todos", "tous", "track", "tuesday", "tutti",
    "university", "unknown", "users", "using", "varios", "various", "via",
    "vice", "video", "vs", "vs.", "vários", "was", "we", "webinar", "wednesday",
    "week", "welcome", "what", "when", "where", "who", "why", "with",
    "workshop", "you", "your"};

const struct word_list no_names = WORD_LIST(words);
