-- Plans of the day: what a plan would change about a team's contacts, and what the team lead decided about each change.

-- Whose a contact is while nobody has it yet; null for those from before: then the team of its agent.
alter table contact add column team_id varchar(64);
create index contact_by_slot on contact (state, slot_at);

create table day_plan (
	id uuid primary key,
	team_id varchar(64) not null references team (id),
	days integer not null,
	state varchar(20) not null,
	requested_by varchar(64) not null,
	requested_at timestamp with time zone not null,
	-- The stretch that was planned, set when the plan is proposed.
	from_at timestamp with time zone,
	until_at timestamp with time zone,
	proposed_at timestamp with time zone,
	expires_at timestamp with time zone,
	closed_at timestamp with time zone,
	-- How good the plan is and how it was found (JSON): read by people, never searched.
	summary varchar(20000),
	constraint day_plan_days_in_range check (days between 1 and 31)
);
create index day_plan_by_team on day_plan (team_id, requested_at);

create table day_plan_item (
	plan_id uuid not null references day_plan (id),
	item_no integer not null,
	contact_id uuid not null references contact (id),
	customer_id uuid not null,
	from_agent_id varchar(64),
	from_slot_at timestamp with time zone not null,
	-- No proposal: no permitted place was free, the contact stays as it is.
	proposed_agent_id varchar(64),
	proposed_slot_at timestamp with time zone,
	-- What the lead chose instead, when changed.
	chosen_agent_id varchar(64),
	chosen_slot_at timestamp with time zone,
	-- Why: the rules that bound the choice and what it costs, before and after (JSON).
	reasons varchar(20000) not null,
	state varchar(20) not null,
	state_reason varchar(1000),
	decided_by varchar(64),
	decided_at timestamp with time zone,
	-- Set once, when the contact was moved.
	applied_at timestamp with time zone,
	primary key (plan_id, item_no),
	constraint day_plan_item_once unique (plan_id, contact_id)
);
create index day_plan_item_by_contact on day_plan_item (contact_id);
