-- What work weighs, and how it came from one person to the next.

-- Points of the day's capacity that the work takes.
alter table open_assignment add column weight integer default 1 not null;

-- Who had it before; who asked for the change and why, when a person did.
alter table assignment add column from_agent_id varchar(64);
alter table assignment add column moved_by varchar(64);
alter table assignment add column moved_because varchar(1000);
