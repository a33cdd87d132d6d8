-- How much work each person has open for each day, as a ledger: every change of open_assignment adds a line, so nobody
-- waits for anybody, and the sum costs the same however much is open. Many lines become one from time to time.
create table agent_load (
	id bigint generated always as identity primary key,
	agent_id varchar(64) not null,
	work_day date not null,
	points integer not null
);
create index agent_load_by_day on agent_load (work_day, agent_id, points);
create index agent_load_by_agent on agent_load (agent_id, work_day);

insert into agent_load (agent_id, work_day, points)
select agent_id, work_day, sum(weight) from open_assignment group by agent_id, work_day;

-- Sums come from the ledger now.
drop index open_assignment_load;

-- The names and versions of several tables may stand behind a decision.
alter table assignment alter column rules_version set data type varchar(200);
