-- The rules about contacts as data that is never overwritten: of one rule the latest version that has begun holds. Numbers that
-- forbid advertising, and what a customer told us beyond the record that all rooms share.

-- Raised by every change, so that all nodes notice.
create table contact_rule_revision (
	id integer primary key,
	revision bigint not null,
	constraint contact_rule_revision_is_single check (id = 1)
);
insert into contact_rule_revision (id, revision) values (1, 1);

alter table contact_window_rule add column repealed boolean default false not null;
alter table contact_window_rule add column recorded_by varchar(64);
alter table contact_window_rule add column recorded_at timestamp with time zone;

-- At most so many contacts to one number in any stretch of so many hours; several may hold at once.
create table contact_quota (
	code varchar(60) not null,
	purpose varchar(20) not null,
	channel varchar(20) not null,
	at_most integer not null,
	within_hours integer not null,
	label varchar(200) not null,
	source varchar(300) not null,
	valid_from date not null,
	valid_to date,
	repealed boolean default false not null,
	recorded_by varchar(64),
	recorded_at timestamp with time zone,
	primary key (code, purpose, channel, valid_from),
	constraint contact_quota_positive check (at_most > 0 and within_hours > 0),
	constraint contact_quota_in_order check (valid_to is null or valid_to > valid_from)
);
insert into contact_quota (code, purpose, channel, at_most, within_hours, label, source, valid_from, valid_to)
select 'QUOTA', purpose, channel, at_most, within_hours, 'Số lần quảng cáo', source, valid_from, valid_to
from contact_quota_rule;
drop table contact_quota_rule;

-- So much time lies between a contact for this purpose and any other contact with the same customer. An answer waits for
-- nothing: the customer does.
create table contact_buffer (
	code varchar(60) not null,
	purpose varchar(20) not null,
	gap_minutes integer not null,
	label varchar(200) not null,
	source varchar(300) not null,
	valid_from date not null,
	valid_to date,
	repealed boolean default false not null,
	recorded_by varchar(64),
	recorded_at timestamp with time zone,
	primary key (code, purpose, valid_from),
	constraint contact_buffer_positive check (gap_minutes > 0),
	constraint contact_buffer_in_order check (valid_to is null or valid_to > valid_from)
);
insert into contact_buffer (code, purpose, gap_minutes, label, source, valid_from, valid_to)
values
	('BUFFER', 'ADVERTISING', 120, 'Khoảng nghỉ giữa hai lần liên hệ', 'Quy định nội bộ', '2020-10-01', null),
	('BUFFER', 'SERVICE', 60, 'Khoảng nghỉ giữa hai lần liên hệ', 'Quy định nội bộ', '2020-10-01', null);

-- What a customer refuses, by purpose and channel; null means any. Taken back by a date, never deleted.
create table contact_opt_out (
	id uuid primary key,
	customer_id uuid not null,
	purpose varchar(20),
	channel varchar(20),
	reason varchar(500) not null,
	recorded_by varchar(64),
	since timestamp with time zone not null,
	withdrawn_at timestamp with time zone
);
create index contact_opt_out_by_customer on contact_opt_out (customer_id);

-- When a customer likes to be contacted, by channel and day of the week; null means any.
create table contact_preference (
	customer_id uuid not null,
	ordinal integer not null,
	channel varchar(20),
	weekday varchar(10),
	begins_at time not null,
	ends_at time not null,
	primary key (customer_id, ordinal)
);

-- Who took on a contact that no case planned; null for those of a case.
alter table contact add column taken_by varchar(64);

-- Numbers that forbid advertising. Most are not of our customers, so they are kept as keyed hashes: they can be compared with a
-- number that is about to be called, not read.
create table advertising_register (
	number_hash varchar(64) not null,
	listed_on date not null,
	delisted_on date,
	import_id uuid not null,
	primary key (number_hash, listed_on)
);
create table advertising_register_key (
	id integer primary key,
	secret varchar(64) not null,
	constraint advertising_register_key_is_single check (id = 1)
);

-- What each file of the register came to.
create table register_import (
	id uuid primary key,
	change varchar(10) not null,
	dry_run boolean not null,
	state varchar(20) not null,
	row_count integer not null,
	changed integer not null,
	unchanged integer not null,
	failed integer not null,
	started_by varchar(64),
	started_at timestamp with time zone not null,
	finished_at timestamp with time zone
);
create table register_import_error (
	import_id uuid not null references register_import (id),
	line_number integer not null,
	field varchar(60) not null,
	message varchar(300) not null,
	primary key (import_id, line_number)
);
