-- Since when an incremental import has to read: the start of the last good run by Intercom's clock. It is moved in the transaction that
-- ends a run well; a format that the program does not know counts as none. What was imported before this table begins with its last
-- complete run.
create table watermarks (
  endpoint varchar(40) primary key,
  format smallint not null,
  started_at timestamp with time zone not null,
  scope varchar(4000) not null,
  run bigint not null
);
insert into watermarks (endpoint, format, started_at, scope, run)
  select e.endpoint, 1, r.server_started_at, e.scope, r.run from endpoints e join runs r on r.run = e.complete_run
  where r.server_started_at is not null and e.scope is not null;

-- When the members of an entitlement were last read to their end, how many Intercom counted then, and when it was last asked to count.
create table member_readings (
  endpoint varchar(40) not null,
  type varchar(40) not null,
  entitlement_id varchar(64) not null,
  members bigint not null,
  read_at timestamp with time zone not null,
  counted_at timestamp with time zone not null,
  primary key (endpoint, type, entitlement_id)
);

-- The last login of each teammate that Intercom's activity log told of.
create table logins (
  account_id varchar(64) primary key,
  logged_in_at timestamp with time zone not null
);
