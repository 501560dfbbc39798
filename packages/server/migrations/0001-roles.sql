-- Roles are shared by all databases of a server: another database of this zone may have made them already.
do $$
begin
  create role twinline_app login noinherit nosuperuser nocreatedb nocreaterole nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;

do $$
begin
  create role twinline_vault nologin nosuperuser nocreatedb nocreaterole nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;

-- NOINHERIT: the node sees the vault only where it takes the role by name (SET LOCAL ROLE, database.ts asVault).
do $$
begin
  grant twinline_vault to twinline_app;
exception when unique_violation then null;
end $$;

revoke create on schema public from public;
grant usage on schema public to twinline_app, twinline_vault;

create schema vault;
revoke all on schema vault from public;
grant usage on schema vault to twinline_vault;

-- The node without its owner at hand can still tell whether this database is of its version.
grant select on migration to twinline_app;

-- For journal tables: the second lock behind the missing UPDATE and DELETE grants (promises.md D1).
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
