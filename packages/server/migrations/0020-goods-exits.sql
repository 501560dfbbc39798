-- Exits with goods declared or bought at a till, also those that a cut-off gate reported later.
drop index entry_goods_exit;
create index entry_goods_exit on entry (number)
  where outcome = 'admit' and kind in ('passage', 'late_passage')
    and (body like '%"goods":[%' or body like '%"covers":[%');
