-- Nobody is booked twice, without exclusion constraints: a booking takes every five minutes of its time, and a person's five
-- minutes can be taken once. Appointments begin and end on five minutes.
create table appointment_cell (
	person varchar(80) not null,
	-- Counted in five minutes since 1970.
	cell bigint not null,
	appointment_id uuid not null,
	primary key (person, cell),
	foreign key (appointment_id, person) references appointment_booking (appointment_id, person) on delete cascade
);
create index appointment_cell_by_booking on appointment_cell (appointment_id, person);
