-- H2 would take an index that has both ends for one statement's topics too, and read all statements of a topic for each.
drop index statement_topic_of_topic;
create index statement_topic_topic_index on statement_topic (topic_id);
drop index meeting_topic_of_topic;
create index meeting_topic_topic_index on meeting_topic (topic_id);
