-- The newest entry that moved a person in or out: an override of an older passage would contradict it.
create table movement (
  key text collate "C" primary key,
  entry bigint not null
) with (fillfactor = 70);

grant select, insert, update, delete on movement to twinline_app;
