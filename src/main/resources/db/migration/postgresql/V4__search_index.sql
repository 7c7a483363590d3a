-- Words sort by code point, as they do in H2, whatever the locale of the database.
alter table party alter column search_words type varchar collate "C";
alter table topic alter column search_words type varchar collate "C";
alter table participant alter column search_words type varchar collate "C";
alter table event alter column search_words type varchar collate "C";
alter table meeting alter column search_words type varchar collate "C";

-- The words are split and folded already: PostgreSQL's own parser and dictionaries would do it otherwise than H2.
create index party_search on party using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index topic_search on topic using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index participant_search on participant using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index event_search on event using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index meeting_search on meeting using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index participation_search on participation using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index statement_search on statement using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));

-- A word that no statistics are kept of is taken to be in every 200th row, and looked for row by row: so they are kept of
-- ten thousand words.
alter index party_search alter column 1 set statistics 1000;
alter index topic_search alter column 1 set statistics 1000;
alter index participant_search alter column 1 set statistics 1000;
alter index event_search alter column 1 set statistics 1000;
alter index meeting_search alter column 1 set statistics 1000;
alter index participation_search alter column 1 set statistics 1000;
alter index statement_search alter column 1 set statistics 1000;
