create table product (
    code                varchar(50) primary key,
    name                varchar(200) not null,
    price               numeric(15, 0),
    active              boolean not null
);

create table opportunity (
    id                  uuid primary key,
    version             integer not null,
    source              varchar(200),
    external_id         varchar(200),
    customer_id         uuid not null,
    need                varchar(2000) not null,
    product_interest    varchar(200),
    opened_at           timestamp with time zone not null,
    -- Identifies customer and need while the opportunity is open, null afterwards.
    open_key            uuid,
    outcome             varchar(20),
    reason              varchar(20000),
    come_back_on        date,
    amount              numeric(15, 0),
    concluded_at        timestamp with time zone,
    constraint opportunity_customer foreign key (customer_id) references customer (id),
    constraint opportunity_source_once unique (source, external_id),
    constraint opportunity_open_once unique (open_key)
);

create index opportunity_of_customer on opportunity (customer_id, outcome);
create index opportunity_by_opening on opportunity (opened_at);

create table customer_order (
    id                  uuid primary key,
    version             integer not null,
    source              varchar(200) not null,
    external_id         varchar(200) not null,
    customer_id         uuid not null,
    product             varchar(200),
    amount              numeric(15, 0) not null,
    placed_at           timestamp with time zone not null,
    delivered_on        date,
    constraint customer_order_customer foreign key (customer_id) references customer (id),
    constraint customer_order_source_once unique (source, external_id)
);

create index customer_order_of_customer on customer_order (customer_id, placed_at);
create index customer_order_by_placing on customer_order (placed_at);

create table offer (
    id                  uuid primary key,
    customer_id         uuid not null,
    order_id            uuid,
    kind                varchar(20) not null,
    response            varchar(20) not null,
    note                varchar(20000),
    made_at             timestamp with time zone not null,
    constraint offer_customer foreign key (customer_id) references customer (id),
    constraint offer_order foreign key (order_id) references customer_order (id)
);

create index offer_of_customer on offer (customer_id, made_at);
