-- A person leaves: everything that refers to them as responsible, who shall have it, how far that has come, and the proof that
-- nothing was left. No foreign keys to people: these rows are history.

create table hand_over (
	id uuid primary key,
	agent_id varchar(64) not null,
	-- The person while the hand-over runs, else null: at most one that runs a person.
	open_agent_id varchar(64),
	reason varchar(1000) not null,
	last_day date not null,
	state varchar(20) not null,
	requested_by varchar(64) not null,
	requested_at timestamp with time zone not null,
	-- How the person was before, for undoing it.
	was_receiving boolean not null,
	was_not_receiving_reason varchar(500),
	was_employed_until date,
	listings integer not null,
	-- How often the batch that is due was begun: one that fails is tried again in smaller parts.
	tries integer not null,
	closed_at timestamp with time zone,
	undo_until timestamp with time zone,
	ended_at timestamp with time zone,
	ended_by varchar(64),
	ended_because varchar(1000),
	constraint hand_over_open_once unique (open_agent_id)
);
create index hand_over_by_agent on hand_over (agent_id, requested_at);

-- One thing that the person was responsible for. What it is called for people is worked out from kind, ref and detail when it
-- is shown.
create table hand_over_item (
	hand_over_id uuid not null references hand_over (id),
	item_no integer not null,
	kind varchar(20) not null,
	-- What it is by the identity that its room knows it by.
	ref varchar(200) not null,
	-- A code: the task, the model, the state.
	detail varchar(200) not null,
	customer_id uuid,
	-- The customer's, where one is known.
	language varchar(10),
	work_item_id uuid,
	proposed_agent_id varchar(64),
	-- Why this one, in Vietnamese.
	proposed_because varchar(1000),
	-- Whether the rules found them, or nobody was eligible.
	by_rules boolean not null,
	chosen_agent_id varchar(64),
	chosen_by varchar(64),
	state varchar(20) not null,
	state_reason varchar(1000),
	-- Who got it; null for what ends with the person.
	to_agent_id varchar(64),
	-- What undoing needs to know.
	kept varchar(4000),
	moved_at timestamp with time zone,
	primary key (hand_over_id, item_no)
);
create index hand_over_item_by_state on hand_over_item (hand_over_id, state, item_no);

-- How many things of each kind referred to the person, each time they were counted: first when listed, last when proven.
create table hand_over_proof (
	hand_over_id uuid not null references hand_over (id),
	count_no integer not null,
	stage varchar(10) not null,
	kind varchar(20) not null,
	counted bigint not null,
	counted_at timestamp with time zone not null,
	primary key (hand_over_id, count_no, kind)
);

-- Who was told instead, because the recipient left before reading it.
alter table notice add column passed_to varchar(64);
