-- Personal data beside the journal (promises.md D5). Only role twinline_vault sees these tables, and of them only the rows
-- of the side that the owner gave to the login role: setting twinline.side alone opens nothing (P23).
create table vault.home (
  role name not null,
  side text not null,
  primary key (role, side)
);

-- One subject, one data key. Without `wrapped_key` nothing sealed with it can be read again, in any backup's ciphertext.
create table vault.subject (
  token text collate "C" primary key check (token ~ '^[a-z]+_[A-Za-z0-9_-]{22}$'),
  side text not null,
  wrapped_key bytea not null check (octet_length(wrapped_key) = 60),
  wrap_key_id text not null
);

-- How a document finds its subject: a keyed hash, never the number. Several documents may be one person's.
create table vault.identity (
  side text not null,
  index bytea not null check (octet_length(index) = 32),
  token text collate "C" not null references vault.subject on delete cascade,
  sealed bytea not null check (octet_length(sealed) between 28 and 4096),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (side, index)
);
create index identity_token on vault.identity (token);

alter table vault.home enable row level security;
alter table vault.subject enable row level security;
alter table vault.subject force row level security;
alter table vault.identity enable row level security;
alter table vault.identity force row level security;

-- session_user is who logged in; SET ROLE does not change it.
create policy own_home on vault.home using (role = session_user);
create policy own_side on vault.subject
  using (side = current_setting('twinline.side', true)
    and exists (select from vault.home where home.role = session_user and home.side = subject.side));
create policy own_side on vault.identity
  using (side = current_setting('twinline.side', true)
    and exists (select from vault.home where home.role = session_user and home.side = identity.side));

grant select on vault.home to twinline_vault;
grant select, insert, update, delete on vault.subject, vault.identity to twinline_vault;
