-- Working memory of the doors: sessions, one-time links, challenges, second signatures. None of it is state of the
-- journal (an entry says who signed in), so none of it is rebuilt; secrets stand here as SHA-256 only.
create table session (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  officer text not null,
  device text,
  means text not null check (means in ('passkey', 'link')),
  created_at timestamptz not null,
  seen_at timestamptz not null
);
create index session_officer on session (officer);

create table sign_in_link (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  officer text not null,
  purpose text not null check (purpose in ('sign-in', 'second')),
  expires_at timestamptz not null
);
create index sign_in_link_officer on sign_in_link (officer);

create table challenge (
  challenge_hash bytea primary key check (octet_length(challenge_hash) = 32),
  purpose text not null check (purpose in ('register', 'sign-in', 'second')),
  officer text,
  act text,
  expires_at timestamptz not null
);
create index challenge_expiry on challenge (expires_at);

-- The authenticator's own count of its uses: it moves with every sign-in, so it is no state of the journal.
create table passkey_use (
  credential text primary key,
  uses bigint not null,
  used_at timestamptz not null
);

create table second_signature (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  officer text not null,
  first_officer text not null,
  device text,
  act text not null,
  expires_at timestamptz not null,
  used_for text
);

grant select, insert, update, delete on session, sign_in_link, challenge, passkey_use, second_signature
  to twinline_app;
