-- The past: each row that the record has, or had, with the revision that it is of and the one from which on it is no longer
-- (null: it is in the record still). Filled with each revision by org.chancery.revision.HistoryWriter.
create schema history;

create table history.party as select t.*, 0 as revision_number, 0 as until_revision from party t where 1 = 0;
create index ${index-prefix}party_versions on history.party (id, revision_number);
create table history.topic as select t.*, 0 as revision_number, 0 as until_revision from topic t where 1 = 0;
create index ${index-prefix}topic_versions on history.topic (id, revision_number);
create table history.participant as select t.*, 0 as revision_number, 0 as until_revision from participant t where 1 = 0;
create index ${index-prefix}participant_versions on history.participant (id, revision_number);
create table history.event as select t.*, 0 as revision_number, 0 as until_revision from event t where 1 = 0;
create index ${index-prefix}event_versions on history.event (id, revision_number);
create table history.event_topic as select t.*, 0 as revision_number, 0 as until_revision from event_topic t where 1 = 0;
create index ${index-prefix}event_topic_versions on history.event_topic (event_id, topic_id, revision_number);
create table history.meeting as select t.*, 0 as revision_number, 0 as until_revision from meeting t where 1 = 0;
create index ${index-prefix}meeting_versions on history.meeting (id, revision_number);
create table history.meeting_topic as select t.*, 0 as revision_number, 0 as until_revision from meeting_topic t where 1 = 0;
create index ${index-prefix}meeting_topic_versions on history.meeting_topic (meeting_id, topic_id, revision_number);
create table history.participation as select t.*, 0 as revision_number, 0 as until_revision from participation t where 1 = 0;
create index ${index-prefix}participation_versions on history.participation (id, revision_number);
create table history.account as select t.*, 0 as revision_number, 0 as until_revision from account t where 1 = 0;
create index ${index-prefix}account_versions on history.account (id, revision_number);
create table history.statement as select t.*, 0 as revision_number, 0 as until_revision from statement t where 1 = 0;
create index ${index-prefix}statement_versions on history.statement (id, revision_number);
create table history.statement_speaker as select t.*, 0 as revision_number, 0 as until_revision from statement_speaker t where 1 = 0;
create index ${index-prefix}statement_speaker_versions on history.statement_speaker (statement_id, position, revision_number);
create table history.addressee as select t.*, 0 as revision_number, 0 as until_revision from addressee t where 1 = 0;
create index ${index-prefix}addressee_versions on history.addressee (statement_id, position, revision_number);
create table history.statement_topic as select t.*, 0 as revision_number, 0 as until_revision from statement_topic t where 1 = 0;
create index ${index-prefix}statement_topic_versions on history.statement_topic (statement_id, topic_id, revision_number);
create table history.quotation as select t.*, 0 as revision_number, 0 as until_revision from quotation t where 1 = 0;
create index ${index-prefix}quotation_versions on history.quotation (id, revision_number);
create table history.statement_pair as select t.*, 0 as revision_number, 0 as until_revision from statement_pair t where 1 = 0;
create index ${index-prefix}statement_pair_versions on history.statement_pair (id, revision_number);

-- As for what is there now.
create index ${index-prefix}party_key on history.party (record_key);
create index ${index-prefix}topic_key on history.topic (record_key);
create index ${index-prefix}participant_key on history.participant (record_key);
create index ${index-prefix}event_key on history.event (record_key);
create index ${index-prefix}meeting_key on history.meeting (record_key);
create index ${index-prefix}account_key on history.account (record_key);
create index ${index-prefix}statement_key on history.statement (record_key);
create index ${index-prefix}participant_party_index on history.participant (party_id);
create index ${index-prefix}event_host_index on history.event (host_id);
create index ${index-prefix}event_newest on history.event (date_order desc, id);
create index ${index-prefix}event_topic_topic_index on history.event_topic (topic_id);
create index ${index-prefix}meeting_topic_of_topic on history.meeting_topic (topic_id, meeting_id);
create index ${index-prefix}statement_topic_of_topic on history.statement_topic (topic_id, statement_id);
create index ${index-prefix}meeting_initiator_index on history.meeting (initiator_id);
create index ${index-prefix}meeting_event_index on history.meeting (event_id);
create index ${index-prefix}meeting_newest on history.meeting (date_order desc, id);
create index ${index-prefix}participation_meeting_index on history.participation (meeting_id, meeting_order);
create index ${index-prefix}participation_participant_index on history.participation (participant_id, meeting_order desc, id);
create index ${index-prefix}participation_meetings_of_participant on history.participation (participant_id, meeting_order desc, meeting_id);
create index ${index-prefix}participation_meetings_of_party on history.participation (party_id, meeting_order desc, meeting_id);
create index ${index-prefix}participation_on_behalf_of_index on history.participation (on_behalf_of_id);
create index ${index-prefix}account_side_index on history.account (side_id);
create index ${index-prefix}account_meeting_index on history.account (meeting_id, position);
create index ${index-prefix}statement_newest on history.statement (meeting_order desc, meeting_id, sequence);
create index ${index-prefix}statement_meeting_index on history.statement (meeting_id, meeting_order);
create index ${index-prefix}statement_account_index on history.statement (account_id, meeting_id);
create index ${index-prefix}statement_reported_in_index on history.statement (reported_in_id, account_id, reported_in_position);
create index ${index-prefix}meeting_created on history.meeting (created_at, id);
create index ${index-prefix}meeting_updated on history.meeting (updated_at, id);
create index ${index-prefix}statement_created on history.statement (created_at, id);
create index ${index-prefix}statement_updated on history.statement (updated_at, id);
create index ${index-prefix}statement_act on history.statement (act);
create index ${index-prefix}statement_mode on history.statement (mode);
create index ${index-prefix}addressee_participant_index on history.addressee (speaker_participant_id);
create index ${index-prefix}addressee_party_index on history.addressee (speaker_party_id);
create index ${index-prefix}quotation_statement_index on history.quotation (statement_id, statement_length);
create index ${index-prefix}statement_pair_meeting_index on history.statement_pair (meeting_id);
create index ${index-prefix}statement_pair_one_index on history.statement_pair (one_id, meeting_id, one_account_id);
create index ${index-prefix}statement_pair_other_index on history.statement_pair (other_id, meeting_id, other_account_id);

create table history.merged_thing as select t.*, 0 as revision_number, 0 as until_revision from merged_thing t where 1 = 0;
create index ${index-prefix}merged_thing_versions on history.merged_thing (id, revision_number);
create index ${index-prefix}merged_thing_key on history.merged_thing (kind, record_key);

-- The record as of a revision, in views with the names and columns of its tables: who puts this schema before the other on the
-- search path, and says which revision it is, asks the past with the same SQL.
create schema past;

create view past.merged_thing as select
  id, kind, record_key, kept_id
  from history.merged_thing
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});

create view past.party as select
  id, record_key, name, other_names, other_name_languages, kind, country, same_as, search_words, created_at, updated_at, version
  from history.party
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.topic as select
  id, record_key, name, other_names, other_name_languages, same_as, search_words, created_at, updated_at, version
  from history.topic
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.participant as select
  id, record_key, name, other_names, other_name_languages, sort_name, party_id, same_as, search_words, created_at, updated_at, version
  from history.participant
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.event as select
  id, record_key, title, date_edtf, date_earliest, date_latest, date_order, place, host_id, same_as, search_words, created_at, updated_at, version
  from history.event
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.event_topic as select
  event_id, topic_id, position
  from history.event_topic
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.meeting as select
  id, record_key, title, date_edtf, date_earliest, date_latest, date_order, status, format, place, initiative, initiator_id, event_id, same_as, search_words, created_at, updated_at, version
  from history.meeting
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.meeting_topic as select
  meeting_id, topic_id, position
  from history.meeting_topic
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.participation as select
  id, meeting_id, meeting_order, participant_id, party_id, on_behalf_of_id, position, offices, search_words, role, attendance, joined_from
  from history.participation
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.account as select
  id, record_key, meeting_id, position, kind, publisher, side_id, title, url, dateline, language, published_on, licence, text, text_length, same_as, search_words, created_at, updated_at, version
  from history.account
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.statement as select
  id, record_key, meeting_id, meeting_order, account_id, sequence, position, source, cue, act, mode, text, text_length, reported_in_id, reported_in_position, anchor_start, anchor_end, anchor_text_length, same_as, search_words, created_at, updated_at, version
  from history.statement
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.statement_speaker as select
  statement_id, position, meeting_id, meeting_order, sequence, speaker_participant_id, speaker_party_id
  from history.statement_speaker
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.addressee as select
  statement_id, position, speaker_participant_id, speaker_party_id
  from history.addressee
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.statement_topic as select
  statement_id, topic_id, position
  from history.statement_topic
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.quotation as select
  id, statement_id, statement_length, start_offset, end_offset
  from history.quotation
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.statement_pair as select
  id, meeting_id, one_id, one_account_id, other_id, other_account_id, kind
  from history.statement_pair
  where revision_number <= ${revision} and (until_revision is null or until_revision > ${revision});
create view past.revision as select
  id, number, written_at, editor, reason
  from revision where number <= ${revision};
create view past.record_change as select
  revision_id, revision_number, position, kind, thing_kind, thing_id, line_id, thing_key, before_members, after_members, salt, digest
  from record_change where revision_number <= ${revision};
create view past.revision_proof as select
  revision_number, leaf, salt, root, origin, signer, signature
  from revision_proof where revision_number <= ${revision};
