package io.eicbridge.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileZipTest {
    private static final int CENTRAL = 0x02014b50;

    @TempDir
    private Path folder;

    @Test
    void refusesPathsThatLeadOut() throws IOException {
        assertThat(refusal(zip("../outside.json", 10))).contains("leads out of it");
        assertThat(refusal(zip("/outside.json", 10))).contains("leads out of it");
        assertThat(refusal(zip("a\\..\\outside.json", 10))).contains("leads out of it");
    }

    @Test
    void refusesWhatUnpacksToTooMuch() throws IOException {
        assertThat(refusal(zip("bomb.json", 9 << 20))).contains("unpack to more");
    }

    @Test
    void refusesLinks() throws IOException {
        Path zip = zip("link.json", 10);
        byte[] bytes = Files.readAllBytes(zip);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < bytes.length - 46; at++) {
            if (buffer.getInt(at) == CENTRAL) {
                buffer.putInt(at + 38, 0120777 << 16);
            }
        }
        Files.write(zip, bytes);

        assertThat(refusal(zip)).contains("link");
    }

    @Test
    void refusesWhatIsCutOff() throws IOException {
        Path zip = zip("cut.json", 1000);
        byte[] bytes = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(refusal(zip)).contains("cut off");
    }

    private Path zip(String name, int size) throws IOException {
        Path zip = folder.resolve("hostile.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(new byte[size]);
            out.closeEntry();
        }
        return zip;
    }

    private static String refusal(Path zip) {
        PackageReader.Reading reading = PackageReader.read(zip);
        assertThat(reading.packages()).isEmpty();
        assertThat(reading.findings()).hasSize(1);
        return reading.findings().get(0).explanation();
    }
}
