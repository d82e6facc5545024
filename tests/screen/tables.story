# Where it is told to print, and that is on a terminal, it prints tables.
size 80x14
run list $DATA/garden.md
exit 0
restored
screen
|  AAAAAAAAAAA  Growing           Ann Lee                 Slow compost
|  BBBBBBBBBBB  Growing           Björn Östlund, Zoë Qu…  Winter beans
|  CCCCCCCCCCC  Growing           山田太郎                植物の声
|  DDDDDDDDDDD  Tools             Petr Tesařík            One spade for life
|  -EEEEEEEEEE  Tools             Dee                     Silent talk
|  h:824c2e83ee7147ca  Ann Lee, Kim Park       Swapping seeds
|  FFFFFFFFFFF  Seeds             Al                      A title that is much t…
|
|
|
|
|
|
|
size 60x14
run search spade $DATA/garden.md
exit 0
screen
|  DDDDDDDDDDD  Petr Tesařík            One spade for life
|
|
|
|
|
|
|
|
|
|
|
|
|
run tracks $DATA/garden.md
exit 0
screen
|    3  Growing
|    2  Tools
|    2  Seeds
|
|
|
|
|
|
|
|
|
|
|
