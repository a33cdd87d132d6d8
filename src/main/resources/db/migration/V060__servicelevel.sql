-- Clocks that measure how long a case waits for us, and who was told when a deadline came near.

create table service_clock (
	id uuid primary key,
	subject_id uuid not null,
	kind varchar(20) not null,
	-- Counted from 1: a case that is reopened gets a new clock, the old one's result stays.
	round_no integer not null,
	constraint service_clock_once unique (subject_id, kind, round_no)
);

-- The ledger, append-only: everything about a clock follows from its entries and the calendars.
create table service_clock_entry (
	clock_id uuid not null references service_clock (id),
	entry_no integer not null,
	entry_type varchar(20) not null,
	happened_at timestamp with time zone not null,
	target varchar(40),
	calendar_name varchar(60),
	cause varchar(200),
	actor_id varchar(64),
	primary key (clock_id, entry_no)
);

-- One row: this person was told of this rung, in this round of the case.
create table notice (
	id uuid primary key,
	subject_id uuid not null,
	round_no integer not null,
	rung varchar(60) not null,
	recipient_id varchar(64) not null,
	told_at timestamp with time zone not null,
	read_at timestamp with time zone,
	constraint notice_once unique (subject_id, round_no, rung, recipient_id)
);
create index notice_by_recipient on notice (recipient_id, told_at);
