package org.chancery.proof;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, section 2.1: its hashes, what proves that a leaf is in it, and what
 * proves that a larger tree begins with all the leaves of a smaller one.
 */
public final class MerkleTree {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final Subtrees subtrees;

  MerkleTree(Subtrees subtrees) {
    this.subtrees = subtrees;
  }

  /** The hashes of complete subtrees. */
  @FunctionalInterface
  interface Subtrees {

    /**
     * The hash over 2^level leaves, of which the first has the index {@code position} * 2^level.
     */
    byte[] hash(int level, int position);
  }

  /** The hash of a leaf. */
  static byte[] leaf(byte[] data) {
    MessageDigest hash = Sha256.begin();
    hash.update(LEAF);
    return hash.digest(data);
  }

  static byte[] node(byte[] left, byte[] right) {
    MessageDigest hash = Sha256.begin();
    hash.update(NODE);
    hash.update(left);
    return hash.digest(right);
  }

  /** A tree of which all leaves are in memory. */
  static MerkleTree of(List<byte[]> leaves) {
    return new MerkleTree(
        new Subtrees() {
          @Override
          public byte[] hash(int level, int position) {
            return level == 0
                ? leaves.get(position)
                : node(hash(level - 1, 2 * position), hash(level - 1, 2 * position + 1));
          }
        });
  }

  /** The root over the first leaves; that over none is the hash of nothing. */
  byte[] root(int size) {
    return size == 0 ? Sha256.begin().digest() : over(0, size);
  }

  /** The hash over the leaves from one index to another. */
  private byte[] over(int from, int to) {
    int size = to - from;
    if (Integer.bitCount(size) == 1 && from % size == 0) {
      return subtrees.hash(Integer.numberOfTrailingZeros(size), from / size);
    }
    int left = largestPowerBelow(size);
    return node(over(from, from + left), over(from + left, to));
  }

  private static int largestPowerBelow(int size) {
    return Integer.highestOneBit(size - 1);
  }

  /** What leads from a leaf to the root over the first leaves. */
  List<byte[]> inclusion(int index, int size) {
    List<byte[]> proof = new ArrayList<>();
    include(index, 0, size, proof);
    return proof;
  }

  private void include(int index, int from, int to, List<byte[]> proof) {
    if (to - from == 1) {
      return;
    }
    int middle = from + largestPowerBelow(to - from);
    if (index < middle) {
      include(index, from, middle, proof);
      proof.add(over(middle, to));
    } else {
      include(index, middle, to, proof);
      proof.add(over(from, middle));
    }
  }

  /** What leads from the root over fewer leaves to the root over more. */
  List<byte[]> consistency(int fewer, int more) {
    List<byte[]> proof = new ArrayList<>();
    if (fewer > 0 && fewer < more) {
      extend(fewer, 0, more, true, proof);
    }
    return proof;
  }

  private void extend(int fewer, int from, int to, boolean isKnown, List<byte[]> proof) {
    if (fewer == to) {
      if (!isKnown) {
        proof.add(over(from, to));
      }
      return;
    }
    int middle = from + largestPowerBelow(to - from);
    if (fewer <= middle) {
      extend(fewer, from, middle, isKnown, proof);
      proof.add(over(middle, to));
    } else {
      extend(fewer, middle, to, false, proof);
      proof.add(over(from, middle));
    }
  }

  /** Whether a leaf is in a tree with this root (RFC 9162, section 2.1.3.2). */
  static boolean isIncluded(long index, long size, byte[] leaf, List<byte[]> proof, byte[] root) {
    if (index < 0 || index >= size || leaf.length != Sha256.BYTES) {
      return false;
    }
    long at = index;
    long last = size - 1;
    byte[] hash = leaf;
    for (byte[] sibling : proof) {
      if (last == 0 || sibling.length != Sha256.BYTES) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        hash = node(sibling, hash);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && MessageDigest.isEqual(hash, root);
  }

  /**
   * Whether a tree with the second root begins with one with the first (RFC 9162, section 2.1.4.2).
   * What begins with nothing cannot be proven.
   *
   * @param fewer leaves of the first
   * @param more leaves of the second
   */
  static boolean isConsistent(
      long fewer, long more, List<byte[]> proof, byte[] first, byte[] second) {
    if (fewer < 1 || fewer > more || proof.stream().anyMatch(hash -> hash.length != Sha256.BYTES)) {
      return false;
    }
    if (fewer == more) {
      return proof.isEmpty() && MessageDigest.isEqual(first, second);
    }
    List<byte[]> path = new ArrayList<>(proof);
    if (Long.bitCount(fewer) == 1) {
      path.add(0, first);
    }
    return !path.isEmpty() && leadsToBoth(fewer, more, path, first, second);
  }

  private static boolean leadsToBoth(
      long fewer, long more, List<byte[]> path, byte[] first, byte[] second) {
    long at = fewer - 1;
    long last = more - 1;
    while ((at & 1) == 1) {
      at >>= 1;
      last >>= 1;
    }
    byte[] one = path.get(0);
    byte[] two = path.get(0);
    for (byte[] sibling : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        one = node(sibling, one);
        two = node(sibling, two);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        two = node(two, sibling);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && MessageDigest.isEqual(one, first) && MessageDigest.isEqual(two, second);
  }
}
