-- Nobody is booked twice, by an exclusion constraint. Equality in a GiST index would need the extension btree_gist, which a
-- role that may only make tables cannot add: a range of one person that overlaps another is the same person, and ranges of our
-- own need no extension.
create type person_range as range (subtype = text, collation = "C");

alter table appointment_booking
	add constraint appointment_booking_once
	exclude using gist (
		person_range(person::text, person::text, '[]') with &&,
		tstzrange(busy_from, busy_to) with &&
	);
