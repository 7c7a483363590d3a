package org.chancery.graphql.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer of IPv6 has a network of their own, however many addresses in it. */
class AdmissionControlClientTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:200::1, 20010db8000102/56",
    "2001:DB8:1:2ff:ffff:ffff:ffff:ffff, 20010db8000102/56",
    "2001:db8:1:300::1, 20010db8000103/56",
    "fe80::1%eth0, fe80::1%eth0",
    "::ffff:192.0.2.7, ::ffff:192.0.2.7",
    "::1, 00000000000000/56",
    "null, null"
  })
  void isKnownByItsNetwork(String address, String client) {
    assertEquals(client, AdmissionControl.clientAt(address));
  }
}
