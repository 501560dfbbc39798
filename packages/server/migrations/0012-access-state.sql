-- Who works here, with which keys, who is watched for and who is forgotten: a fold over the journal, like all state.
create table officer (
  key text collate "C" primary key,
  officer text not null,
  number text not null,
  role text not null,
  side text not null,
  active boolean not null
);

create table badge (
  key text collate "C" primary key,
  officer text not null
);

create table passkey (
  key text collate "C" primary key,
  credential text not null,
  officer text not null,
  public_key text not null,
  active boolean not null
);
create index passkey_officer on passkey (officer);

create table device (
  key text collate "C" primary key,
  device text not null,
  side text not null,
  gate text not null,
  lane text not null,
  public_key text not null,
  automatic boolean not null,
  active boolean not null
);

create table watch_entry (
  key text collate "C" primary key,
  watched text not null,
  verdict text not null,
  code text not null,
  from_day integer not null,
  until_day integer not null,
  added_by text not null,
  entry bigint not null,
  active boolean not null
);
create index watch_entry_newest on watch_entry (entry desc);

create table erased (
  key text collate "C" primary key,
  person text not null,
  entry bigint not null
);

grant select, insert, update, delete on officer, badge, passkey, device, watch_entry, erased to twinline_app;
