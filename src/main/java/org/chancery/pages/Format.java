package org.chancery.pages;

import java.util.List;
import java.util.stream.Stream;

/** A form in which a page can be had, which the end of its address says. */
enum Format {
  HTML("", "text/html;charset=utf-8"),
  BIBTEX(".bib", "application/x-bibtex;charset=utf-8"),
  RIS(".ris", "application/x-research-info-systems;charset=utf-8"),
  CSL(".csl.json", "application/vnd.citationstyles.csl+json"),
  CSV(".csv", "text/csv;charset=utf-8;header=present"),
  NDJSON(".ndjson", "application/x-ndjson"),
  GRAPHQL(".graphql", "text/plain;charset=utf-8"),
  ATOM(".atom", "application/atom+xml");

  /** How a page is cited. */
  static final List<Format> CITATIONS = List.of(BIBTEX, RIS, CSL);

  /** What a list has, exactly. */
  static final List<Format> DOWNLOADS = List.of(CSV, NDJSON, GRAPHQL);

  /** Both. */
  static final List<Format> OF_LISTS =
      Stream.concat(CITATIONS.stream(), DOWNLOADS.stream()).toList();

  private final String suffix;
  private final String mediaType;

  Format(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  String suffix() {
    return suffix;
  }

  String mediaType() {
    return mediaType;
  }
}
