-- The newest count of people waiting, by gate and kind of lane, with the one before it. A fold over the journal.
create table queue_count (
  key text collate "C" primary key,
  gate text not null,
  line text not null,
  waiting bigint not null,
  at_ms bigint not null,
  before_waiting bigint,
  before_at_ms bigint,
  entry bigint not null
);

-- Persons and keyed hashes of who paid, whose phone was given, who took the goods. A fold over the journal.
create table person_link (
  key text collate "C" primary key,
  link text not null,
  commitment text not null,
  person text not null,
  entry bigint not null
);
create index person_link_entry on person_link (entry);

-- Exits with goods, for the score: few of the journal's entries, found without reading the others.
create index entry_goods_exit on entry (number)
  where kind = 'passage' and outcome = 'admit' and body like '%"goods":[%';

grant select, insert, update, delete on queue_count, person_link to twinline_app;
