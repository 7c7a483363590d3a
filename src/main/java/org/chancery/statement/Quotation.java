package org.chancery.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeId;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Words inside a statement that the account gives as spoken. */
@Entity
@Description("Words inside a statement that the account gives as spoken, in quotation marks.")
public class Quotation implements Node {

  static final String NODE_TYPE = "quotation";

  @Id private UUID id;

  @Column private UUID statementId;

  /** The length of the statement's text; a foreign key keeps it the same, and the end within it. */
  @Column private int statementLength;

  @Column(name = "start_offset")
  private int start;

  @Column(name = "end_offset")
  private int end;

  /** Cut out of the statement's text when it is loaded: they are stored only once. */
  @Transient private String words;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Quotation() {}

  public Quotation(UUID id, Statement statement, int start, int end) {
    this.id = id;
    this.statementId = statement.uuid();
    this.statementLength = statement.textLength();
    this.start = start;
    this.end = end;
    this.words = cutFrom(statement.getText(), start, end);
  }

  /** The words between two offsets, which count Unicode code points. */
  public static String cutFrom(String text, int start, int end) {
    return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
  }

  Quotation withWordsOf(String text) {
    this.words = cutFrom(text, start, end);
    return this;
  }

  @Override
  @org.eclipse.microprofile.graphql.Id
  @NonNull
  @Description("Global, opaque and permanent.")
  public String getId() {
    return new NodeId(NODE_TYPE, id).toString();
  }

  @NonNull
  @Description("The words, without their quotation marks.")
  public String getWords() {
    return words;
  }

  @NonNull
  @Description("Where they start in the statement's text, in Unicode code points from 0 on.")
  public Integer getStart() {
    return start;
  }

  @NonNull
  @Description(
      "Where they end in the statement's text, in Unicode code points: the offset after the last one.")
  public Integer getEnd() {
    return end;
  }
}
