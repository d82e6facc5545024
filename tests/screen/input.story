# What the terminal sends that is no key does nothing: no mark, no move.
size 80x24
run $DATA/garden.md
expect >  Slow compost
keys b j
expect > Winter beans
expect * Slow compost
# Answers to questions that others asked, in one piece and in many.
send \e]11;rgb:2828/2c2c/3434\x07\e]10;rgb:ffff/ffff/ffff\e\
send \e[?1;2c\e[>41;351;0c\e[24;80R\e[0n\e[?2026;2$y\e[I\e[O\e[8;24;80t
send \eP1+r544e=787465\e\\e_Gi=31;OK\e\\e^bbb\e\\eXbbb\e\
send \e[M bb\e[M#bb\e[<0;3;3M\e[<64;9;9M\e[99;9u\e[98;1:3u\eb\ew\eu\e[99~\eOz
send \xC2\x9B99~\xC2\x9D11;b\x07\xFF\xFE
screen
|garden  7 talks, 0 seen
|┌─ Tracks ───────────┬─[All talks]─────────────────────────────────────────────┐
|│> All             7 │ *   Slow compost                                        │
|│  Bookmarks       1 │       Ann Lee · Growing                                 │
|│  Unseen          7 │>    Winter beans                                        │
|│  Recently seen   0 │       Björn Östlund, Zoë Quinn · Growing                │
|│  History         0 │     植物の声                                            │
|│  Queue           0 │       山田太郎 · Growing                                │
|│  Growing         3 │     One spade for life                                  │
|│  Tools           2 │       Petr Tesařík · Tools                              │
|│  Seeds           2 │     Silent talk                                         │
|│                    │       Dee · Tools                                       │
|│                    │     Swapping seeds                                      │
|│                    │       Ann Lee, Kim Park · Seeds                         │
|│                    │     A title that is much too long for any pane that it  │
|│                    │     may ever be shown in, whatever its width            │
|│                    │       Al · Seeds                                        │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|│                    │                                                         │
|└─────────── 1 of 9 ─┴──────────────────────────────────────────────── 2 of 7 ─┘
|M-u has no meaning here; ? shows the keys                                    7/7
# Keys that newer terminals tell in full.
send \e[107u
expect >* Slow compost
send \e[27;1;106~
expect > Winter beans
# An Esc waits as long as it was told to, for the rest of an arrow.
env ESCDELAY=30000
keys Q
exit 0
run --fresh $DATA/garden.md
expect >* Slow compost
send \e
size 81x24
expect ────┐
send [
size 80x24
cursor 2 22
send B
expect > Winter beans
# Ctrl with c, as a key, ends the program.
send \e[99;5u
exit 130
restored
# A name that is mistyped is met with the nearest.
run $DATA/garden.md
expect Slow compost
keys :
type opne x
keys Enter
expect no command is called "opne"; is open meant?
keys :
type moose
keys Enter
expect no command is called "moose"
absent meant
# :q quits, as in vi and less, though queue begins so, too.
type :q
expect queue
keys Enter
exit 0
