-- Bookings that drivers make by themselves: who showed no papers, and slots that such a vehicle missed unseen.
alter table queue_place add column by_driver boolean;
alter table queue_vehicle add column unseen bigint, add column unseen_day bigint;
