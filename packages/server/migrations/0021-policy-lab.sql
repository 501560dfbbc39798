-- The way of a proposal into law: its stage, newest replay report, notes and votes. A fold over the journal.
alter table proposal add column stage text, add column moved bigint;

create table proposal_report (
  key text collate "C" primary key,
  report text not null,
  recorded boolean not null,
  lines bigint not null,
  entry bigint not null
);

create table proposal_note (
  key text collate "C" primary key,
  proposal text not null,
  about text not null,
  author text not null,
  entry bigint not null
);
create index proposal_note_of on proposal_note (proposal, entry);

create table proposal_vote (
  key text collate "C" primary key,
  proposal text not null,
  side text not null,
  vote text not null,
  entry bigint not null
);
create index proposal_vote_of on proposal_vote (proposal);

grant select, insert, update, delete on proposal_report, proposal_note, proposal_vote to twinline_app;

-- Words that entries name by hash: notes on proposals, reports of replays. Not a fold: the entry holds the hash only.
create table words (
  hash text collate "C" primary key,
  text text not null
);

grant select, insert on words to twinline_app;

-- Replays that wait, run or ran. A queue, not a fold: what came of one is an entry that names its report.
create table replay_job (
  key text collate "C" primary key,
  proposal text not null,
  history text not null,
  passages integer,
  elasticity integer,
  officer text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  asked_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  problem text,
  report text,
  entry bigint
);
create index replay_job_newest on replay_job (asked_at desc);

grant select, insert, update, delete on replay_job to twinline_app;
