# What was seen leaves Unseen and comes first in Recently seen, the last one
# first, also in the next run; rows tell what was seen.
size 160x16
run $DATA/garden.md
expect Unseen        7
absent - Slow compost
keys w
expect seen: Slow compost
expect Unseen        6
expect Recently seen 1
expect > - Slow compost
expect > All ▌░░░ 1/7
expect Growing █░░░ 1/3
expect Notes - seen
keys b
expect >*- Slow compost
expect Notes * bookmarked, seen
keys j j w
expect Recently seen 2
keys Q
exit 0
run $DATA/garden.md
expect Unseen        5
absent - Winter beans
expect *- Slow compost
keys h j j j l
expect > - 植物の声
absent Winter
expect 2/2
keys j
expect >*- Slow compost
keys w
expect not seen
expect 1/1
expect > - 植物の声
keys w
expect No talk is seen yet
expect Recently seen 0
keys h k l
expect 7/7
absent -  Slow
keys Q
exit 0
