-- Calendars that inherit, hours that hold for a time, calendars of teams and of the organisation, and the work that follows
-- when a calendar changes.

-- What a calendar does not say itself it takes from its parent: the zone, public holidays, weekly hours, exceptions.
alter table business_calendar add column parent_name varchar(60);
alter table business_calendar add constraint business_calendar_parent foreign key (parent_name) references business_calendar (name);
alter table business_calendar alter column time_zone drop not null;
alter table business_calendar alter column public_holidays drop not null;

-- Weekly hours that hold from one date to another (exclusive; none: without end) instead of those in calendar_hours. Of several
-- that hold on a date the one that begins last counts.
create table calendar_season (
	calendar_name varchar(60) not null references business_calendar (name),
	valid_from date not null,
	valid_to date,
	label varchar(200) not null,
	primary key (calendar_name, valid_from),
	constraint calendar_season_in_order check (valid_to is null or valid_to > valid_from)
);

-- No row for a day of the week: closed on that day as long as the season holds.
create table calendar_season_hours (
	calendar_name varchar(60) not null,
	valid_from date not null,
	weekday varchar(9) not null,
	opens_at varchar(8) not null,
	closes_at varchar(8) not null,
	primary key (calendar_name, valid_from, weekday, opens_at),
	foreign key (calendar_name, valid_from) references calendar_season (calendar_name, valid_from)
);

-- The calendar of a team; without one it works by the organisation's.
alter table team add column calendar_name varchar(60);
alter table team add constraint team_calendar foreign key (calendar_name) references business_calendar (name);

create table organisation_calendar (
	id integer primary key,
	calendar_name varchar(60) not null references business_calendar (name),
	constraint organisation_calendar_is_single check (id = 1)
);
insert into organisation_calendar (id, calendar_name) values (1, 'office');

-- The swap that the government announced for whoever rests on Saturdays: Friday, 2 January 2026 is free, Saturday, 10 January
-- 2026 is worked instead. It fits 'office'. 'service' works on Saturdays anyway, it has no day to give in exchange.
insert into calendar_exception (calendar_name, on_day, label)
select 'office', date '2026-01-02', 'Nghỉ hoán đổi với thứ Bảy 10/01/2026' from organisation_calendar
where not exists (select 1 from calendar_exception where calendar_name = 'office' and on_day = date '2026-01-02');

insert into calendar_exception (calendar_name, on_day, label)
select 'office', date '2026-01-10', 'Làm bù cho thứ Sáu 02/01/2026' from organisation_calendar
where not exists (select 1 from calendar_exception where calendar_name = 'office' and on_day = date '2026-01-10');
insert into calendar_exception_hours (calendar_name, on_day, opens_at, closes_at)
select x.calendar_name, x.on_day, h.opens_at, h.closes_at
from calendar_exception x join calendar_hours h on h.calendar_name = x.calendar_name and h.weekday = 'FRIDAY'
where x.calendar_name = 'office' and x.on_day = date '2026-01-10' and x.label = 'Làm bù cho thứ Sáu 02/01/2026';

-- Deadlines and slots that have to be worked out anew, because calendars changed. Work goes on from the last thing that was
-- looked at, so a node that stops leaves the rest to the others.
create table calendar_change (
	id uuid primary key,
	calendars varchar(20000) not null,
	changed_at timestamp with time zone not null,
	not_before timestamp with time zone not null,
	stage integer not null,
	last_seen varchar(64),
	checked integer not null,
	moved integer not null,
	failed integer not null,
	finished_at timestamp with time zone
);
create index calendar_change_by_end on calendar_change (finished_at, not_before);
