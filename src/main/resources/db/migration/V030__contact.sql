-- Contacts with customers: when each may take place, why then, and what came of it.

-- One row: on these days, for this purpose and channel, a contact is permitted (PERMIT) or better avoided (AVOID) between
-- two times of the customer's day. Times are text, because a window may end at 24:00. Several PERMIT rows must all permit;
-- without one nothing is permitted. The worth of an AVOID row is how many minutes of waiting it is worth to keep it.
create table contact_window_rule (
	code varchar(60) not null,
	purpose varchar(20) not null,
	channel varchar(20) not null,
	strength varchar(10) not null,
	opens_at varchar(5) not null,
	closes_at varchar(5) not null,
	worth_minutes integer not null,
	label varchar(200) not null,
	source varchar(300) not null,
	valid_from date not null,
	valid_to date,
	primary key (code, purpose, channel, valid_from),
	constraint contact_window_rule_strength check (strength in ('PERMIT', 'AVOID')),
	constraint contact_window_rule_in_order check (valid_to is null or valid_to > valid_from)
);

insert into contact_window_rule
	(code, purpose, channel, strength, opens_at, closes_at, worth_minutes, label, source, valid_from, valid_to)
values
	('LEGAL_HOURS', 'ADVERTISING', 'CALL', 'PERMIT', '08:00', '17:00', 0, 'Giờ gọi quảng cáo', 'Nghị định 91/2020/NĐ-CP, Điều 13', '2020-10-01', null),
	('LEGAL_HOURS', 'ADVERTISING', 'SMS', 'PERMIT', '07:00', '22:00', 0, 'Giờ nhắn tin quảng cáo', 'Nghị định 91/2020/NĐ-CP, Điều 13', '2020-10-01', null),
	('HOUSE_HOURS', 'ADVERTISING', 'ZALO', 'PERMIT', '07:00', '22:00', 0, 'Giờ nhắn Zalo quảng cáo', 'Quy định nội bộ, như tin nhắn', '2020-10-01', null),
	('HOUSE_HOURS', 'ADVERTISING', 'MEETING', 'PERMIT', '08:00', '17:00', 0, 'Giờ gặp để giới thiệu', 'Quy định nội bộ, như cuộc gọi', '2020-10-01', null),
	('HOUSE_HOURS', 'ADVERTISING', 'EMAIL', 'PERMIT', '00:00', '24:00', 0, 'Giờ gửi thư quảng cáo', 'Quy định nội bộ', '2020-10-01', null),
	('HOUSE_HOURS', 'SERVICE', 'CALL', 'PERMIT', '08:00', '20:00', 0, 'Giờ gọi chăm sóc', 'Quy định nội bộ', '2020-10-01', null),
	('HOUSE_HOURS', 'SERVICE', 'MEETING', 'PERMIT', '08:00', '20:00', 0, 'Giờ gặp chăm sóc', 'Quy định nội bộ', '2020-10-01', null),
	('HOUSE_HOURS', 'SERVICE', 'SMS', 'PERMIT', '07:00', '22:00', 0, 'Giờ nhắn tin chăm sóc', 'Quy định nội bộ', '2020-10-01', null),
	('HOUSE_HOURS', 'SERVICE', 'ZALO', 'PERMIT', '07:00', '22:00', 0, 'Giờ nhắn Zalo chăm sóc', 'Quy định nội bộ', '2020-10-01', null),
	('HOUSE_HOURS', 'SERVICE', 'EMAIL', 'PERMIT', '00:00', '24:00', 0, 'Giờ gửi thư chăm sóc', 'Quy định nội bộ', '2020-10-01', null),
	('HOUSE_HOURS', 'REPLY', 'CALL', 'PERMIT', '07:00', '22:00', 0, 'Giờ gọi trả lời', 'Quy định nội bộ', '2020-10-01', null),
	('HOUSE_HOURS', 'REPLY', 'MEETING', 'PERMIT', '07:00', '22:00', 0, 'Giờ gặp trả lời', 'Quy định nội bộ', '2020-10-01', null),
	('HOUSE_HOURS', 'REPLY', 'SMS', 'PERMIT', '07:00', '22:00', 0, 'Giờ nhắn tin trả lời', 'Quy định nội bộ', '2020-10-01', null),
	('HOUSE_HOURS', 'REPLY', 'ZALO', 'PERMIT', '07:00', '22:00', 0, 'Giờ nhắn Zalo trả lời', 'Quy định nội bộ', '2020-10-01', null),
	('HOUSE_HOURS', 'REPLY', 'EMAIL', 'PERMIT', '00:00', '24:00', 0, 'Giờ gửi thư trả lời', 'Quy định nội bộ', '2020-10-01', null),
	('LUNCH', 'ADVERTISING', 'CALL', 'AVOID', '11:30', '13:30', 240, 'Giờ nghỉ trưa', 'Quy định nội bộ', '2020-10-01', null),
	('LUNCH', 'ADVERTISING', 'MEETING', 'AVOID', '11:30', '13:30', 240, 'Giờ nghỉ trưa', 'Quy định nội bộ', '2020-10-01', null),
	('LUNCH', 'ADVERTISING', 'SMS', 'AVOID', '11:30', '13:30', 240, 'Giờ nghỉ trưa', 'Quy định nội bộ', '2020-10-01', null),
	('LUNCH', 'ADVERTISING', 'ZALO', 'AVOID', '11:30', '13:30', 240, 'Giờ nghỉ trưa', 'Quy định nội bộ', '2020-10-01', null),
	('LUNCH', 'SERVICE', 'CALL', 'AVOID', '11:30', '13:30', 240, 'Giờ nghỉ trưa', 'Quy định nội bộ', '2020-10-01', null),
	('LUNCH', 'SERVICE', 'MEETING', 'AVOID', '11:30', '13:30', 240, 'Giờ nghỉ trưa', 'Quy định nội bộ', '2020-10-01', null),
	('LUNCH', 'SERVICE', 'SMS', 'AVOID', '11:30', '13:30', 240, 'Giờ nghỉ trưa', 'Quy định nội bộ', '2020-10-01', null),
	('LUNCH', 'SERVICE', 'ZALO', 'AVOID', '11:30', '13:30', 240, 'Giờ nghỉ trưa', 'Quy định nội bộ', '2020-10-01', null),
	('DINNER', 'ADVERTISING', 'SMS', 'AVOID', '18:00', '20:00', 180, 'Giờ ăn tối', 'Quy định nội bộ', '2020-10-01', null),
	('DINNER', 'ADVERTISING', 'ZALO', 'AVOID', '18:00', '20:00', 180, 'Giờ ăn tối', 'Quy định nội bộ', '2020-10-01', null),
	('DINNER', 'SERVICE', 'CALL', 'AVOID', '18:00', '20:00', 180, 'Giờ ăn tối', 'Quy định nội bộ', '2020-10-01', null),
	('DINNER', 'SERVICE', 'MEETING', 'AVOID', '18:00', '20:00', 180, 'Giờ ăn tối', 'Quy định nội bộ', '2020-10-01', null),
	('DINNER', 'SERVICE', 'SMS', 'AVOID', '18:00', '20:00', 180, 'Giờ ăn tối', 'Quy định nội bộ', '2020-10-01', null),
	('DINNER', 'SERVICE', 'ZALO', 'AVOID', '18:00', '20:00', 180, 'Giờ ăn tối', 'Quy định nội bộ', '2020-10-01', null),
	('RUSH_MORNING', 'ADVERTISING', 'CALL', 'AVOID', '07:00', '08:30', 120, 'Giờ cao điểm sáng', 'Quy định nội bộ', '2020-10-01', null),
	('RUSH_MORNING', 'ADVERTISING', 'MEETING', 'AVOID', '07:00', '08:30', 120, 'Giờ cao điểm sáng', 'Quy định nội bộ', '2020-10-01', null),
	('RUSH_MORNING', 'SERVICE', 'CALL', 'AVOID', '07:00', '08:30', 120, 'Giờ cao điểm sáng', 'Quy định nội bộ', '2020-10-01', null),
	('RUSH_MORNING', 'SERVICE', 'MEETING', 'AVOID', '07:00', '08:30', 120, 'Giờ cao điểm sáng', 'Quy định nội bộ', '2020-10-01', null),
	('RUSH_EVENING', 'ADVERTISING', 'CALL', 'AVOID', '16:30', '18:30', 120, 'Giờ cao điểm chiều', 'Quy định nội bộ', '2020-10-01', null),
	('RUSH_EVENING', 'ADVERTISING', 'MEETING', 'AVOID', '16:30', '18:30', 120, 'Giờ cao điểm chiều', 'Quy định nội bộ', '2020-10-01', null),
	('RUSH_EVENING', 'SERVICE', 'CALL', 'AVOID', '16:30', '18:30', 120, 'Giờ cao điểm chiều', 'Quy định nội bộ', '2020-10-01', null),
	('RUSH_EVENING', 'SERVICE', 'MEETING', 'AVOID', '16:30', '18:30', 120, 'Giờ cao điểm chiều', 'Quy định nội bộ', '2020-10-01', null);

-- At most so many contacts to one number in any stretch of so many hours.
create table contact_quota_rule (
	purpose varchar(20) not null,
	channel varchar(20) not null,
	at_most integer not null,
	within_hours integer not null,
	source varchar(300) not null,
	valid_from date not null,
	valid_to date,
	primary key (purpose, channel, valid_from),
	constraint contact_quota_rule_positive check (at_most > 0 and within_hours > 0),
	constraint contact_quota_rule_in_order check (valid_to is null or valid_to > valid_from)
);

insert into contact_quota_rule (purpose, channel, at_most, within_hours, source, valid_from, valid_to)
values
	('ADVERTISING', 'CALL', 1, 24, 'Nghị định 91/2020/NĐ-CP, Điều 13', '2020-10-01', null),
	('ADVERTISING', 'SMS', 3, 24, 'Nghị định 91/2020/NĐ-CP, Điều 13', '2020-10-01', null),
	('ADVERTISING', 'EMAIL', 3, 24, 'Nghị định 91/2020/NĐ-CP, Điều 13', '2020-10-01', null),
	('ADVERTISING', 'ZALO', 3, 24, 'Quy định nội bộ, như tin nhắn', '2020-10-01', null);

-- Who is to be contacted, for what, and the slot that was found with the reasons why not earlier (JSON).
create table contact (
	id uuid primary key,
	customer_id uuid not null,
	case_id uuid not null,
	purpose varchar(20) not null,
	channel varchar(20) not null,
	reason varchar(30) not null,
	state varchar(20) not null,
	agent_id varchar(64),
	-- What quotas count by: the phone number, or the customer where the channel needs none.
	quota_key varchar(60),
	slot_at timestamp with time zone,
	due_at timestamp with time zone,
	remind_at timestamp with time zone,
	slot_reasons varchar(20000),
	cancelled_because varchar(500),
	planned_at timestamp with time zone not null
);
create index contact_by_case on contact (case_id);
create index contact_by_customer on contact (customer_id, planned_at);
create index contact_by_number on contact (quota_key, due_at);

-- Append-only: each attempt, with how many of the case's attempts had gone unanswered by then, itself included.
create table contact_attempt (
	contact_id uuid not null references contact (id),
	made_at timestamp with time zone not null,
	case_id uuid not null,
	purpose varchar(20) not null,
	channel varchar(20) not null,
	quota_key varchar(60),
	outcome varchar(20) not null,
	agent_id varchar(64),
	note varchar(4000),
	unanswered integer not null,
	primary key (contact_id, made_at)
);
create index contact_attempt_by_case on contact_attempt (case_id, made_at);
create index contact_attempt_by_number on contact_attempt (quota_key, made_at);

-- Whoever looks for a slot under a quota holds the row that the number falls on, so that two nodes cannot both find the last
-- free slot of one number.
create table contact_lock (
	slot integer primary key
);
insert into contact_lock (slot)
select a.n * 16 + b.n
from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) a (n)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) b (n);
