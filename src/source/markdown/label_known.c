#include "source/markdown/label_known.h"

static const char *const video_words[] = {"aufzeichnung", "aufzeichnungen",
    "captation", "enregistrement", "enregistrements", "grabaciones",
    "grabación", "gravação", "gravações", "listen", "mitschnitt", "nagrania",
    "nagranie", "opname", "opnames", "recording", "recordings", "rediffusion",
    "registrazioni", "replay", "screencast", "video", "videos", "vidéo",
    "vimeo", "vídeo", "vídeos", "watch", "youtube", "yt", "видео",
    "видеозапись", "запись", "アーカイブ動画", "動画", "回放", "录像", "录屏",
    "录播", "影片", "影音", "直播回放", "视频", "视频回放", "配信アーカイブ",
    "錄影", "錄影檔", "録画", "녹화", "동영상", "발표영상", "영상"};

static const char *const slides_words[] = {"apresentação", "deck", "decks",
    "diaporama", "diapos", "diapositivas", "diapositive", "diapositives",
    "folien", "lucidi", "poster", "ppt", "pptx", "presentación", "presentatie",
    "presentation", "presentazione", "prezentacja", "präsentation",
    "présentation", "slajdy", "slide", "slide-deck", "slidedeck", "slides",
    "slideshare", "speakerdeck", "sunum", "transparencias", "vortragsfolien",
    "презентации", "презентация", "слайд", "слайды", "スライド", "スライド資料",
    "幻灯", "幻灯片", "投影片", "演示文稿", "演讲稿", "発表スライド",
    "発表資料", "登壇資料", "簡報", "講演資料", "讲义", "讲稿", "课件", "資料",
    "资料", "강의자료", "발표자료", "슬라이드", "자료"};

static const char *const link_words[] = {"abstract", "article", "audio", "blog",
    "code", "codice", "código", "demo", "enlace", "enlaces", "examples",
    "feedback", "files", "github", "handout", "here", "html", "kod", "lien",
    "liens", "link", "links", "materiales", "materials", "mp3", "notes",
    "odkaz", "pdf", "playlist", "podcast", "pyvideo", "quelltext", "repo",
    "repository", "script", "source", "transcript", "twitter", "url", "web",
    "website", "код", "ссылка", "ссылки", "статья", "コード", "ブログ",
    "リンク", "代码", "文档", "源码", "記事", "论文", "連結", "链接", "논문",
    "링크", "블로그", "코드"};

static const char *const speaker_words[] = {"apresentador", "apresentadora",
    "auteur", "auteurs", "author", "authors", "autor", "autora", "autore",
    "autoren", "autores", "autori", "autorin", "autoři", "by", "conferencista",
    "conferencistas", "conférencier", "conférenciers", "conférencière",
    "delivered", "előadó", "expositor", "expositora", "foredragsholder",
    "foredragsholdere", "given", "intervenant", "intervenante", "intervenantes",
    "intervenants", "konuşmacı", "konuşmacılar", "led", "orador", "oradora",
    "oradores", "orateur", "orateurs", "oratrice", "palestrante",
    "palestrantes", "panelists", "par", "ponente", "ponentes", "por",
    "prelegenci", "prelegent", "prelegentka", "presentador", "presentadora",
    "presented", "presenter", "presenter(s)", "presenters", "puhuja",
    "přednášející", "redner", "rednerin", "referent", "referenten",
    "referentin", "referentinnen", "relatore", "relatori", "relatrice",
    "speaker", "speaker(s)", "speakers", "sprecher", "sprecherin",
    "sprecherinnen", "spreker", "sprekers", "talare", "vortragende",
    "vortragenden", "vortragender", "автор", "авторы", "докладчик",
    "докладчики", "докладчица", "доповідач", "доповідачка", "лектор", "спикер",
    "спикеры", "主讲", "主讲人", "作者", "分享嘉宾", "分享者", "分享讲师",
    "嘉宾", "演者", "演讲人", "演讲嘉宾", "演讲者", "発表者", "登壇者", "講師",
    "講演者", "講者", "讲师", "讲者", "발표자", "연사"};

static const char *const title_words[] = {"tema", "thema", "titel", "title",
    "titre", "topic", "what", "тема", "タイトル", "主题", "标题", "题目"};

static const char *const fact_words[] = {"adres", "anfahrt", "chair", "data",
    "date", "datum", "duration", "event", "fecha", "host", "language", "length",
    "level", "lieu", "local", "location", "lokalizacja", "lugar", "luogo",
    "miejsce", "moderator", "ort", "plaats", "place", "rating", "room",
    "status", "tags", "termin", "time", "track", "ubicación", "venue",
    "veranstaltungsort", "wann", "when", "where", "wo", "адрес", "время", "где",
    "дата", "де", "когда", "коли", "место", "місце", "会場", "地点", "地點",
    "場所", "日時", "时间", "時間", "일시", "장소"};

static const char *const part_words[] = {"action", "actions", "agenda",
    "answers", "antwoorden", "antworten", "background", "beschreibung",
    "beschrijving", "bio", "conclusie", "conclusies", "conclusion",
    "conclusione", "conclusiones", "conclusioni", "conclusions", "conclusión",
    "conclusão", "conclusões", "contexte", "descripcion", "descripción",
    "description", "descrizione", "descrição", "discussion", "diskussion",
    "domande", "eindruck", "eindrücke", "einführung", "einleitung",
    "erkenntnisse", "fazit", "fragen", "frågor", "giriş", "highlights",
    "hintergrund", "ideas", "impresiones", "impression", "impressions",
    "inhalt", "inleiding", "insights", "introducción", "introduction",
    "introduzione", "introdução", "items", "kernaussagen", "keynotes",
    "konklusion", "konklusjon", "learnings", "lessons", "notizen", "odpovědi",
    "odpowiedzi", "opis", "otázky", "outline", "overview", "perguntas",
    "podsumowanie", "points", "popis", "preguntas", "pytania", "q&a", "qa",
    "question", "questions", "quotes", "remarques", "respostas", "respuestas",
    "resumen", "resumo", "resumé", "resümee", "riassunto", "risposte",
    "réponses", "résumé", "samenvatting", "sammanfattning", "sammendrag",
    "schlussfolgerung", "schlussfolgerungen", "shrnutí", "sintesi", "slutsats",
    "slutsatser", "sonuç", "sonuçlar", "sorular", "steps", "summary",
    "synthèse", "takeaway", "takeaways", "thoughts", "timestamps", "tldr",
    "vragen", "wnioski", "wstęp", "zusammenfassung", "závěr", "özet", "úvod",
    "überblick", "введение", "висновки", "висновок", "вопросы", "впечатления",
    "вступ", "вступление", "вывод", "выводы", "відповіді", "заключение", "итог",
    "итоги", "конспект", "опис", "описание", "ответы", "питання", "підсумки",
    "підсумок", "резюме", "まとめ", "内容", "問答", "学び", "小結", "小结",
    "心得", "总结", "感想", "所感", "提问", "摘要", "概要", "简介", "簡介",
    "總結", "结论", "背景", "要点", "要約", "質問", "質疑", "質疑応答", "重点",
    "重點", "问答", "개요", "결론", "내용", "느낀점", "느낌", "답변", "배경",
    "소감", "소개", "요약", "정리", "질문", "질의응답", "후기"};

static const char *const break_words[] = {"abendessen", "accueil", "afterparty",
    "almoço", "almuerzo", "apéritif", "apéro", "banquet", "borrel", "break",
    "breakfast", "brunch", "buffet", "caffè", "café", "cena", "check-in",
    "cocktail", "coffee", "coffee-break", "colazione", "comida",
    "credenciamento", "desayuno", "descanso", "dinner", "doors", "drinks",
    "déjeuner", "dîner", "einlass", "essen", "fika", "food", "frokost",
    "frühstück", "getränke", "happy", "imbiss", "inloop", "intervalo", "jantar",
    "jedzenie", "kaffe", "kaffee", "kaffeepause", "kaffepaus", "kaffepause",
    "kahve", "kawowa", "kayıt", "koffie", "koffiepauze", "kolacja", "kávy",
    "lunch", "lunchbreak", "lunchpauze", "lunchrast", "lunchtime",
    "mittagessen", "mittagspause", "mittagspausen", "mola", "networking",
    "obed", "obiad", "oběd", "party", "pausa", "pause", "pause-café", "pausen",
    "pauze", "petit-déjeuner", "pizza", "pranzo", "przerwa", "přestávka",
    "reception", "registration", "registrazione", "registrierung", "registro",
    "rejestracja", "snacks", "social", "tea", "teatime", "teepause", "çay",
    "öğle", "афтепати", "завтрак", "кофе-брейк", "кофебрейк", "обед", "обід",
    "перерва", "перерыв", "регистрация", "ужин", "お昼休み", "コーヒーブレイク",
    "ランチ", "ランチタイム", "ランチ休憩", "中場休息", "休息", "休憩",
    "休憩時間", "午休", "午间休息", "午餐", "午餐时间", "午饭", "受付", "報到",
    "小休憩", "懇親会", "早餐", "昼休み", "昼食", "昼食休憩", "晚宴", "晚餐",
    "签到", "簽到", "自助午餐", "茶歇", "茶歇时间", "開場", "등록", "점심",
    "점심시간", "휴식", "휴식시간"};

static const char *const contents_words[] = {"content", "contents", "index",
    "indice", "inhaltsverzeichnis", "inhoudsopgave", "obsah", "sommaire",
    "sumário", "toc", "índice", "зміст", "оглавление", "содержание", "目录",
    "目次", "目錄", "목차"};

static const char *const aside_words[] = {"about", "acknowledgements",
    "acknowledgments", "agradecimentos", "agradecimientos", "bronnen",
    "changelog", "contribuer", "contribuir", "contribute", "contributing",
    "contribution", "contributions", "contributors", "credits", "danksagung",
    "disclaimer", "footnotes", "fußnoten", "guidelines", "impressum", "licence",
    "licencia", "licencja", "license", "licentie", "licenza", "licença",
    "lists", "lizenz", "partners", "partnerzy", "patrocinadores", "quellen",
    "quellenangaben", "recursos", "references", "referencias", "referências",
    "remerciements", "resource", "resources", "ressourcen", "ressources",
    "riferimenti", "ringraziamenti", "risorse", "références", "sponsoren",
    "sponsors", "sponsorzy", "zasoby", "źródła", "благодарности", "джерела",
    "источники", "лицензия", "ліцензія", "партнеры", "партнёры", "подяки",
    "спонсор", "спонсори", "спонсоры", "スポンサー", "ライセンス", "参考",
    "参考文献", "参考資料", "参考资料", "致谢", "謝辞", "许可证", "贡献",
    "赞助商", "기여", "라이선스", "라이센스", "출처", "후원"};

static const char *const others_words[] = {"articles", "artikel", "blogs",
    "books", "newsletters", "papers", "podcasts", "posters", "posts", "pósters",
    "pôsteres", "websites", "статьи"};

static const char *const around_words[] = {"al", "arası", "closing",
    "conference", "da", "de", "die", "do", "du", "gala", "hour", "la", "las",
    "le", "les", "los", "min", "mins", "minutes", "molası", "na", "o",
    "opening", "os", "para", "posters", "short", "speakers'", "yemeği", "за",
    "на"};

#define WORDS(kind, words) \
	{ \
		kind, words, sizeof(words) / sizeof(*(words)) \
	}

const struct label_known label_known[] = {
    WORDS(LABEL_VIDEO, video_words),
    WORDS(LABEL_SLIDES, slides_words),
    WORDS(LABEL_LINK, link_words),
    WORDS(LABEL_SPEAKER, speaker_words),
    WORDS(LABEL_TITLE, title_words),
    WORDS(LABEL_FACT, fact_words),
    WORDS(LABEL_PART, part_words),
    WORDS(LABEL_BREAK, break_words),
    WORDS(LABEL_CONTENTS, contents_words),
    WORDS(LABEL_ASIDE, aside_words),
    WORDS(LABEL_OTHERS, others_words),
    WORDS(LABEL_AROUND, around_words),
};

const size_t label_nknown = sizeof(label_known) / sizeof(*label_known);
