-- The queue of the road gate: what each side takes in a quarter of an hour, and who holds it. A fold over the journal.
create table queue_slot (
  key text collate "C" primary key,
  quarter bigint not null unique,
  own bigint,
  peer bigint,
  closed boolean not null,
  booked bigint not null,
  live bigint not null,
  called bigint not null,
  check (booked >= 0 and live >= 0 and called >= 0)
) with (fillfactor = 70);

create table queue_place (
  key text collate "C" primary key,
  vehicle text not null,
  vin text not null,
  mode text not null,
  state text not null,
  load text not null,
  priority text not null,
  quarter bigint,
  first bigint,
  turn bigint not null,
  moves bigint not null,
  why text,
  booked_at_ms bigint not null,
  arrived_at_ms bigint,
  called_at_ms bigint,
  passed_at_ms bigint,
  overtook bigint not null
) with (fillfactor = 70);
create index queue_place_held on queue_place (quarter, turn) where state in ('booked', 'waiting');
create index queue_place_day on queue_place (quarter);

create table queue_vehicle (
  key text collate "C" primary key,
  vehicle text not null,
  booking text,
  strikes bigint not null,
  strike_day bigint
);

create table queue_vin (
  key text collate "C" primary key,
  vin text not null,
  booking text,
  vehicle text
);

create table queue_yard (
  key text collate "C" primary key,
  waiting bigint not null check (waiting >= 0),
  unplaced bigint not null check (unplaced >= 0)
);

create table queue_peer (
  key text collate "C" primary key,
  origin text not null,
  public_key text not null,
  statement bigint not null
);

grant select, insert, update, delete
  on queue_slot, queue_place, queue_vehicle, queue_vin, queue_yard, queue_peer to twinline_app;
