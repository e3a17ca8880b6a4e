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
