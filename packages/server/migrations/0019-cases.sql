-- Cases: what they are about, how far they are, which entries they rest on. A fold over the journal.
create table case_file (
  key text collate "C" primary key,
  id text not null,
  about text not null,
  person text not null,
  state text not null,
  opened_day bigint not null,
  until_day bigint not null,
  appeal_days bigint not null,
  evidence text not null,
  steps text not null,
  score bigint,
  finding text,
  code text,
  found_by text,
  second text,
  found_day bigint,
  decision text
);
create index case_file_opened on case_file (opened_day desc, key);
create index case_file_person on case_file (person);

grant select, insert, update, delete on case_file to twinline_app;
