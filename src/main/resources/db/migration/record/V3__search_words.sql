-- The words that a thing is found by: folded, with a space before and after each, and "|" between two texts (see
-- org.chancery.search.Words, which alone writes them).
alter table party add column search_words varchar default '' not null;
alter table topic add column search_words varchar default '' not null;
alter table participant add column search_words varchar default '' not null;
alter table event add column search_words varchar default '' not null;
alter table meeting add column search_words varchar default '' not null;
alter table participation add column search_words varchar default '' not null;
alter table statement add column search_words varchar default '' not null;

-- In which order the record was written, for those who follow its changes.
create index meeting_created on meeting (created_at, id);
create index meeting_updated on meeting (updated_at, id);
create index statement_created on statement (created_at, id);
create index statement_updated on statement (updated_at, id);

-- The time of what was last written (see org.chancery.record.RecordClock).
create table record_clock (
  id integer primary key check (id = 1),
  last_written timestamp(6) with time zone not null
);
insert into record_clock (id, last_written)
select 1, coalesce(max(updated_at), timestamp with time zone '1970-01-01 00:00:00+00') from meeting;
