-- What tills still hold of one traveller is asked for whenever her pass is shown.
create index reservation_person on reservation (person) where open;
