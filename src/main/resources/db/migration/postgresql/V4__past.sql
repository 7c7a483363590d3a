-- As of now: a speaker is one of the two.
create index past_statement_speaker_participant_index on history.statement_speaker
  (speaker_participant_id, meeting_order desc, meeting_id, sequence, statement_id) where speaker_participant_id is not null;
create index past_statement_speaker_party_index on history.statement_speaker
  (speaker_party_id, meeting_order desc, meeting_id, sequence, statement_id) where speaker_party_id is not null;

-- The words of the past, found as those of now.
create index party_search on history.party using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index topic_search on history.topic using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index participant_search on history.participant using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index event_search on history.event using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index meeting_search on history.meeting using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index participation_search on history.participation using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index account_search on history.account using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));
create index statement_search on history.statement using gin (array_to_tsvector(string_to_array(btrim(search_words), ' ')));

-- As of the present's indexes: a word that no statistics are kept of would be looked for row by row.
alter index history.party_search alter column 1 set statistics 1000;
alter index history.topic_search alter column 1 set statistics 1000;
alter index history.participant_search alter column 1 set statistics 1000;
alter index history.event_search alter column 1 set statistics 1000;
alter index history.meeting_search alter column 1 set statistics 1000;
alter index history.participation_search alter column 1 set statistics 1000;
alter index history.account_search alter column 1 set statistics 1000;
alter index history.statement_search alter column 1 set statistics 1000;
