-- Accounts that were asked for by their id, when Intercom answered, and their last update then, null where there was none: for as long
-- as the search may lag behind that answer, it is not believed about them.
create table fresh_reads (
  account bigint primary key,
  read_at timestamp with time zone not null,
  updated_at timestamp with time zone
);

-- Whether a reading of members was believed in all it told: otherwise they are read again whatever Intercom counts.
alter table member_readings add column settled boolean default true not null;

-- Runs become many: what a reader asks about publications is found without going through all of them.
create index runs_by_publication on runs (endpoint, publication);
create index runs_by_change on runs (endpoint, published_change, published_count);
-- Changed memberships in the order in which a delta gives them, whatever runs changed them.
create index membership_changes_in_order on membership_changes (membership, run);

-- When Intercom was last asked about an entitlement without telling a name for it.
create table entitlement_questions (
  entitlement bigint primary key,
  asked_at timestamp with time zone not null
);
