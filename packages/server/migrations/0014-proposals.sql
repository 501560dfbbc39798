-- Reforms that were proposed, by the SHA-256 of their text; the text itself is in rule_file. A fold over the journal.
create table proposal (
  key text collate "C" primary key,
  name text not null,
  base text not null,
  base_hash text not null,
  entry bigint not null
);

grant select, insert, update, delete on proposal to twinline_app;
