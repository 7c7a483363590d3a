from Account a where one_of(:meetings, a.meetingId) and a.kind = :kind order by a.position
from Account e where one_of(:wanted, e.id)
from Account e where one_of(:wanted, e.key)
from Event e where one_of(:wanted, e.id)
from Event e where one_of(:wanted, e.key)
from Meeting e where one_of(:wanted, e.id)
from Meeting e where one_of(:wanted, e.key)
from Participant e where one_of(:wanted, e.id)
from Participant e where one_of(:wanted, e.key)
from Participation p where one_of(:meetings, p.meetingId) and p.partyId = :party order by p.position
from Party e where one_of(:wanted, e.id)
from Party e where one_of(:wanted, e.key)
from Statement e where one_of(:wanted, e.id)
from Statement e where one_of(:wanted, e.key)
from Statement s where one_of(:accounts, s.accountId) and exists (select 1 from Statement r where r.reportedInId = s.id)
from StatementPair p where one_of(:statements, p.oneId) or one_of(:statements, p.otherId)
from Topic e where one_of(:wanted, e.id)
from Topic e where one_of(:wanted, e.key)
select a.kind as value, count(*) as things from Statement e join Account a on a.id = e.accountId where 1 = 1 group by 1 order by 2 desc, 1 nulls last
select a.meetingId, a from Account a where one_of(:owners, a.meetingId) order by a.position
select a.statementId, a from Addressee a where one_of(:owners, a.statementId) order by a.position
select case when (year(e.date.earliest) * 12 + month(e.date.earliest) - 1) = (year(e.date.latest) * 12 + month(e.date.latest) - 1) then (year(e.date.earliest) * 12 + month(e.date.earliest) - 1) end as value, count(*) as things from Meeting e where 1 = 1 group by 1 order by 1 desc nulls last
select case when year(e.date.earliest) = year(e.date.latest) then year(e.date.earliest) end as value, count(*) as things from Meeting e where 1 = 1 group by 1 order by 1 desc nulls last
select case when year(y.date.earliest) = year(y.date.latest) then year(y.date.earliest) end as value, count(*) as things from Statement e join Meeting y on y.id = e.meetingId where 1 = 1 group by 1 order by 1 desc nulls last
select coalesce(e.speaker.partyId, l.partyId) as value, count(*) as things from Statement e left join Participation l on l.meetingId = e.meetingId and l.participantId = e.speaker.participantId where 1 = 1 group by 1 order by 2 desc, 1 nulls last
select count(*) from Event e where 1 = 1
select count(*) from Meeting e where 1 = 0
select count(*) from Meeting e where 1 = 1
select count(*) from Meeting e where e.createdAt < :f0
select count(*) from Meeting e where e.format in :f0
select count(*) from Meeting e where e.status in :f0
select count(*) from Meeting e where e.updatedAt >= :f0
select count(*) from Meeting e where exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.participantId))
select count(*) from Meeting e where exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.participantId)) and exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f1, l.participantId))
select count(*) from Meeting e where exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.participantId)) and not exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f1, l.participantId))
select count(*) from Meeting e where exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.partyId)) and exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f1, l.partyId))
select count(*) from Meeting e where not 1 = 0
select count(*) from Meeting e where not exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.participantId))
select count(*) from Meeting e where not exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.partyId))
select count(*) from Meeting e where one_of(:f0, e.eventId)
select count(*) from Participant e where ((has_prefix(:f0, e.id, e.searchWords)) or exists (select 1 from Participation p where p.participantId = e.id and (has_prefix(:f1, p.id, p.searchWords))) or exists (select 1 from Participation p join Party t on t.id = p.partyId where p.participantId = e.id and (has_prefix(:f2, t.id, t.searchWords))) or exists (select 1 from Party t where t.id = e.partyId and (has_prefix(:f3, t.id, t.searchWords))))
select count(*) from Participant e where 1 = 1
select count(*) from Party e where 1 = 1
select count(*) from Statement e where (1 = 0)
select count(*) from Statement e where (has_prefix(:f0, e.id, e.searchWords))
select count(*) from Statement e where (has_rare_word(:f0, e.id, e.searchWords) and has_prefix(:f1, e.id, e.searchWords) and e.searchWords like :f2)
select count(*) from Statement e where (has_rare_word(:f0, e.id, e.searchWords) and has_rare_word(:f1, e.id, e.searchWords) and e.searchWords like :f2)
select count(*) from Statement e where (has_rare_word(:f0, e.id, e.searchWords))
select count(*) from Statement e where (has_rare_word(:f0, e.id, e.searchWords)) and (has_rare_word(:f1, e.id, e.searchWords))
select count(*) from Statement e where (has_rare_word(:f0, e.id, e.searchWords)) and not ((has_word(:f1, e.id, e.searchWords) and has_word(:f2, e.id, e.searchWords) and e.searchWords like :f3))
select count(*) from Statement e where (has_rare_word(:f0, e.id, e.searchWords)) and not ((has_word(:f1, e.id, e.searchWords)))
select count(*) from Statement e where (one_of(:f0, e.speaker.participantId) or one_of(:f1, e.speaker.partyId) or exists (select 1 from Participation l where l.meetingId = e.meetingId and l.participantId = e.speaker.participantId and one_of(:f2, l.partyId)))
select count(*) from Statement e where (one_of(:f0, e.speaker.participantId))
select count(*) from Statement e where (one_of(:f0, e.speaker.partyId) or exists (select 1 from Participation l where l.meetingId = e.meetingId and l.participantId = e.speaker.participantId and one_of(:f1, l.partyId)))
select count(*) from Statement e where (one_of(:f0, e.speaker.partyId))
select count(*) from Statement e where 1 = 1
select count(*) from Statement e where e.createdAt >= :f0 and e.updatedAt >= :f1
select count(*) from Statement e where e.mode in :f0
select count(*) from Statement e where e.reportedInId is null
select count(*) from Statement e where exists (select 1 from Account a0 where a0.id = e.accountId and 1 = 0)
select count(*) from Statement e where exists (select 1 from Addressee a where a.statementId = e.id and (one_of(:f0, a.speaker.partyId) or exists (select 1 from Participation l where l.meetingId = e.meetingId and l.participantId = a.speaker.participantId and one_of(:f1, l.partyId))))
select count(*) from Statement e where exists (select 1 from Quotation q where q.statementId = e.id)
select count(*) from Statement e where not ((has_word(:f0, e.id, e.searchWords) and has_prefix(:f1, e.id, e.searchWords) and e.searchWords like :f2))
select count(*) from Statement e where not ((has_word(:f0, e.id, e.searchWords)))
select count(*) from Statement e where not exists (select 1 from Quotation q where q.statementId = e.id)
select count(*) from Statement e where not exists (select 1 from StatementTopic l where l.statementId = e.id and one_of(:f0, l.topicId))
select count(*) from Topic e where 1 = 1
select distinct s.accountId, s.speaker.participantId, s.speaker.partyId from Statement s where one_of(:accounts, s.accountId)
select e from Event e where 1 = 1 and (e.date.latest is null or e.date.latest >= :f0) and (e.date.earliest is null or e.date.earliest <= :f1) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Event e where 1 = 1 and (e.date.latest is null or e.date.latest >= :f0) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Event e where 1 = 1 and (has_rare_word(:f0, e.id, e.searchWords)) and (has_rare_word(:f1, e.id, e.searchWords)) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Event e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit 21
select e from Meeting e where 1 = 1 and ((has_word(:f0, e.id, e.searchWords)) or exists (select 1 from MeetingTopic l join Topic t on t.id = l.topicId where l.meetingId = e.id and (has_word(:f1, t.id, t.searchWords)))) and ((has_word(:f2, e.id, e.searchWords)) or exists (select 1 from MeetingTopic l join Topic t on t.id = l.topicId where l.meetingId = e.id and (has_word(:f3, t.id, t.searchWords)))) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and ((has_word(:f0, e.id, e.searchWords)) or exists (select 1 from MeetingTopic l join Topic t on t.id = l.topicId where l.meetingId = e.id and (has_word(:f1, t.id, t.searchWords)))) and not ((has_word(:f2, e.id, e.searchWords)) or exists (select 1 from MeetingTopic l join Topic t on t.id = l.topicId where l.meetingId = e.id and (has_word(:f3, t.id, t.searchWords)))) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and (e.date.earliest is null or e.date.earliest <= :f0) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and (e.date.latest is null or e.date.latest >= :f0) and (e.date.earliest is null or e.date.earliest <= :f1) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and (e.date.latest is null or e.date.latest >= :f0) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and 1 = 0 and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit 21
select e from Meeting e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.date.sortDay, e.id desc limit :limit
select e from Meeting e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.date.sortDay, e.id limit 21
select e from Meeting e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.key desc, e.id desc limit 21
select e from Meeting e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.searchWords desc, e.id desc limit :limit
select e from Meeting e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.searchWords, e.id limit 21
select e from Meeting e where 1 = 1 and 1 = 1 and 1 = 1 and e.date.sortDay >= :before0 and ((e.date.sortDay > :before0) or (e.date.sortDay = :before0 and e.id < :before1)) order by e.date.sortDay desc, e.id limit 21
select e from Meeting e where 1 = 1 and 1 = 1 and 1 = 1 and e.date.sortDay >= :before0 and ((e.date.sortDay > :before0) or (e.date.sortDay = :before0 and e.id < :before1)) order by e.date.sortDay, e.id desc limit :limit
select e from Meeting e where 1 = 1 and 1 = 1 and e.date.sortDay <= :after0 and ((e.date.sortDay < :after0) or (e.date.sortDay = :after0 and e.id > :after1)) and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and 1 = 1 and e.date.sortDay <= :after0 and ((e.date.sortDay < :after0) or (e.date.sortDay = :after0 and e.id > :after1)) and e.date.sortDay >= :before0 and ((e.date.sortDay > :before0) or (e.date.sortDay = :before0 and e.id < :before1)) order by e.date.sortDay desc, e.id limit 21
select e from Meeting e where 1 = 1 and e.createdAt < :f0 and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and e.format in :f0 and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and e.status in :f0 and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and e.updatedAt >= :f0 and 1 = 1 and 1 = 1 order by e.updatedAt, e.id limit :limit
select e from Meeting e where 1 = 1 and exists (select 1 from Account a0 where a0.meetingId = e.id and 1 = 1) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and exists (select 1 from Account a0 where a0.meetingId = e.id and a0.kind in :f0 and one_of(:f1, a0.publisher)) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and exists (select 1 from Account a0 where a0.meetingId = e.id and a0.kind in :f0 and one_of(:f1, a0.sideId)) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and exists (select 1 from Account a0 where a0.meetingId = e.id and a0.kind in :f0) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and exists (select 1 from Account a0 where a0.meetingId = e.id and one_of(:f0, a0.publisher)) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and exists (select 1 from MeetingTopic l where l.meetingId = e.id and one_of(:f0, l.topicId)) and exists (select 1 from MeetingTopic l where l.meetingId = e.id and one_of(:f1, l.topicId)) and not exists (select 1 from MeetingTopic l where l.meetingId = e.id and one_of(:f2, l.topicId)) and e.format in :f3 and ((has_word(:f4, e.id, e.searchWords)) or exists (select 1 from MeetingTopic l join Topic t on t.id = l.topicId where l.meetingId = e.id and (has_word(:f5, t.id, t.searchWords)))) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.participantId)) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.participantId)) and exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f1, l.participantId)) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.participantId)) and not exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f1, l.participantId)) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.partyId)) and exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f1, l.partyId)) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and not 1 = 0 and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and not exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.participantId)) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and not exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.partyId)) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where 1 = 1 and one_of(:f0, e.eventId) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where e.eventId = :owner and (e.date.earliest is null or e.date.earliest <= :f0) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Meeting e where e.eventId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit 21
select e from Meeting e where e.eventId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from MeetingTopic l join Meeting e on e.id = l.meetingId where l.topicId = :owner and ((has_word(:f0, e.id, e.searchWords)) or exists (select 1 from MeetingTopic l join Topic t on t.id = l.topicId where l.meetingId = e.id and (has_word(:f1, t.id, t.searchWords)))) and 1 = 1 and 1 = 1 order by e.date.sortDay desc, e.id limit :limit
select e from Participant e where 1 = 1 and ((has_prefix(:f0, e.id, e.searchWords)) or exists (select 1 from Participation p where p.participantId = e.id and (has_prefix(:f1, p.id, p.searchWords))) or exists (select 1 from Participation p join Party t on t.id = p.partyId where p.participantId = e.id and (has_prefix(:f2, t.id, t.searchWords))) or exists (select 1 from Party t where t.id = e.partyId and (has_prefix(:f3, t.id, t.searchWords)))) and 1 = 1 and 1 = 1 order by e.key limit :limit
select e from Participant e where 1 = 1 and ((has_word(:f0, e.id, e.searchWords) and e.searchWords like :f1) or exists (select 1 from Participation p where p.participantId = e.id and (has_word(:f2, p.id, p.searchWords) and p.searchWords like :f3)) or exists (select 1 from Participation p join Party t on t.id = p.partyId where p.participantId = e.id and (has_word(:f4, t.id, t.searchWords) and t.searchWords like :f5)) or exists (select 1 from Party t where t.id = e.partyId and (has_word(:f6, t.id, t.searchWords) and t.searchWords like :f7))) and 1 = 1 and 1 = 1 order by e.key limit :limit
select e from Participant e where 1 = 1 and ((has_word(:f0, e.id, e.searchWords)) or exists (select 1 from Participation p where p.participantId = e.id and (has_word(:f1, p.id, p.searchWords))) or exists (select 1 from Participation p join Party t on t.id = p.partyId where p.participantId = e.id and (has_word(:f2, t.id, t.searchWords))) or exists (select 1 from Party t where t.id = e.partyId and (has_word(:f3, t.id, t.searchWords)))) and ((has_word(:f4, e.id, e.searchWords)) or exists (select 1 from Participation p where p.participantId = e.id and (has_word(:f5, p.id, p.searchWords))) or exists (select 1 from Participation p join Party t on t.id = p.partyId where p.participantId = e.id and (has_word(:f6, t.id, t.searchWords))) or exists (select 1 from Party t where t.id = e.partyId and (has_word(:f7, t.id, t.searchWords)))) and ((has_word(:f8, e.id, e.searchWords)) or exists (select 1 from Participation p where p.participantId = e.id and (has_word(:f9, p.id, p.searchWords))) or exists (select 1 from Participation p join Party t on t.id = p.partyId where p.participantId = e.id and (has_word(:f10, t.id, t.searchWords))) or exists (select 1 from Party t where t.id = e.partyId and (has_word(:f11, t.id, t.searchWords)))) and 1 = 1 and 1 = 1 order by e.key limit :limit
select e from Participant e where 1 = 1 and ((has_word(:f0, e.id, e.searchWords)) or exists (select 1 from Participation p where p.participantId = e.id and (has_word(:f1, p.id, p.searchWords))) or exists (select 1 from Participation p join Party t on t.id = p.partyId where p.participantId = e.id and (has_word(:f2, t.id, t.searchWords))) or exists (select 1 from Party t where t.id = e.partyId and (has_word(:f3, t.id, t.searchWords)))) and ((has_word(:f4, e.id, e.searchWords)) or exists (select 1 from Participation p where p.participantId = e.id and (has_word(:f5, p.id, p.searchWords))) or exists (select 1 from Participation p join Party t on t.id = p.partyId where p.participantId = e.id and (has_word(:f6, t.id, t.searchWords))) or exists (select 1 from Party t where t.id = e.partyId and (has_word(:f7, t.id, t.searchWords)))) and 1 = 1 and 1 = 1 order by e.key limit :limit
select e from Participant e where 1 = 1 and ((has_word(:f0, e.id, e.searchWords)) or exists (select 1 from Participation p where p.participantId = e.id and (has_word(:f1, p.id, p.searchWords))) or exists (select 1 from Participation p join Party t on t.id = p.partyId where p.participantId = e.id and (has_word(:f2, t.id, t.searchWords))) or exists (select 1 from Party t where t.id = e.partyId and (has_word(:f3, t.id, t.searchWords)))) and 1 = 1 and 1 = 1 order by (1000 * (octet_length(e.searchWords) - octet_length(replace(e.searchWords, :wanted0, ' '))) / greatest(1, octet_length(e.searchWords))) desc, e.id desc limit :limit
select e from Participant e where 1 = 1 and ((has_word(:f0, e.id, e.searchWords)) or exists (select 1 from Participation p where p.participantId = e.id and (has_word(:f1, p.id, p.searchWords))) or exists (select 1 from Participation p join Party t on t.id = p.partyId where p.participantId = e.id and (has_word(:f2, t.id, t.searchWords))) or exists (select 1 from Party t where t.id = e.partyId and (has_word(:f3, t.id, t.searchWords)))) and not ((has_word(:f4, e.id, e.searchWords)) or exists (select 1 from Participation p where p.participantId = e.id and (has_word(:f5, p.id, p.searchWords))) or exists (select 1 from Participation p join Party t on t.id = p.partyId where p.participantId = e.id and (has_word(:f6, t.id, t.searchWords))) or exists (select 1 from Party t where t.id = e.partyId and (has_word(:f7, t.id, t.searchWords)))) and 1 = 1 and 1 = 1 order by e.key limit :limit
select e from Participant e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.key limit 21
select e from Participant e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.searchWords, e.id limit 21
select e from Participant e where e.partyId = :owner and ((has_word(:f0, e.id, e.searchWords)) or exists (select 1 from Participation p where p.participantId = e.id and (has_word(:f1, p.id, p.searchWords))) or exists (select 1 from Participation p join Party t on t.id = p.partyId where p.participantId = e.id and (has_word(:f2, t.id, t.searchWords))) or exists (select 1 from Party t where t.id = e.partyId and (has_word(:f3, t.id, t.searchWords)))) and 1 = 1 and 1 = 1 order by e.key limit :limit
select e from Participant e where e.partyId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by e.key limit 21
select e from Participation e where e.participantId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.id limit :limit
select e from Party e where 1 = 1 and (has_rare_word(:f0, e.id, e.searchWords)) and (has_rare_word(:f1, e.id, e.searchWords)) and 1 = 1 and 1 = 1 order by e.key limit :limit
select e from Party e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.key limit 21
select e from Party e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.searchWords desc, e.id desc limit 21
select e from Statement e where 1 = 1 and (1 = 0) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and (has_prefix(:f0, e.id, e.searchWords)) and 1 = 1 and 1 = 1 order by (1000 * (octet_length(e.searchWords) - octet_length(e.searchWords)) / greatest(1, octet_length(e.searchWords))) desc, e.id desc limit :limit
select e from Statement e where 1 = 1 and (has_prefix(:f0, e.id, e.searchWords)) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and (has_rare_word(:f0, e.id, e.searchWords) and has_prefix(:f1, e.id, e.searchWords) and e.searchWords like :f2) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and (has_rare_word(:f0, e.id, e.searchWords) and has_rare_word(:f1, e.id, e.searchWords) and e.searchWords like :f2) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and (has_rare_word(:f0, e.id, e.searchWords)) and (has_rare_word(:f1, e.id, e.searchWords) and has_rare_word(:f2, e.id, e.searchWords) and e.searchWords like :f3) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and (has_rare_word(:f0, e.id, e.searchWords)) and (has_rare_word(:f1, e.id, e.searchWords)) and 1 = 1 and 1 = 1 order by (1000 * (octet_length(e.searchWords) - octet_length(replace(replace(e.searchWords, :wanted0, ' '), :wanted1, ' '))) / greatest(1, octet_length(e.searchWords))) desc, e.id desc limit :limit
select e from Statement e where 1 = 1 and (has_rare_word(:f0, e.id, e.searchWords)) and (has_rare_word(:f1, e.id, e.searchWords)) and 1 = 1 and 1 = 1 order by (1000 * (octet_length(e.searchWords) - octet_length(replace(replace(e.searchWords, :wanted0, ' '), :wanted1, ' '))) / greatest(1, octet_length(e.searchWords))), e.id limit :limit
select e from Statement e where 1 = 1 and (has_rare_word(:f0, e.id, e.searchWords)) and (has_rare_word(:f1, e.id, e.searchWords)) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and (has_rare_word(:f0, e.id, e.searchWords)) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and (has_rare_word(:f0, e.id, e.searchWords)) and not ((has_word(:f1, e.id, e.searchWords) and has_word(:f2, e.id, e.searchWords) and e.searchWords like :f3)) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and (has_rare_word(:f0, e.id, e.searchWords)) and not ((has_word(:f1, e.id, e.searchWords))) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and (one_of(:f0, e.speaker.participantId) or one_of(:f1, e.speaker.partyId) or exists (select 1 from Participation l where l.meetingId = e.meetingId and l.participantId = e.speaker.participantId and one_of(:f2, l.partyId))) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and (one_of(:f0, e.speaker.participantId)) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and (one_of(:f0, e.speaker.partyId) or exists (select 1 from Participation l where l.meetingId = e.meetingId and l.participantId = e.speaker.participantId and one_of(:f1, l.partyId))) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and (one_of(:f0, e.speaker.partyId)) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit 101
select e from Statement e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit 21
select e from Statement e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.meetingDay, e.meetingId desc, e.sequence desc limit :limit
select e from Statement e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.meetingDay, e.meetingId, e.sequence, e.id limit :limit
select e from Statement e where 1 = 1 and e.act in :f0 and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and e.createdAt >= :f0 and e.updatedAt >= :f1 and 1 = 1 and 1 = 1 order by e.updatedAt, e.id limit :limit
select e from Statement e where 1 = 1 and e.mode in :f0 and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and e.reportedInId is not null and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and e.reportedInId is null and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and exists (select 1 from Account a0 where a0.id = e.accountId and 1 = 0) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and exists (select 1 from Addressee a where a.statementId = e.id and (one_of(:f0, a.speaker.participantId))) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and exists (select 1 from Addressee a where a.statementId = e.id and (one_of(:f0, a.speaker.partyId) or exists (select 1 from Participation l where l.meetingId = e.meetingId and l.participantId = a.speaker.participantId and one_of(:f1, l.partyId)))) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and exists (select 1 from Meeting m0 where m0.id = e.meetingId and exists (select 1 from Participation l where l.meetingId = m0.id and one_of(:f0, l.participantId))) and exists (select 1 from Account a0 where a0.id = e.accountId and one_of(:f1, a0.sideId)) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and exists (select 1 from Quotation q where q.statementId = e.id) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and exists (select 1 from StatementTopic l where l.statementId = e.id and one_of(:f0, l.topicId)) and exists (select 1 from StatementTopic l where l.statementId = e.id and one_of(:f1, l.topicId)) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and not ((has_word(:f0, e.id, e.searchWords) and has_prefix(:f1, e.id, e.searchWords) and e.searchWords like :f2)) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and not ((has_word(:f0, e.id, e.searchWords))) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and not exists (select 1 from Quotation q where q.statementId = e.id) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where 1 = 1 and not exists (select 1 from StatementTopic l where l.statementId = e.id and one_of(:f0, l.topicId)) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where e.accountId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by e.position desc limit :limit
select e from Statement e where e.accountId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by e.position limit :limit
select e from Statement e where e.accountId = :owner and exists (select 1 from Quotation q where q.statementId = e.id) and 1 = 1 and 1 = 1 order by e.position limit :limit
select e from Statement e where e.meetingId = :owner and (has_rare_word(:f0, e.id, e.searchWords)) and (has_rare_word(:f1, e.id, e.searchWords)) and 1 = 1 and 1 = 1 order by e.sequence limit :limit
select e from Statement e where e.meetingId = :owner and (one_of(:f0, e.speaker.participantId)) and 1 = 1 and 1 = 1 order by e.sequence limit :limit
select e from Statement e where e.meetingId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by e.sequence desc limit :limit
select e from Statement e where e.meetingId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by e.sequence limit 21
select e from Statement e where e.meetingId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by e.sequence limit :limit
select e from Statement e where e.speaker.participantId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where e.speaker.participantId = :owner and e.act in :f0 and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Statement e where e.speaker.partyId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit 21
select e from Statement e where e.speaker.partyId = :owner and e.reportedInId is not null and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from StatementTopic l join Statement e on e.id = l.statementId where l.topicId = :owner and (has_rare_word(:f0, e.id, e.searchWords)) and 1 = 1 and 1 = 1 order by (1000 * (octet_length(e.searchWords) - octet_length(replace(e.searchWords, :wanted0, ' '))) / greatest(1, octet_length(e.searchWords))) desc, e.id desc limit :limit
select e from StatementTopic l join Statement e on e.id = l.statementId where l.topicId = :owner and (has_rare_word(:f0, e.id, e.searchWords)) and 1 = 1 and 1 = 1 order by e.meetingDay desc, e.meetingId, e.sequence limit :limit
select e from Topic e where 1 = 1 and (has_rare_word(:f0, e.id, e.searchWords) and has_rare_word(:f1, e.id, e.searchWords) and e.searchWords like :f2) and 1 = 1 and 1 = 1 order by e.key limit :limit
select e from Topic e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.key limit 21
select e from Topic e where 1 = 1 and 1 = 1 and 1 = 1 and 1 = 1 order by e.searchWords, e.id limit 21
select e.accountId, count(*) from Statement e where one_of(:owners, e.accountId) and 1 = 1 group by e.accountId
select e.accountId, count(*) from Statement e where one_of(:owners, e.accountId) and exists (select 1 from Quotation q where q.statementId = e.id) group by e.accountId
select e.act as value, count(*) as things from Statement e where 1 = 1 group by 1 order by 2 desc, 1 nulls last
select e.eventId, count(*) from Meeting e where one_of(:owners, e.eventId) and 1 = 1 group by e.eventId
select e.format as value, count(*) as things from Meeting e where 1 = 1 group by 1 order by 2 desc, 1 nulls last
select e.meetingId, count(*) from Statement e where one_of(:owners, e.meetingId) and (one_of(:f0, e.speaker.participantId)) group by e.meetingId
select e.meetingId, count(*) from Statement e where one_of(:owners, e.meetingId) and 1 = 1 group by e.meetingId
select e.mode as value, count(*) as things from Statement e where 1 = 1 group by 1 order by 2 desc, 1 nulls last
select e.participantId, count(*) from Participation e where one_of(:owners, e.participantId) and 1 = 1 group by e.participantId
select e.partyId, count(*) from Participant e where one_of(:owners, e.partyId) and ((has_word(:f0, e.id, e.searchWords)) or exists (select 1 from Participation p where p.participantId = e.id and (has_word(:f1, p.id, p.searchWords))) or exists (select 1 from Participation p join Party t on t.id = p.partyId where p.participantId = e.id and (has_word(:f2, t.id, t.searchWords))) or exists (select 1 from Party t where t.id = e.partyId and (has_word(:f3, t.id, t.searchWords)))) group by e.partyId
select e.speaker.participantId as value, count(*) as things from Statement e where 1 = 1 group by 1 order by 2 desc, 1 nulls last
select e.speaker.participantId as value, count(*) as things from Statement e where exists (select 1 from Meeting m0 where m0.id = e.meetingId and m0.format in :f0) and (has_rare_word(:f1, e.id, e.searchWords)) group by 1 order by 2 desc, 1 nulls last
select e.speaker.participantId, count(*) from Statement e where one_of(:owners, e.speaker.participantId) and 1 = 1 group by e.speaker.participantId
select e.speaker.participantId, count(*) from Statement e where one_of(:owners, e.speaker.participantId) and e.act in :f0 group by e.speaker.participantId
select e.speaker.partyId, count(*) from Statement e where one_of(:owners, e.speaker.partyId) and e.reportedInId is not null group by e.speaker.partyId
select l.eventId, t from EventTopic l join Topic t on t.id = l.topicId where one_of(:owners, l.eventId) order by l.position
select l.meetingId, t from MeetingTopic l join Topic t on t.id = l.topicId where one_of(:owners, l.meetingId) order by l.position
select l.participantId as value, count(distinct e.id) as things from Meeting e left join Participation l on l.meetingId = e.id where 1 = 1 group by 1 order by 2 desc, 1 nulls last
select l.participantId as value, count(distinct e.id) as things from Meeting e left join Participation l on l.meetingId = e.id where exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.participantId)) and exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f1, l.participantId)) group by 1 order by 2 desc, 1 nulls last
select l.partyId as value, count(distinct e.id) as things from Meeting e left join Participation l on l.meetingId = e.id where 1 = 1 group by 1 order by 2 desc, 1 nulls last
select l.statementId, t from StatementTopic l join Topic t on t.id = l.topicId where one_of(:owners, l.statementId) order by l.position
select l.topicId as value, count(*) as things from Meeting e left join MeetingTopic l on l.meetingId = e.id where ((has_word(:f0, e.id, e.searchWords)) or exists (select 1 from MeetingTopic l join Topic t on t.id = l.topicId where l.meetingId = e.id and (has_word(:f1, t.id, t.searchWords)))) group by 1 order by 2 desc, 1 nulls last
select l.topicId as value, count(*) as things from Meeting e left join MeetingTopic l on l.meetingId = e.id where 1 = 1 group by 1 order by 2 desc, 1 nulls last
select l.topicId as value, count(*) as things from Statement e left join StatementTopic l on l.statementId = e.id where 1 = 1 group by 1 order by 2 desc, 1 nulls last
select l.topicId, count(*) from MeetingTopic l join Meeting e on e.id = l.meetingId where one_of(:owners, l.topicId) and 1 = 1 group by l.topicId
select l.topicId, count(*) from StatementTopic l join Statement e on e.id = l.statementId where one_of(:owners, l.topicId) and 1 = 1 group by l.topicId
select p.meetingId, p from Participation p where one_of(:owners, p.meetingId) order by p.position
select p.meetingId, p from StatementPair p where one_of(:owners, p.meetingId) order by p.id
select p.participantId, count(distinct e.id) from Participation p join Meeting e on e.id = p.meetingId where one_of(:owners, p.participantId) and 1 = 1 group by p.participantId
select p.participantId, count(distinct e.id) from Participation p join Meeting e on e.id = p.meetingId where one_of(:owners, p.participantId) and exists (select 1 from MeetingTopic l where l.meetingId = e.id and one_of(:f0, l.topicId)) group by p.participantId
select p.participantId, count(distinct e.id) from Participation p join Meeting e on e.id = p.meetingId where one_of(:owners, p.participantId) and exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.participantId)) group by p.participantId
select p.participantId, count(distinct o.participantId) from Participation p join Participation o on o.meetingId = p.meetingId and o.participantId <> p.participantId join Meeting e on e.id = p.meetingId where e.status = HELD and (p.attendance is null or p.attendance <> ABSENT) and (o.attendance is null or o.attendance <> ABSENT) and one_of(:participants, p.participantId) and 1 = 1 group by p.participantId
select p.participantId, count(distinct o.participantId) from Participation p join Participation o on o.meetingId = p.meetingId and o.participantId <> p.participantId join Meeting e on e.id = p.meetingId where e.status = HELD and (p.attendance is null or p.attendance <> ABSENT) and (o.attendance is null or o.attendance <> ABSENT) and one_of(:participants, p.participantId) and e.format in :f0 group by p.participantId
select p.partyId, count(distinct e.id) from Participation p join Meeting e on e.id = p.meetingId where one_of(:owners, p.partyId) and 1 = 1 group by p.partyId
select r.one, r.met, m from ( select p.participantId as one, o.participantId as met, e.id as id, dense_rank() over (partition by p.participantId, o.participantId order by e.date.sortDay desc, e.id) as place from Participation p join Participation o on o.meetingId = p.meetingId and o.participantId <> p.participantId join Meeting e on e.id = p.meetingId where e.status = HELD and (p.attendance is null or p.attendance <> ABSENT) and (o.attendance is null or o.attendance <> ABSENT) and one_of(:participants, p.participantId) and one_of(:met, o.participantId) and 1 = 1) r join Meeting m on m.id = r.id where r.place <= :places group by r.one, r.met, m, r.place order by r.place
select r.one, r.met, m from ( select p.participantId as one, o.participantId as met, e.id as id, dense_rank() over (partition by p.participantId, o.participantId order by e.date.sortDay desc, e.id) as place from Participation p join Participation o on o.meetingId = p.meetingId and o.participantId <> p.participantId join Meeting e on e.id = p.meetingId where e.status = HELD and (p.attendance is null or p.attendance <> ABSENT) and (o.attendance is null or o.attendance <> ABSENT) and one_of(:participants, p.participantId) and one_of(:met, o.participantId) and e.format in :f0) r join Meeting m on m.id = r.id where r.place <= :places group by r.one, r.met, m, r.place order by r.place
select r.one, r.met, m from ( select p.participantId as one, o.participantId as met, e.id as id, dense_rank() over (partition by p.participantId, o.participantId order by e.date.sortDay, e.id) as place from Participation p join Participation o on o.meetingId = p.meetingId and o.participantId <> p.participantId join Meeting e on e.id = p.meetingId where e.status = HELD and (p.attendance is null or p.attendance <> ABSENT) and (o.attendance is null or o.attendance <> ABSENT) and one_of(:participants, p.participantId) and one_of(:met, o.participantId) and 1 = 1) r join Meeting m on m.id = r.id where r.place <= :places group by r.one, r.met, m, r.place order by r.place
select r.one, r.met, r.meetings from ( select e.one as one, e.met as met, e.meetings as meetings, row_number() over (partition by e.one order by e.meetings desc, e.met) as place from ( select p.participantId as one, o.participantId as met, count(distinct e.id) as meetings from Participation p join Participation o on o.meetingId = p.meetingId and o.participantId <> p.participantId join Meeting e on e.id = p.meetingId where e.status = HELD and (p.attendance is null or p.attendance <> ABSENT) and (o.attendance is null or o.attendance <> ABSENT) and one_of(:participants, p.participantId) and 1 = 1 group by p.participantId, o.participantId) e where 1 = 1 and 1 = 1) r where r.place <= :places order by r.one, r.place
select r.one, r.met, r.meetings from ( select e.one as one, e.met as met, e.meetings as meetings, row_number() over (partition by e.one order by e.meetings desc, e.met) as place from ( select p.participantId as one, o.participantId as met, count(distinct e.id) as meetings from Participation p join Participation o on o.meetingId = p.meetingId and o.participantId <> p.participantId join Meeting e on e.id = p.meetingId where e.status = HELD and (p.attendance is null or p.attendance <> ABSENT) and (o.attendance is null or o.attendance <> ABSENT) and one_of(:participants, p.participantId) and e.format in :f0 group by p.participantId, o.participantId) e where 1 = 1 and 1 = 1) r where r.place <= :places order by r.one, r.place
select r.one, r.met, r.meetings from ( select e.one as one, e.met as met, e.meetings as meetings, row_number() over (partition by e.one order by e.meetings, e.met desc) as place from ( select p.participantId as one, o.participantId as met, count(distinct e.id) as meetings from Participation p join Participation o on o.meetingId = p.meetingId and o.participantId <> p.participantId join Meeting e on e.id = p.meetingId where e.status = HELD and (p.attendance is null or p.attendance <> ABSENT) and (o.attendance is null or o.attendance <> ABSENT) and one_of(:participants, p.participantId) and 1 = 1 group by p.participantId, o.participantId) e where 1 = 1 and 1 = 1) r where r.place <= :places order by r.one, r.place
select r.owner, x from ( select e.accountId as owner, e.id as id, dense_rank() over (partition by e.accountId order by e.position) as place from Statement e where one_of(:owners, e.accountId) and 1 = 1 and 1 = 1 and 1 = 1) r join Statement x on x.id = r.id where r.place <= :places order by r.owner, r.place
select r.owner, x from ( select e.meetingId as owner, e.id as id, dense_rank() over (partition by e.meetingId order by e.sequence desc) as place from Statement e where one_of(:owners, e.meetingId) and 1 = 1 and 1 = 1 and 1 = 1) r join Statement x on x.id = r.id where r.place <= :places order by r.owner, r.place
select r.owner, x from ( select e.meetingId as owner, e.id as id, dense_rank() over (partition by e.meetingId order by e.sequence) as place from Statement e where one_of(:owners, e.meetingId) and 1 = 1 and 1 = 1 and 1 = 1) r join Statement x on x.id = r.id where r.place <= :places order by r.owner, r.place
select r.owner, x from ( select l.topicId as owner, e.id as id, dense_rank() over (partition by l.topicId order by e.date.sortDay desc, e.id) as place from MeetingTopic l join Meeting e on e.id = l.meetingId where one_of(:owners, l.topicId) and 1 = 1 and 1 = 1 and 1 = 1) r join Meeting x on x.id = r.id where r.place <= :places order by r.owner, r.place
select r.owner, x from ( select l.topicId as owner, e.id as id, dense_rank() over (partition by l.topicId order by e.meetingDay desc, e.meetingId, e.sequence) as place from StatementTopic l join Statement e on e.id = l.statementId where one_of(:owners, l.topicId) and 1 = 1 and 1 = 1 and 1 = 1) r join Statement x on x.id = r.id where r.place <= :places order by r.owner, r.place
select s.id, s.text, q from Quotation q join Statement s on s.id = q.statementId where one_of(:statements, s.id) order by q.start
select s.meetingId, s.id, s.accountId from Statement s where one_of(:meetings, s.meetingId) order by s.sequence
select s.reportedInId, s from Statement s where one_of(:owners, s.reportedInId) order by s.position
select t.id, t.key, t.name from Participant t where one_of(:ids, t.id)
select t.id, t.key, t.name from Party t where one_of(:ids, t.id)
select t.id, t.key, t.name from Topic t where one_of(:ids, t.id)
select t.key from Event t where t.key between :beginning and :end order by t.key
select t.key from Participant t where t.key between :beginning and :end order by t.key
select t.key from Topic t where t.key between :beginning and :end order by t.key
select t.key, t.id from Event t where one_of(:keys, t.key)
select t.key, t.id from Participant t where one_of(:keys, t.key)
select t.key, t.id from Party t where one_of(:keys, t.key)
select t.key, t.id from Topic t where one_of(:keys, t.key)
select x from (select distinct e.searchWords as o0, p.meetingId as o1, p.meetingId as id from Participation p join Meeting e on e.id = p.meetingId where p.participantId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by o0 desc, o1 desc limit :limit) r join Meeting x on x.id = r.id order by r.o0 desc, r.o1 desc
select x from (select distinct p.meetingDay as o0, p.meetingId as o1, p.meetingId as id from Participation p join Meeting e on e.id = p.meetingId where p.participantId = :owner and exists (select 1 from MeetingTopic l where l.meetingId = e.id and one_of(:f0, l.topicId)) and 1 = 1 and 1 = 1 order by o0 desc, o1 limit :limit) r join Meeting x on x.id = r.id order by r.o0 desc, r.o1
select x from (select distinct p.meetingDay as o0, p.meetingId as o1, p.meetingId as id from Participation p join Meeting e on e.id = p.meetingId where p.participantId = :owner and exists (select 1 from Participation l where l.meetingId = e.id and one_of(:f0, l.participantId)) and 1 = 1 and 1 = 1 order by o0 desc, o1 limit :limit) r join Meeting x on x.id = r.id order by r.o0 desc, r.o1
select x from (select distinct p.meetingDay as o0, p.meetingId as o1, p.meetingId as id from Participation p join Meeting e on e.id = p.meetingId where p.partyId = :owner and e.format in :f0 and 1 = 1 and 1 = 1 order by o0 desc, o1 limit :limit) r join Meeting x on x.id = r.id order by r.o0 desc, r.o1
select x from (select distinct p.meetingDay as o0, p.meetingId as o1, p.meetingId as id from Participation p where p.participantId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by o0 desc, o1 limit 21) r join Meeting x on x.id = r.id order by r.o0 desc, r.o1
select x from (select distinct p.meetingDay as o0, p.meetingId as o1, p.meetingId as id from Participation p where p.participantId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by o0 desc, o1 limit :limit) r join Meeting x on x.id = r.id order by r.o0 desc, r.o1
select x from (select distinct p.meetingDay as o0, p.meetingId as o1, p.meetingId as id from Participation p where p.partyId = :owner and 1 = 1 and 1 = 1 and 1 = 1 order by o0 desc, o1 limit 21) r join Meeting x on x.id = r.id order by r.o0 desc, r.o1
