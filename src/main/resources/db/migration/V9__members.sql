-- Accounts that were asked for by their id, when Intercom answered, and their last update then, null where there was none: for as long
-- as the search may lag behind that answer, it is not believed about them.
create table fresh_reads (
  account bigint primary key,
  read_at timestamp with time zone not null,
  updated_at timestamp with time zone
);

-- Whether a reading of members was believed in all it told: otherwise they are read again whatever Intercom counts.
alter table member_readings add column settled boolean default true not null;
