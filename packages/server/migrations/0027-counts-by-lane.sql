-- An officer at the glass counts those before her own lane.
alter table queue_count add column lane text;
