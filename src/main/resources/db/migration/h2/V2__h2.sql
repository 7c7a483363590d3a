-- What H2 has in its own way.

-- H2 counts UTF-16 units, of which a code point has one or two: it can hold text_length between the two.
alter table statement add constraint statement_text_length
  check (text_length <= char_length(text) and char_length(text) <= 2 * text_length);
alter table account add constraint account_text_length
  check (text_length <= char_length(text) and char_length(text) <= 2 * text_length);

-- A day has 262,144 places, and days are counted from the first of the year 0 on.
alter table event add constraint event_order
  check (date_order / 262144 = coalesce(datediff(day, date '1970-01-01', coalesce(date_earliest, date_latest)) + 719528, 0));
alter table meeting add constraint meeting_order
  check (date_order / 262144 = coalesce(datediff(day, date '1970-01-01', coalesce(date_earliest, date_latest)) + 719528, 0));

-- All of a speaker's statements, in the order of the list: H2 has no index of some rows only.
create index statement_speaker_participant_index
  on statement_speaker (speaker_participant_id, meeting_order desc, meeting_id, sequence, statement_id);
create index statement_speaker_party_index
  on statement_speaker (speaker_party_id, meeting_order desc, meeting_id, sequence, statement_id);

-- H2 has no index over words that keeps in step with a transaction that is rolled back: this table is one.
create table search_word (
  word varchar(100) not null,
  thing uuid not null,
  -- Since when the thing has it.
  revision_number integer not null,
  primary key (word, thing)
);
create index search_word_thing on search_word (thing);

-- The revisions that erased words since the file was last written anew (see org.chancery.operation.H2Sweep).
create table unswept_erasure (
  revision_number integer primary key
);
