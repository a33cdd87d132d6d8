create sequence request_number_sequence start with 1;

create table request (
    id                  uuid primary key,
    version             integer not null,
    number              varchar(20) not null,
    source              varchar(200),
    external_id         varchar(200),
    customer_id         uuid not null,
    kind                varchar(20) not null,
    subject             varchar(200) not null,
    description         varchar(20000) not null,
    channel             varchar(20) not null,
    product             varchar(200),
    order_id            uuid,
    impact              varchar(10) not null,
    urgency             varchar(10) not null,
    priority            varchar(10),
    priority_reason     varchar(20000),
    status              varchar(30) not null,
    status_reason       varchar(20000),
    survivor_id         uuid,
    agent_id            varchar(200),
    received_at         timestamp with time zone not null,
    first_answered_at   timestamp with time zone,
    cycle_number        integer not null,
    cycle_began_at      timestamp with time zone not null,
    cycle_began_because varchar(20000),
    cycle_answered_at   timestamp with time zone,
    cycle_resolved_at   timestamp with time zone,
    cycle_closed_at     timestamp with time zone,
    cycle_resolution    varchar(20000),
    cycle_root_cause    varchar(40),
    constraint request_customer foreign key (customer_id) references customer (id),
    constraint request_survivor foreign key (survivor_id) references request (id),
    constraint request_number_once unique (number),
    constraint request_source_once unique (source, external_id)
);

create index request_of_customer on request (customer_id, status);
create index request_by_status on request (status, received_at);
create index request_of_agent on request (agent_id, status);

-- Cycles that a reopening ended: inserted once, never changed.
create table request_cycle (
    id                  uuid primary key,
    request_id          uuid not null,
    cycle_number        integer not null,
    cycle_began_at      timestamp with time zone not null,
    cycle_began_because varchar(20000),
    cycle_answered_at   timestamp with time zone,
    cycle_resolved_at   timestamp with time zone,
    cycle_closed_at     timestamp with time zone,
    cycle_resolution    varchar(20000),
    cycle_root_cause    varchar(40),
    constraint request_cycle_request foreign key (request_id) references request (id),
    constraint request_cycle_once unique (request_id, cycle_number)
);

create table request_answer (
    id                  uuid primary key,
    request_id          uuid not null,
    cycle_number        integer not null,
    agent_id            varchar(200) not null,
    body                varchar(20000) not null,
    sent_at             timestamp with time zone not null,
    constraint request_answer_request foreign key (request_id) references request (id),
    constraint request_answer_once unique (request_id, agent_id, sent_at)
);
