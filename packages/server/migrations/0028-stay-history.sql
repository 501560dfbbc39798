-- Who moved when, by person: the history behind an overstay or a passage without its pair, read from the journal itself.
create index entry_person on entry ((body::json ->> 'person'), number)
  where (kind in ('passage', 'late_passage') and outcome = 'admit') or (kind = 'override' and outcome <> 'refused');

-- Exits that were stopped after the last day of the stay: few of the journal's entries, found without reading the others.
create index entry_late_exit on entry (number)
  where kind = 'passage' and outcome = 'refer'
    and (body::json #>> '{before,lastDay}')::int < (body::json #>> '{decisions,0,legal}')::int;
