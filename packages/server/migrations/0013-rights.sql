-- Rights that live at devices, what devices did by themselves, and the sales made from rights: a fold over the journal.
create table reservation (
  key text collate "C" primary key,
  person text not null,
  device text not null,
  rulebook text not null,
  day integer not null,
  held text not null,
  open boolean not null
) with (fillfactor = 70);
create index reservation_open on reservation (device, day) where open;

create table sale (
  key text collate "C" primary key,
  person text not null,
  device text not null,
  reservation bigint not null,
  visit text not null,
  entry bigint not null,
  hash text not null,
  lines text not null
);
create index sale_person on sale (person, visit);

create table sale_exit (
  key text collate "C" primary key,
  entry bigint not null
);

create table capture (
  key text collate "C" primary key,
  device text not null,
  sequence bigint not null,
  boot text not null,
  digest text not null,
  entry bigint not null
);

create table device_log (
  key text collate "C" primary key,
  last bigint not null,
  seen bigint not null,
  boot text not null,
  boot_first bigint not null,
  ended_day integer not null,
  ended_at bigint not null,
  suspended boolean not null
) with (fillfactor = 70);

create table device_boot (
  key text collate "C" primary key,
  device text not null
);

create table finding (
  key text collate "C" primary key,
  finding text not null,
  entry bigint not null,
  device text not null,
  sequence bigint not null
);
create index finding_newest on finding (entry desc);

create table closed_day (
  key text collate "C" primary key,
  entry bigint not null
);

-- A device that was registered before tills were is a gate.
alter table device add column device_kind text not null default 'gate';

-- A passage that arrives late moves a person only when nothing later has moved her.
alter table movement add column at_ms bigint;
update movement m set at_ms = (extract(epoch from e.at) * 1000)::bigint from entry e where e.number = m.entry;

grant select, insert, update, delete
  on reservation, sale, sale_exit, capture, device_log, device_boot, finding, closed_day to twinline_app;
