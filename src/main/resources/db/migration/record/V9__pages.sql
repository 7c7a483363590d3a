-- The meetings of a participant or of a party are read in their order, each once.
create index participation_meetings_of_participant on participation (participant_id, meeting_day desc, meeting_id);
create index participation_meetings_of_party on participation (party_id, meeting_day desc, meeting_id);
