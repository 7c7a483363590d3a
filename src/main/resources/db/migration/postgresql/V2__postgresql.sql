-- What PostgreSQL has in its own way.

-- It counts code points itself.
alter table statement add constraint statement_text_length check (text_length = char_length(text));
alter table account add constraint account_text_length check (text_length = char_length(text));

-- A day has 262,144 places, and days are counted from the first of the year 0 on.
alter table event add constraint event_order
  check (date_order / 262144 = coalesce(coalesce(date_earliest, date_latest) - date '1970-01-01' + 719528, 0));
alter table meeting add constraint meeting_order
  check (date_order / 262144 = coalesce(coalesce(date_earliest, date_latest) - date '1970-01-01' + 719528, 0));

-- Keys and words sort by code point, as they do in H2, whatever the locale of the database.
alter table party alter column record_key type varchar(100) collate "C";
alter table topic alter column record_key type varchar(100) collate "C";
alter table participant alter column record_key type varchar(100) collate "C";
alter table event alter column record_key type varchar(100) collate "C";
alter table meeting alter column record_key type varchar(100) collate "C";
alter table account alter column record_key type varchar(100) collate "C";
alter table statement alter column record_key type varchar(100) collate "C";
alter table party alter column search_words type varchar collate "C";
alter table topic alter column search_words type varchar collate "C";
alter table participant alter column search_words type varchar collate "C";
alter table event alter column search_words type varchar collate "C";
alter table meeting alter column search_words type varchar collate "C";

-- For foreign keys that no other index begins with.
create index participant_party_index on participant (party_id);
create index event_host_index on event (host_id);
create index event_topic_topic_index on event_topic (topic_id);
create index meeting_initiator_index on meeting (initiator_id);
create index meeting_event_index on meeting (event_id);
create index participation_on_behalf_of_index on participation (on_behalf_of_id);
create index account_side_index on account (side_id);
create index statement_reported_in_index on statement (reported_in_id, account_id, reported_in_position);
create index addressee_participant_index on addressee (speaker_participant_id);
create index addressee_party_index on addressee (speaker_party_id);
create index statement_pair_other_index on statement_pair (other_id, meeting_id, other_account_id);

-- A speaker is one of the two: what has none is not in its index.
create index statement_speaker_participant_index on statement_speaker
  (speaker_participant_id, meeting_order desc, meeting_id, sequence, statement_id) where speaker_participant_id is not null;
create index statement_speaker_party_index on statement_speaker
  (speaker_party_id, meeting_order desc, meeting_id, sequence, statement_id) where speaker_party_id is not null;

-- What leads from a topic to what is about it has both ends, so that the rows themselves need not be read. H2
-- would take such an index for one statement's topics too, and read all statements of a topic for each.
create index statement_topic_of_topic on statement_topic (topic_id, statement_id);
create index meeting_topic_of_topic on meeting_topic (topic_id, meeting_id);

-- The words are split and folded already: PostgreSQL's own parser and dictionaries would do it otherwise than H2.
create index party_search on party using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index topic_search on topic using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index participant_search on participant using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index event_search on event using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index meeting_search on meeting using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index participation_search on participation using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index account_search on account using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index statement_search on statement using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));

-- A word that no statistics are kept of is taken to be in every 200th row, and looked for row by row: so they are kept of
-- ten thousand words.
alter index party_search alter column 1 set statistics 1000;
alter index topic_search alter column 1 set statistics 1000;
alter index participant_search alter column 1 set statistics 1000;
alter index event_search alter column 1 set statistics 1000;
alter index meeting_search alter column 1 set statistics 1000;
alter index participation_search alter column 1 set statistics 1000;
alter index account_search alter column 1 set statistics 1000;
alter index statement_search alter column 1 set statistics 1000;
