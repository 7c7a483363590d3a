package org.chancery.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of which no more are read than there may be: few that are compressed can be very many. */
final class LimitedStream extends FilterInputStream {

  private final long most;
  private long read;

  LimitedStream(InputStream bytes, long most) {
    super(bytes);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int some = super.read(into, from, length);
    count(Math.max(0, some));
    return some;
  }

  private void count(int more) {
    read += more;
    if (read > most) {
      throw Uploads.beyond(read, most);
    }
  }
}
