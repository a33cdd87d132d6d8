-- Work that nobody can take at this moment, and what may change that.

create table waiting_work (
	work_item_id uuid primary key,
	kind varchar(64) not null,
	team_id varchar(64) not null,
	language varchar(35) not null,
	-- What it asks of a person, for a look that costs little: skills as "warranty:3,support:1@2026-03-02T03:00:00Z", the moment behind the @
	-- is the one from which the skill is no longer asked for.
	skills varchar(2000) not null,
	product varchar(200),
	customer_group varchar(20),
	excluded varchar(4000) not null,
	-- When it is to be done; what is overdue is to be done now.
	work_at timestamp with time zone not null,
	-- The more urgent first, then who has waited longer.
	urgency integer not null,
	waiting_since timestamp with time zone not null,
	-- Null: no moment is known at which anything would change by itself.
	next_try_at timestamp with time zone,
	tries integer not null
);
create index waiting_work_queue on waiting_work (team_id, urgency, waiting_since, work_item_id);
create index waiting_work_due on waiting_work (next_try_at);

-- News of a person who may now take what waits. Only added to, so that transactions that free people never wait for each other.
create table waiting_work_news (
	id uuid primary key,
	agent_id varchar(64) not null,
	noted_at timestamp with time zone not null,
	claimed_until timestamp with time zone
);
create index waiting_work_news_by_age on waiting_work_news (noted_at, id);
create index waiting_work_news_by_agent on waiting_work_news (agent_id);
