-- Numbered paper seals: which were printed for which gate, and which do not hold any more. Used ones stand in `capture`
-- under the name seal:<series>. A fold over the journal.
create table seal_run (
  key text collate "C" primary key,
  series text not null,
  count integer not null,
  gate text not null,
  lane text not null,
  entry bigint not null
);

create table seal_void (
  key text collate "C" primary key,
  series text not null,
  number bigint not null,
  code text not null,
  entry bigint not null
);
create index seal_void_series on seal_void (series);

grant select, insert, update, delete on seal_run, seal_void to twinline_app;
