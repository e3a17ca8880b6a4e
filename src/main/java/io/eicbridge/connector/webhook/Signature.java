package io.eicbridge.connector.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Knows by the app's client secret whether Intercom wrote a body: HMAC-SHA1 of its bytes, as {@code X-Hub-Signature} carries it. */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA1";
    private static final String PREFIX = "sha1=";
    private final byte[] secret;

    /** Signatures by this secret; an empty one signs nothing. */
    public Signature(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the header signs exactly these bytes; takes the same time however close a guess is. */
    boolean fits(String header, byte[] body) {
        if (secret.length == 0 || header == null || body == null) {
            return false;
        }
        byte[] expected = (PREFIX + HexFormat.of().formatHex(mac(body))).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, header.strip().getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
