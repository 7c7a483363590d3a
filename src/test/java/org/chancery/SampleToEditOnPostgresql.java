package org.chancery;

/** The sample on a PostgreSQL server of its own, for tests that change it and put it back. */
public class SampleToEditOnPostgresql extends ScratchOnPostgresql {}
