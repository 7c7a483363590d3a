package org.chancery.document;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.chancery.record.RecordDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What must never be false is held by the database, whatever writes to it. Each case changes the
 * sample record past the service; it names the constraint that has to stop it.
 */
abstract class RecordRules {

  private static final String ID = "'01a20cc8-0000-7000-8000-000000000001'";

  @Inject DataSource database;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          party_key_unique | insert into party (id, record_key, name, other_names, other_name_languages, kind, country, same_as, search_words, created_at, updated_at, version) select ID, record_key, name, other_names, other_name_languages, kind, country, same_as, search_words, created_at, updated_at, version from party where record_key = 'CN'
          meeting_key_unique | update meeting set record_key = '2021-09-01-wang-kerry' where record_key = '2021-09-02-han-kerry'
          statement_key_unique | update statement set record_key = '2021-09-01-wang-kerry-press-1' where record_key = '2021-09-01-wang-kerry-press-2'
          account_key_unique | update account set record_key = '2021-09-02-han-kerry-us' where record_key = '2021-09-02-han-kerry-cn'
          topic_key_unique | update topic set record_key = 'cop26' where record_key = 'climate-change'
          participant_key_unique | update participant set record_key = 'wang-yi' where record_key = 'john-kerry'
          statement_account | update statement set account_id = (select id from account where record_key = '2021-09-02-yang-kerry-cn') where record_key = '2021-09-01-wang-kerry-press-14'
          statement_speaker_is_one | update statement_speaker set speaker_party_id = (select id from party where record_key = 'CN') where speaker_participant_id is not null
          statement_speaker_is_one | update statement_speaker set speaker_participant_id = null where speaker_participant_id is not null
          statement_speaker_participant_once | update statement_speaker set speaker_participant_id = (select f.speaker_participant_id from statement_speaker f where f.statement_id = statement_speaker.statement_id and f.position = 1) where position = 2 and speaker_participant_id is not null
          statement_speaker_statement | update statement_speaker set meeting_order = 1
          topic_names | update topic set other_names = array['One more'] where record_key = 'cop26'
          addressee_is_one | update addressee set speaker_party_id = null where speaker_party_id is not null
          quotation_inside_its_text | update quotation set end_offset = statement_length + 1
          quotation_inside_its_text | update quotation set start_offset = end_offset
          quotation_statement | update quotation set statement_length = 100000, end_offset = 100000
          statement_text_length | update statement set text_length = text_length + 100000 where record_key = '2021-09-01-wang-kerry-press-1'
          statement_reported_before | update statement set reported_in_id = id, reported_in_position = position where record_key = '2021-09-01-wang-kerry-press-1'
          statement_reported_before | update statement set reported_in_id = (select s.id from statement s where s.record_key = '2021-09-01-wang-kerry-press-12'), reported_in_position = 12 where record_key = '2021-09-01-wang-kerry-press-10'
          statement_reported_before | update statement set reported_in_position = null where reported_in_id is not null
          statement_reported_in | update statement set reported_in_id = (select s.id from statement s where s.record_key = '2021-09-02-han-kerry-us-1'), reported_in_position = 1 where record_key = '2021-09-01-wang-kerry-press-12'
          statement_reported_in | update statement set reported_in_id = (select s.id from statement s where s.record_key = '2021-09-02-han-kerry-us-1'), reported_in_position = 1 where record_key = '2021-09-02-han-kerry-cn-7'
          statement_anchor_inside_the_text | update statement set anchor_start = 0 where record_key = '2021-09-01-wang-kerry-press-1'
          statement_anchor | update statement set anchor_start = 0, anchor_end = 1, anchor_text_length = 5 where record_key = '2021-09-01-wang-kerry-press-1'
          account_length_of_a_text | update account set text_length = 5 where text is null
          account_text_length | update account set text = 'A', text_length = 5
          participation_once | insert into participation (id, meeting_id, meeting_order, participant_id, party_id, on_behalf_of_id, position, offices, search_words, role, attendance, joined_from) select ID, meeting_id, meeting_order, participant_id, party_id, null, 9, offices, search_words, null, null, null from participation p where p.position = 1 and p.meeting_id = (select id from meeting where record_key = '2021-09-01-wang-kerry')
          participation_meeting | update participation set meeting_order = 1
          statement_meeting | update statement set meeting_order = 1
          statement_pair_of_two_accounts | update statement_pair set other_id = (select id from statement where record_key = '2021-09-02-han-kerry-us-4'), other_account_id = one_account_id where one_id = (select id from statement where record_key = '2021-09-02-han-kerry-us-1')
          statement_pair_other | update statement_pair set other_id = (select id from statement where record_key = '2021-09-02-yang-kerry-cn-1'), other_account_id = (select id from account where record_key = '2021-09-02-yang-kerry-cn') where one_id = (select id from statement where record_key = '2021-09-02-han-kerry-us-1')
          statement_pair_in_order | update statement_pair set one_id = other_id, one_account_id = other_account_id, other_id = one_id, other_account_id = one_account_id where one_id = (select id from statement where record_key = '2021-09-02-han-kerry-us-1')
          meeting_order | update meeting set date_order = 1 where record_key = '2021-08-31-xie-kerry' and 1 = (select count(*) from topic where record_key = 'cop26')
          meeting_initiator_of_an_initiative | update meeting set initiative = null where initiator_id is not null
          event_topic_event | delete from event
          participant_party | delete from party where record_key = 'US'
          """)
  void isHeldByTheDatabase(String constraint, String sql) {
    SQLException refused =
        assertThrows(SQLException.class, () -> run(sql.replace("ID,", ID + ",")));
    String message = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
    assertTrue(message.contains(constraint) || refersTo(constraint, message), message);
  }

  @Test
  void aMeetingsDayMovesWithIt() {
    assertDoesNotThrow(
        () ->
            run(
                "update meeting set date_edtf = '2021-09-03', date_earliest = date '2021-09-03', date_latest = date '2021-09-03',"
                    + " date_order = %d where record_key = '2021-09-01-wang-kerry'"
                        .formatted(RecordDate.parse("2021-09-03").order())));
  }

  /** Deleting what others need names one of the many constraints that hold it. */
  private static boolean refersTo(String constraint, String message) {
    return constraint.equals("participant_party") && message.contains("party");
  }

  /** Rolls back what the database lets pass, so that each case finds the same record. */
  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        statement.execute(sql);
      } finally {
        connection.rollback();
      }
    }
  }
}
