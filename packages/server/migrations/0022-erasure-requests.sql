-- Requests of people that their data be destroyed, and their answers. A fold over the journal.
create table erasure_request (
  key text collate "C" primary key,
  person text not null,
  visit text not null,
  state text not null,
  asked_day bigint not null,
  due_day bigint not null,
  code text,
  entry bigint not null
);
create index erasure_request_due on erasure_request (state, due_day, key);

grant select, insert, update, delete on erasure_request to twinline_app;
