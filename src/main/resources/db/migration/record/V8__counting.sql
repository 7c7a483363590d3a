-- What leads from a topic to what is about it has both ends, so that the rows themselves need not be read.
create index statement_topic_of_topic on statement_topic (topic_id, statement_id);
drop index statement_topic_topic_index;
create index meeting_topic_of_topic on meeting_topic (topic_id, meeting_id);
drop index meeting_topic_topic_index;

-- Statements are counted by these without being read.
create index statement_act on statement (act);
create index statement_mode on statement (mode);
