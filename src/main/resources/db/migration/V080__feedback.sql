create table survey (
    id                  uuid primary key,
    version             integer not null,
    customer_id         uuid not null,
    subject_id          uuid not null,
    kind                varchar(10) not null,
    scale_lowest        integer not null,
    scale_highest       integer not null,
    invited_at          timestamp with time zone not null,
    score               integer,
    remark              varchar(20000),
    answered_at         timestamp with time zone,
    constraint survey_customer foreign key (customer_id) references customer (id),
    constraint survey_score_on_scale check (score between scale_lowest and scale_highest)
);

create index survey_about on survey (subject_id);
create index survey_by_invitation on survey (kind, invited_at);
create index survey_of_customer on survey (customer_id);
