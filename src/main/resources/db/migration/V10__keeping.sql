-- A consumer's row is made when it begins to read a list: reached is 0 until it has read everything once. What changed up to the number at
-- which it began is part of that, so that only later changes have to be kept for it. One that read nothing for long expires.
alter table consumers add column began bigint default 0 not null;
alter table consumers add column expired_at timestamp with time zone;

-- The highest publication whose run is deleted: a published state before it can no longer be told from what came after.
alter table endpoints add column forgotten bigint default 0 not null;
alter table dead_letters add column closed_at timestamp with time zone;

-- The topic of the notification that pointed, and which accounts a run read because of which topics.
alter table hints add column topic varchar(100);
create table run_causes (
  run bigint not null,
  account_id varchar(64) not null,
  topic varchar(100) not null,
  primary key (run, account_id, topic)
);

-- Objects that Intercom could not tell of when a run asked: their hints wait until then, so that others need not.
create table hints_aside (
  endpoint varchar(40) not null,
  object varchar(20) not null,
  object_id varchar(64) not null,
  tries int not null,
  next_at timestamp with time zone not null,
  primary key (endpoint, object, object_id)
);

-- Accounts that were gone and came back, until that was told: a process may be killed between the page and the telling.
create table reactivations (
  endpoint varchar(40) not null,
  account_id varchar(64) not null,
  run bigint not null,
  primary key (endpoint, account_id)
);
