package org.chancery;

/** A record that tests may write to, on a PostgreSQL server of its own. */
public class ScratchOnPostgresql extends OnPostgresql {}
