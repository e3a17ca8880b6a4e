-- Accounts that the bridge has made invisible in Intercom on EIC's behalf: that Intercom does not find them means disabled, not gone.
-- The row is written before Intercom is asked, so that no import can come in between; settled_run is the newest run that existed when
-- Intercom had done it, because what older runs have read of the account is from before. An account that is being enabled keeps its
-- row until it is seen.
create table disabled_accounts (
  account_id varchar(64) not null,
  endpoint varchar(40) not null,
  manner varchar(20) not null,
  state varchar(20) not null,
  request bigint not null,
  settled_run bigint,
  since_at timestamp with time zone not null,
  primary key (account_id, endpoint)
);
