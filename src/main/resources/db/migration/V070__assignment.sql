-- Who has which work item, and why.

-- Each decision with its inputs. No foreign key to the agent: people are never deleted, and checking the key would touch their
-- rows, which transactions that assign hold.
create table assignment (
	id uuid primary key,
	decision_number bigint generated always as identity,
	work_item_id uuid not null,
	kind varchar(64) not null,
	team_id varchar(64) not null,
	-- Null: nobody could take it.
	agent_id varchar(64),
	work_day date not null,
	decided_at timestamp with time zone not null,
	-- Null: the rules.
	decided_by varchar(64),
	rules_version varchar(20) not null,
	summary varchar(2000) not null,
	-- JSON: the inputs and every candidate.
	decision_record varchar(1000000) not null,
	ended_at timestamp with time zone,
	ended_because varchar(20)
);
create index assignment_by_work_item on assignment (work_item_id, decision_number);

-- What is on somebody's desk now, and nothing else: reading how much work people have costs the same however much was done before.
create table open_assignment (
	work_item_id uuid primary key,
	assignment_id uuid not null,
	agent_id varchar(64) not null,
	work_day date not null
);
create index open_assignment_load on open_assignment (work_day, agent_id);
create index open_assignment_by_agent on open_assignment (agent_id, work_day);
