package org.chancery.document;

import io.quarkus.test.junit.QuarkusTest;

/** H2 makes some by itself, for constraints. */
@QuarkusTest
class NeedlessIndexesOnH2Test extends NeedlessIndexes {

  @Override
  String indexes() {
    return """
        select i.table_schema || '.' || i.table_name, i.index_name, i.is_generated,
          listagg(c.column_name, ',') within group (order by c.ordinal_position)
        from information_schema.indexes i
        join information_schema.index_columns c
          on c.index_schema = i.index_schema and c.index_name = i.index_name
        where i.table_schema in ('PUBLIC', 'HISTORY')
        group by i.table_schema, i.table_name, i.index_name, i.is_generated
        """;
  }
}
