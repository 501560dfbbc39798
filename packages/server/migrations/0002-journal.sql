-- The journal (promises.md D1, D3, D4). `body` is the exact canonical text that the hash stands over; the columns beside
-- it are read from it at insert, for search.
create table entry (
  number bigint primary key check (number >= 1),
  kind text not null,
  at timestamptz not null,
  outcome text not null,
  reason text not null,
  gate text,
  lane text,
  body text not null,
  prev bytea not null check (octet_length(prev) = 32),
  hash bytea not null unique check (octet_length(hash) = 32)
);
create index entry_kind on entry (kind, number);
create index entry_lane on entry (gate, lane, number);
create index entry_outcome on entry (outcome, number);
create index entry_at on entry (at);

-- Complete subtrees of the Merkle tree over the entries' hashes, level 1 and up (RFC 6962): what proofs are made from.
create table tree_node (
  level smallint not null check (level >= 1),
  index bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);

-- C2SP signed notes of the tree's head.
create table checkpoint (
  size bigint primary key,
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  at timestamptz not null
);

-- One answer for each idempotency key, for ever: which entry answered it, and the signature of its receipt.
create table answer (
  key uuid primary key,
  request bytea not null check (octet_length(request) = 32),
  entry bigint not null references entry,
  signature text not null
);
create index answer_entry on answer (entry);

-- Rulebooks by the hash of their file, with the texts they cite: what old decisions are replayed from.
create table rule_file (
  rule_set text not null check (rule_set ~ '^[0-9a-f]{64}$'),
  path text not null,
  name text not null,
  bytes text not null,
  primary key (rule_set, path)
);

create trigger entry_append_only before update or delete on entry for each row execute function refuse_change();
create trigger entry_not_emptied before truncate on entry for each statement execute function refuse_change();
create trigger tree_node_append_only before update or delete on tree_node for each row execute function refuse_change();
create trigger checkpoint_append_only before update or delete on checkpoint for each row execute function refuse_change();
create trigger answer_append_only before update or delete on answer for each row execute function refuse_change();
create trigger rule_file_append_only before update or delete on rule_file for each row execute function refuse_change();

-- Where the journal stands; the row that every writer locks first.
create table head (
  chain text primary key,
  number bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  frontier text not null
);

grant select, insert on entry, tree_node, checkpoint, answer, rule_file to twinline_app;
grant select, insert, update on head to twinline_app;
