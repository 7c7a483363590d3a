package org.chancery.graphql.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer of IPv6 has a network of their own, however many addresses in it. */
class AdmissionControlClientTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:2::1, 20010db800010002/64",
    "2001:DB8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64",
    "2001:db8:1:3::1, 20010db800010003/64",
    "fe80::1%eth0, fe80::1%eth0",
    "::ffff:192.0.2.7, ::ffff:192.0.2.7",
    "::1, 0000000000000000/64",
    "null, null"
  })
  void isKnownByItsNetwork(String address, String client) {
    assertEquals(client, AdmissionControl.clientAt(address));
  }
}
