-- Appointments: what kinds there are, who meets whom and when, what was changed, and the secret links to calendars.

-- How long an appointment of a kind takes, how long the agent is on the way before and after it, and how long before it
-- agent and customer are reminded: 30m, 2h business time, 1wd working days, PT24H wall clock.
create table appointment_kind (
	code varchar(30) primary key,
	name varchar(100) not null,
	channel varchar(20) not null,
	place varchar(20) not null,
	length_minutes integer not null,
	before_minutes integer not null,
	after_minutes integer not null,
	remind_agent varchar(20) not null,
	remind_customer varchar(20) not null,
	active boolean not null,
	constraint appointment_kind_place check (place in ('REMOTE', 'OURS', 'CUSTOMERS')),
	-- Time is given away in steps of five minutes.
	constraint appointment_kind_length check (length_minutes between 5 and 720 and mod(length_minutes, 5) = 0),
	constraint appointment_kind_before check (before_minutes between 0 and 720 and mod(before_minutes, 5) = 0),
	constraint appointment_kind_after check (after_minutes between 0 and 720 and mod(after_minutes, 5) = 0)
);

insert into appointment_kind
	(code, name, channel, place, length_minutes, before_minutes, after_minutes, remind_agent, remind_customer, active)
values
	('CALL', 'Gọi điện theo hẹn', 'CALL', 'REMOTE', 30, 0, 0, '15m', '2h', true),
	('VIDEO', 'Gặp qua video', 'CALL', 'REMOTE', 45, 5, 5, '15m', '1wd', true),
	('AT_OUR_PLACE', 'Gặp tại văn phòng', 'MEETING', 'OURS', 60, 0, 10, '30m', '1wd', true),
	('AT_CUSTOMERS_PLACE', 'Gặp tại nơi khách hàng', 'MEETING', 'CUSTOMERS', 60, 45, 45, '2h', '1wd', true);

create table appointment (
	id uuid primary key,
	customer_id uuid not null,
	agent_id varchar(64) not null,
	kind varchar(30) not null references appointment_kind (code),
	purpose varchar(20) not null,
	state varchar(20) not null,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	-- With the way there and back.
	busy_from timestamp with time zone not null,
	busy_to timestamp with time zone not null,
	remind_agent_at timestamp with time zone not null,
	remind_customer_at timestamp with time zone not null,
	-- Until when the time is kept for somebody who has not confirmed it.
	held_until timestamp with time zone,
	-- How often it was moved, cancellation included: the SEQUENCE of its invitation.
	sequence_number integer not null,
	place varchar(300),
	note varchar(2000),
	booked_by varchar(64) not null,
	booked_at timestamp with time zone not null,
	-- When it got the time that it has.
	timed_at timestamp with time zone not null,
	changed_at timestamp with time zone not null,
	constraint appointment_state check (state in ('HELD', 'CONFIRMED', 'DONE', 'NO_SHOW', 'CANCELLED', 'EXPIRED')),
	constraint appointment_in_order check (busy_from <= starts_at and starts_at < ends_at and ends_at <= busy_to)
);
create index appointment_by_agent on appointment (agent_id, starts_at);
create index appointment_by_customer on appointment (customer_id, starts_at);
create index appointment_by_start on appointment (starts_at);
create index appointment_by_hold on appointment (state, held_until);

-- Append-only: who did what to an appointment, and which time it had then.
create table appointment_change (
	appointment_id uuid not null references appointment (id),
	change_number integer not null,
	change_kind varchar(20) not null,
	changed_at timestamp with time zone not null,
	changed_by varchar(64) not null,
	agent_id varchar(64) not null,
	starts_at timestamp with time zone not null,
	reason varchar(500),
	primary key (appointment_id, change_number)
);

create index appointment_change_by_agent on appointment_change (agent_id);

-- The time that a person has given away: one row for the agent, with the way there and back, and one for the customer, while
-- an appointment is held or confirmed. That no two rows of one person overlap is held by the database (V141, for each
-- database in its own way), whoever writes them.
create table appointment_booking (
	appointment_id uuid not null references appointment (id),
	person varchar(80) not null,
	busy_from timestamp with time zone not null,
	busy_to timestamp with time zone not null,
	primary key (appointment_id, person),
	constraint appointment_booking_in_order check (busy_from < busy_to)
);
create index appointment_booking_by_person on appointment_booking (person, busy_to);

-- Who books holds the rows that agent and customer fall on, in order, so that a lost race is answered with the next free times
-- and not with a deadlock.
create table appointment_lock (
	slot integer primary key
);
insert into appointment_lock (slot)
select a.n * 16 + b.n
from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) a (n)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) b (n);

-- The secret link to an agent's calendar: of the secret only its SHA-256 is kept.
create table calendar_link (
	agent_id varchar(64) primary key,
	secret_hash varchar(64) not null unique,
	made_at timestamp with time zone not null
);
