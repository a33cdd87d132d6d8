-- Which pieces of work changed hands because somebody was absent, and what became of them on return.

-- No foreign key to the absence: what happened stays known.
create table absence_cover (
	absence_id uuid not null,
	item_no integer not null,
	case_id uuid not null,
	work_kind varchar(40) not null,
	from_agent_id varchar(64) not null,
	-- Null: it went to the team's queue.
	to_agent_id varchar(64),
	why varchar(2000) not null,
	covered_at timestamp with time zone not null,
	outcome varchar(20) not null,
	outcome_agent_id varchar(64),
	settled_at timestamp with time zone,
	settled_by varchar(64),
	primary key (absence_id, item_no)
);
create index absence_cover_by_case on absence_cover (case_id);
