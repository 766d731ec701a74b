package dev.modmon.uiapi.ssh;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import java.util.Base64;

/// OpenSSH's own format of private keys, unencrypted.
///
/// It is described in OpenSSH's source tree, in the file `PROTOCOL.key`: a magic word, cipher and key derivation,
/// the public keys, and then, padded to a block of the cipher, a number twice, the private keys and their comments.
/// The private part of a key has the fields that the agent protocol has, draft-ietf-sshm-ssh-agent section 3.2.
final class OpenSshPrivateKey {
    static final String ENCRYPTED =
            "it is encrypted, and Modmon asks for no passphrase; add it to ssh-agent with 'ssh-add', which is used as well";

    private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String END = "-----END OPENSSH PRIVATE KEY-----";
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final String NONE = "none";
    private static final int BLOCK = 8;
    private static final int LINE = 70;

    private OpenSshPrivateKey() {}

    static boolean isOne(String text) {
        return text.contains(BEGIN);
    }

    /// @throws InvalidSshKeyException when it is encrypted or not of this format
    static KeyPair read(String text) throws GeneralSecurityException {
        WireReader file = new WireReader(body(text));
        if (!Arrays.equals(file.fixed(MAGIC.length), MAGIC)) {
            throw new InvalidSshKeyException("it does not begin as the format wants it");
        }
        String cipher = file.text();
        file.string(); // key derivation
        file.string(); // and its options
        if (!cipher.equals(NONE)) {
            throw new InvalidSshKeyException(ENCRYPTED);
        }
        if (file.uint32() != 1) {
            throw new InvalidSshKeyException("it must hold one key");
        }
        SshPublicKey publicKey = SshPublicKey.ofBlob(file.string());
        WireReader secret = new WireReader(file.string());
        int check = secret.uint32();
        if (secret.uint32() != check) {
            throw new InvalidSshKeyException("it is damaged, its check numbers differ");
        }
        if (!secret.text().equals(publicKey.type())) {
            throw new InvalidSshKeyException(
                    "its private and its public key are of different types");
        }
        return new KeyPair(publicKey.toJdk(), readPrivate(publicKey.type(), secret));
    }

    static String write(KeyPair pair, String comment) {
        SshPublicKey publicKey = SshPublicKey.of(pair.getPublic());
        int check = new SecureRandom().nextInt();
        WireWriter secret = new WireWriter().uint32(check).uint32(check).text(publicKey.type());
        writePrivate(pair.getPrivate(), publicKey, secret);
        secret.text(comment);
        for (int pad = 1; secret.size() % BLOCK != 0; pad++) {
            secret.uint8(pad);
        }
        byte[] file =
                new WireWriter()
                        .fixed(MAGIC)
                        .text(NONE)
                        .text(NONE)
                        .text("")
                        .uint32(1)
                        .string(publicKey.blob())
                        .string(secret.toByteArray())
                        .toByteArray();
        byte[] newline = {'\n'};
        return BEGIN
                + "\n"
                + Base64.getMimeEncoder(LINE, newline).encodeToString(file)
                + "\n"
                + END
                + "\n";
    }

    private static byte[] body(String text) {
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END, begin);
        if (end < 0) {
            throw new InvalidSshKeyException("its last line is missing");
        }
        return Base64.getDecoder().decode(text.substring(begin, end).replaceAll("\\s", ""));
    }

    private static PrivateKey readPrivate(String type, WireReader secret)
            throws GeneralSecurityException {
        return switch (type) {
            case SshPublicKey.ED25519 -> {
                secret.string(); // the public key
                byte[] seedAndPublic = secret.string();
                yield Ed25519.privateKey(Arrays.copyOf(seedAndPublic, Ed25519.KEY_BYTES));
            }
            case SshPublicKey.RSA -> readRsa(secret);
            default -> {
                EcCurve curve = EcCurve.ofSshName(secret.text());
                secret.string(); // the public key
                yield KeyFactory.getInstance("EC")
                        .generatePrivate(new ECPrivateKeySpec(secret.mpint(), curve.parameters()));
            }
        };
    }

    private static PrivateKey readRsa(WireReader secret) throws GeneralSecurityException {
        BigInteger modulus = secret.mpint();
        BigInteger publicExponent = secret.mpint();
        BigInteger exponent = secret.mpint();
        BigInteger coefficient = secret.mpint();
        BigInteger p = secret.mpint();
        BigInteger q = secret.mpint();
        BigInteger exponentP = exponent.mod(p.subtract(BigInteger.ONE));
        BigInteger exponentQ = exponent.mod(q.subtract(BigInteger.ONE));
        return KeyFactory.getInstance("RSA")
                .generatePrivate(
                        new RSAPrivateCrtKeySpec(
                                modulus,
                                publicExponent,
                                exponent,
                                p,
                                q,
                                exponentP,
                                exponentQ,
                                coefficient));
    }

    private static void writePrivate(PrivateKey key, SshPublicKey publicKey, WireWriter secret) {
        WireReader blob = new WireReader(publicKey.blob());
        blob.string();
        switch (key) {
            case EdECPrivateKey ed -> {
                byte[] raw = blob.string();
                byte[] seedAndPublic = Arrays.copyOf(Ed25519.seed(ed), 2 * Ed25519.KEY_BYTES);
                System.arraycopy(raw, 0, seedAndPublic, Ed25519.KEY_BYTES, Ed25519.KEY_BYTES);
                secret.string(raw).string(seedAndPublic);
            }
            case RSAPrivateCrtKey rsa ->
                    secret.mpint(rsa.getModulus())
                            .mpint(rsa.getPublicExponent())
                            .mpint(rsa.getPrivateExponent())
                            .mpint(rsa.getCrtCoefficient())
                            .mpint(rsa.getPrimeP())
                            .mpint(rsa.getPrimeQ());
            case ECPrivateKey ec ->
                    secret.string(blob.string()).string(blob.string()).mpint(ec.getS());
            default ->
                    throw new InvalidSshKeyException(
                            "A private key of kind %s cannot be written."
                                    .formatted(key.getAlgorithm()));
        }
    }
}
