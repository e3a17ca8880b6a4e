-- By which mapping a run stores what it reads: a run that was interrupted goes on only under the same one.
alter table runs add column mapping varchar(64);
