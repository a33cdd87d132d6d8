-- People, teams, skills, absences and the calendars they work by.

-- Every change of this room raises the number: other nodes see by it that what they keep in memory is old.
create table staff_revision (
	id integer primary key,
	revision bigint not null,
	constraint staff_revision_is_single check (id = 1)
);
insert into staff_revision (id, revision) values (1, 1);

-- Times of day are text, because a range may end at 24:00.
create table business_calendar (
	name varchar(60) primary key,
	time_zone varchar(60) not null,
	public_holidays boolean not null
);

create table calendar_hours (
	calendar_name varchar(60) not null references business_calendar (name),
	weekday varchar(9) not null,
	opens_at varchar(8) not null,
	closes_at varchar(8) not null,
	primary key (calendar_name, weekday, opens_at)
);

create table calendar_exception (
	calendar_name varchar(60) not null references business_calendar (name),
	on_day date not null,
	label varchar(200) not null,
	primary key (calendar_name, on_day)
);

-- No row: closed on that day.
create table calendar_exception_hours (
	calendar_name varchar(60) not null,
	on_day date not null,
	opens_at varchar(8) not null,
	closes_at varchar(8) not null,
	primary key (calendar_name, on_day, opens_at),
	foreign key (calendar_name, on_day) references calendar_exception (calendar_name, on_day)
);

-- What people call a skill; the id is what rules and models use.
create table skill (
	id varchar(64) primary key,
	name varchar(200) not null
);

create table agent (
	id varchar(64) primary key,
	name varchar(200) not null,
	email varchar(254) not null,
	capacity integer not null,
	calendar_name varchar(60) not null references business_calendar (name),
	employed_from date not null,
	employed_until date,
	receiving boolean not null,
	not_receiving_reason varchar(500),
	constraint agent_capacity_not_negative check (capacity >= 0),
	constraint agent_employment_in_order check (employed_until is null or employed_until > employed_from)
);

create table agent_role (
	agent_id varchar(64) not null references agent (id),
	role_id varchar(64) not null,
	primary key (agent_id, role_id)
);

create table agent_skill (
	agent_id varchar(64) not null references agent (id),
	skill_id varchar(64) not null,
	skill_level integer not null,
	primary key (agent_id, skill_id),
	constraint agent_skill_level_in_range check (skill_level between 1 and 5)
);

create table agent_language (
	agent_id varchar(64) not null references agent (id),
	language_tag varchar(35) not null,
	primary key (agent_id, language_tag)
);

create table team (
	id varchar(64) primary key,
	name varchar(200) not null,
	lead_id varchar(64) references agent (id)
);

create table team_member (
	team_id varchar(64) not null references team (id),
	agent_id varchar(64) not null references agent (id),
	primary key (team_id, agent_id)
);
create index team_member_by_agent on team_member (agent_id);

create table absence (
	id uuid primary key,
	agent_id varchar(64) not null references agent (id),
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	substitute_id varchar(64) references agent (id),
	reason varchar(500),
	constraint absence_in_order check (ends_at > starts_at)
);
create index absence_by_agent on absence (agent_id, ends_at);
create index absence_by_substitute on absence (substitute_id);

insert into skill (id, name) values ('warranty', 'bảo hành');
insert into skill (id, name) values ('support', 'hỗ trợ');
insert into skill (id, name) values ('complaint', 'giải quyết khiếu nại');

insert into business_calendar (name, time_zone, public_holidays) values ('office', 'Asia/Ho_Chi_Minh', true);
insert into business_calendar (name, time_zone, public_holidays) values ('service', 'Asia/Ho_Chi_Minh', true);
insert into business_calendar (name, time_zone, public_holidays) values ('always', 'Asia/Ho_Chi_Minh', false);

insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('office', 'MONDAY', '08:00', '12:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('office', 'MONDAY', '13:30', '17:30');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('office', 'TUESDAY', '08:00', '12:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('office', 'TUESDAY', '13:30', '17:30');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('office', 'WEDNESDAY', '08:00', '12:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('office', 'WEDNESDAY', '13:30', '17:30');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('office', 'THURSDAY', '08:00', '12:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('office', 'THURSDAY', '13:30', '17:30');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('office', 'FRIDAY', '08:00', '12:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('office', 'FRIDAY', '13:30', '17:30');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('service', 'MONDAY', '08:00', '12:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('service', 'MONDAY', '13:00', '18:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('service', 'TUESDAY', '08:00', '12:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('service', 'TUESDAY', '13:00', '18:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('service', 'WEDNESDAY', '08:00', '12:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('service', 'WEDNESDAY', '13:00', '18:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('service', 'THURSDAY', '08:00', '12:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('service', 'THURSDAY', '13:00', '18:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('service', 'FRIDAY', '08:00', '12:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('service', 'FRIDAY', '13:00', '18:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('service', 'SATURDAY', '08:00', '12:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('service', 'SATURDAY', '13:00', '18:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('always', 'MONDAY', '00:00', '24:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('always', 'TUESDAY', '00:00', '24:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('always', 'WEDNESDAY', '00:00', '24:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('always', 'THURSDAY', '00:00', '24:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('always', 'FRIDAY', '00:00', '24:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('always', 'SATURDAY', '00:00', '24:00');
insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values ('always', 'SUNDAY', '00:00', '24:00');
