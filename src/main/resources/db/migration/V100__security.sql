-- What was decided once, at the first start on this database, and must not change under the data. One row.
create table installation (
	id           integer                  not null primary key,
	time_zone    varchar(60)              not null,
	installed_at timestamp with time zone not null,
	constraint installation_is_one check (id = 1)
);
