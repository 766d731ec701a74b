package dev.modmon.uiapi.ssh;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;

/// The three curves that every SSH implementation with ECDSA has: RFC 5656, section 10.1.
enum EcCurve {
    NISTP256("nistp256", "secp256r1", 256),
    NISTP384("nistp384", "secp384r1", 384),
    NISTP521("nistp521", "secp521r1", 521);

    private static final byte UNCOMPRESSED = 4;

    private final String sshName;
    private final String jdkName;
    private final int bits;

    EcCurve(String sshName, String jdkName, int bits) {
        this.sshName = sshName;
        this.jdkName = jdkName;
        this.bits = bits;
    }

    static EcCurve ofSshName(String name) throws InvalidKeyException {
        return Arrays.stream(values())
                .filter(curve -> curve.sshName.equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidKeyException(
                                "The curve '%s' is not supported.".formatted(name)));
    }

    static EcCurve of(ECParameterSpec parameters) {
        int bits = parameters.getCurve().getField().getFieldSize();
        return Arrays.stream(values())
                .filter(curve -> curve.bits == bits)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "A curve of %d bits is not supported.".formatted(bits)));
    }

    String sshName() {
        return sshName;
    }

    String keyType() {
        return "ecdsa-sha2-" + sshName;
    }

    ECParameterSpec parameters() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(jdkName));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    /// SEC 1, section 2.3.4; points are never compressed in SSH.
    ECPoint point(byte[] encoded) throws InvalidKeyException {
        int length = coordinateBytes();
        if (encoded.length != 1 + 2 * length || encoded[0] != UNCOMPRESSED) {
            throw new InvalidKeyException(
                    "Its point is not an uncompressed one on " + sshName + ".");
        }
        return new ECPoint(
                new BigInteger(1, encoded, 1, length),
                new BigInteger(1, encoded, 1 + length, length));
    }

    byte[] encode(ECPoint point) {
        byte[] encoded = new byte[1 + 2 * coordinateBytes()];
        encoded[0] = UNCOMPRESSED;
        putAtEnd(point.getAffineX(), encoded, 1 + coordinateBytes());
        putAtEnd(point.getAffineY(), encoded, encoded.length);
        return encoded;
    }

    private int coordinateBytes() {
        return (bits + 7) / 8;
    }

    private static void putAtEnd(BigInteger number, byte[] into, int end) {
        byte[] bytes = number.toByteArray();
        int skipped = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        System.arraycopy(
                bytes, skipped, into, end - (bytes.length - skipped), bytes.length - skipped);
    }
}
