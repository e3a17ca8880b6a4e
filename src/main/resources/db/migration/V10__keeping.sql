-- A consumer's row is made when it begins to read a list: reached is 0 until it has read everything once. What changed up to the number at
-- which it began is part of that, so that only later changes have to be kept for it. One that read nothing for long expires.
alter table consumers add column began bigint default 0 not null;
alter table consumers add column expired_at timestamp with time zone;

-- The highest publication whose run is deleted: a published state before it can no longer be told from what came after.
alter table endpoints add column forgotten bigint default 0 not null;
alter table dead_letters add column closed_at timestamp with time zone;
