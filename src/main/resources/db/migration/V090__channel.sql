create table message (
    id                  uuid primary key,
    version             integer not null,
    channel             varchar(20) not null,
    external_id         varchar(200) not null,
    sender              varchar(320) not null,
    body                varchar(20000) not null,
    request_reference   varchar(200),
    received_at         timestamp with time zone not null,
    customer_id         uuid,
    constraint message_once unique (channel, external_id),
    constraint message_customer foreign key (customer_id) references customer (id)
);

create index message_of_customer on message (customer_id, received_at);
