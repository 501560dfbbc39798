-- State is a fold over the journal: every row here can be made again from it (twinline rebuild). Keys are tokens.

-- Values of declared counters. Only additions: value = value + x under the row lock (promises.md D1, §8).
create table counter (
  key text collate "C" primary key,
  value bigint not null,
  least bigint not null,
  most bigint not null,
  last bigint not null,
  check (value between least and most)
) with (fillfactor = 70);

create table stay (
  key text collate "C" primary key,
  visit text not null,
  gate text not null,
  entered_day integer not null,
  last_day integer not null,
  entered_at_ms bigint not null,
  document text not null,
  nationality text not null,
  pass text
) with (fillfactor = 70);
create index stay_last_day on stay (last_day, key);
create index stay_pass on stay (pass) where pass is not null;

create table vehicle_stay (
  key text collate "C" primary key,
  gate text not null,
  country text not null,
  entered_at_ms bigint not null,
  entry bigint not null
);

create table mismatch (
  key text collate "C" primary key,
  person text not null,
  mismatch text not null,
  gate text not null,
  at_ms bigint not null,
  entry bigint not null
);
create index mismatch_entry on mismatch (entry);

create table override (
  key text collate "C" primary key,
  entry bigint not null,
  outcome text not null,
  reason text not null
);

create table calendar (
  key text collate "C" primary key,
  side text not null,
  zone text not null,
  entry bigint not null,
  first_day integer not null,
  last_day integer not null,
  starts_at bigint not null,
  length_ms bigint not null
);

create table rulebook (
  key text collate "C" primary key,
  hash text not null,
  side text not null,
  decides text not null,
  entry bigint not null
);

grant select, insert, update, delete
  on counter, stay, vehicle_stay, mismatch, override, calendar, rulebook to twinline_app;
