package org.chancery.operation;

import io.quarkus.runtime.ImageMode;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.grammars.hql.HqlParser;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;

/**
 * Has Hibernate's parser of HQL read sentences like ours while the native executable is built. It
 * learns how to go on in each place where its large grammar leaves a choice, and what it has
 * learned goes into the executable; else the first request would wait for that, longer than for all
 * that it asks. A sentence that is missing here costs time, and nothing else.
 */
public final class TrainedParser {

  private static final List<String> SENTENCES =
      List.of(
          "select e from Meeting e where 1 = 1 and 1 = 1 and 1 = 1 order by e.start desc nulls last, e.id asc limit 21",
          "select e from Meeting e where (e.status in :p0 and e.start >= :p1 and exists (select 1 from Link l"
              + " where l.ownerId = e.id and one_of(:p2, l.topicId)) and not e.title like :p3) and e.start <= :after0"
              + " and ((e.start < :after0) or (e.start = :after0 and e.id > :after1)) and 1 = 1 order by e.start, e.id limit :limit",
          "select r.owner, x from (select e.meeting.id as owner, e.id as id, dense_rank() over (partition by e.meeting.id"
              + " order by e.place desc, e.id) as place from Statement e join Account a on a.id = e.accountId"
              + " where one_of(:owners, e.meeting.id) and 1 = 1 and 1 = 1 and 1 = 1) r join Statement x on x.id = r.id"
              + " where r.place <= :places order by r.owner, r.place",
          "select e.meetingId, count(*) from Statement e where one_of(:owners, e.meetingId) and 1 = 1 group by e.meetingId",
          "select count(*) from Statement e where e.meetingId in :p0",
          "select e.kind as value, count(*) as things from Meeting e where 1 = 1 group by 1 order by 2 desc, 1 nulls last",
          "select distinct s.accountId, s.speaker.participantId from Statement s where one_of(:accounts, s.accountId)",
          "select s.id, s.text, q from Quotation q join Statement s on s.id = q.statementId where one_of(:owners, s.id) order by q.start",
          "from StatementPair p where one_of(:ids, p.oneId) or one_of(:ids, p.otherId)",
          "from Statement s where one_of(:accounts, s.accountId) and exists (select 1 from Statement r where r.reportedInId = s.id)",
          "select x from (select distinct l.meetingDay as o0, l.meetingId as o1, l.meetingId as id from Participation l"
              + " where l.participantId = :owner and 1 = 1 and 1 = 1 order by l.meetingDay desc, l.meetingId limit 21) r"
              + " join Meeting x on x.id = r.id order by r.o0 desc, r.o1",
          "select o.id, e from Meeting o left join lateral (select e.place as place from Statement e where e.meetingId = o.id"
              + " and 1 = 1 and 1 = 1 order by e.place limit 1 offset :size) t join Statement e on e.meetingId = o.id"
              + " and e.place <= coalesce(t.place, 2147483647) where one_of(:owners, o.id) and 1 = 1 order by e.place",
          "SELECT COUNT(*) FROM Party");

  private TrainedParser() {}

  /** What the native executable is initialised with; nothing on a JVM. */
  public static void trainWhileBuilding() {
    if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
      SENTENCES.forEach(TrainedParser::read);
    }
  }

  /** As Hibernate does it, which tries the faster way of reading first. */
  static void read(String sentence) {
    HqlParser parser =
        HqlParseTreeBuilder.INSTANCE.buildHqlParser(
            sentence, HqlParseTreeBuilder.INSTANCE.buildHqlLexer(sentence));
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.statement();
  }

  static List<String> sentences() {
    return SENTENCES;
  }
}
