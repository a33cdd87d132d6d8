-- What a person serves, and whether they work here as far as everybody has been told.

-- No row: every product.
create table agent_product (
	agent_id varchar(64) not null references agent (id),
	product varchar(200) not null,
	primary key (agent_id, product)
);

-- No row: every group.
create table agent_customer_group (
	agent_id varchar(64) not null references agent (id),
	customer_group varchar(20) not null,
	primary key (agent_id, customer_group)
);

-- Employment begins and ends by date, without anybody changing anything on that day: whoever finds this behind the
-- dates tells the others.
alter table agent add column known_employed boolean;
