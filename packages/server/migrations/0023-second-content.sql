-- A second officer signs for what exactly is to be done, not for a name of it: the hash of the deed with everything that is
-- asked for. Working memory: what was open under the older form is asked for anew.
delete from second_signature;
delete from challenge where purpose = 'second';
alter table second_signature add column content text not null check (content ~ '^[0-9a-f]{64}$');
alter table challenge add column content text check (content ~ '^[0-9a-f]{64}$');
