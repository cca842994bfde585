package org.hms.registry.notify;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A range of addresses, written as CIDR. */
record Network(List<Byte> address, int bits) {

    Network {
        address = List.copyOf(address);
        if (bits < 0 || bits > address.size() * Byte.SIZE) {
            throw new IllegalArgumentException("A network has no more bits than its address");
        }
    }

    /** {@code 10.20.0.0/16} or {@code fd00::/8}; without bits one address. */
    static Network parse(String text) {
        var parts = text.strip().split("/", 2);
        var address = InetAddress.ofLiteral(parts[0]).getAddress();
        return new Network(boxed(address), parts.length == 2 ? Integer.parseInt(parts[1]) : address.length * Byte.SIZE);
    }

    static List<Network> all(String... texts) {
        return Stream.of(texts).map(Network::parse).toList();
    }

    boolean holds(InetAddress other) {
        var bytes = boxed(other.getAddress());
        if (bytes.size() != address.size()) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((bytes.get(bit / Byte.SIZE) & mask) != (address.get(bit / Byte.SIZE) & mask)) {
                return false;
            }
        }
        return true;
    }

    private static List<Byte> boxed(byte[] bytes) {
        var boxed = new Byte[bytes.length];
        Arrays.setAll(boxed, i -> bytes[i]);
        return List.of(boxed);
    }
}
