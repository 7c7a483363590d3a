package org.chancery.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of RFC 9162, by the vectors of transparency-dev/merkle and by itself. */
class MerkleTreeTest {

  private static final int LARGEST = 40;

  private static final List<byte[]> LEAVES =
      IntStream.range(0, LARGEST).mapToObj(i -> MerkleTree.leaf(Sha256.utf8("leaf " + i))).toList();

  /** Right proofs and tampered ones. */
  @ParameterizedTest
  @ValueSource(strings = {"inclusion", "consistency"})
  void theVectorsOfOthersAreToldRightFromWrong(String kind) throws IOException {
    Path vectors = Path.of("../shared/data/merkle", kind + ".jsonl");
    assumeTrue(Files.exists(vectors), "../shared is not beside this checkout.");
    List<String> cases = Files.readAllLines(vectors);
    assertTrue(cases.size() > 90);
    for (String line : cases) {
      JsonNode one = new ObjectMapper().readTree(line);
      boolean isProven =
          kind.equals("inclusion")
              ? MerkleTree.isIncluded(
                  one.path("leafIdx").bigIntegerValue().longValue(),
                  one.path("treeSize").longValue(),
                  bytes(one.path("leafHash")),
                  proof(one),
                  bytes(one.path("root")))
              : MerkleTree.isConsistent(
                  one.path("size1").longValue(),
                  one.path("size2").longValue(),
                  proof(one),
                  bytes(one.path("root1")),
                  bytes(one.path("root2")));
      assertEquals(!one.path("wantErr").booleanValue(), isProven, line);
    }
  }

  private static List<byte[]> proof(JsonNode vector) {
    List<byte[]> proof = new ArrayList<>();
    vector.path("proof").forEach(hash -> proof.add(bytes(hash)));
    return proof;
  }

  private static byte[] bytes(JsonNode base64) {
    return Base64.getDecoder().decode(base64.asText());
  }

  @Test
  void theRootOverNothingIsTheHashOfNothing() {
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        Sha256.hex(MerkleTree.of(List.of()).root(0)));
  }

  @Test
  void everyLeafIsProvenAndNoOther() {
    MerkleTree tree = MerkleTree.of(LEAVES);
    for (int size = 1; size <= LARGEST; size++) {
      byte[] root = tree.root(size);
      for (int index = 0; index < size; index++) {
        List<byte[]> proof = tree.inclusion(index, size);
        assertTrue(MerkleTree.isIncluded(index, size, LEAVES.get(index), proof, root));
        assertFalse(
            MerkleTree.isIncluded(
                index, size, MerkleTree.leaf(Sha256.utf8("another")), proof, root));
      }
    }
  }

  @Test
  void everyTreeBeginsWithAllSmallerOnesAndNoOther() {
    MerkleTree tree = MerkleTree.of(LEAVES);
    List<byte[]> changed = new ArrayList<>(LEAVES);
    changed.set(0, MerkleTree.leaf(Sha256.utf8("another")));
    MerkleTree other = MerkleTree.of(changed);
    for (int more = 1; more <= LARGEST; more++) {
      for (int fewer = 1; fewer <= more; fewer++) {
        List<byte[]> proof = tree.consistency(fewer, more);
        assertTrue(MerkleTree.isConsistent(fewer, more, proof, tree.root(fewer), tree.root(more)));
        assertFalse(
            MerkleTree.isConsistent(fewer, more, proof, other.root(fewer), tree.root(more)));
        assertFalse(
            MerkleTree.isConsistent(fewer, more, proof, tree.root(fewer), other.root(more)));
      }
    }
  }
}
