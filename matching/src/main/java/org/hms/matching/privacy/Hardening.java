package org.hms.matching.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One way to make a filter tell less. What it draws at random comes from the secret, the schema and its seed. */
sealed interface Hardening {

    /** What a hardening does to one record's filter, once it has its key. */
    @FunctionalInterface
    interface Step {
        long[] apply(long[] filter, String recordId);
    }

    /** How many bits a filter has afterwards. */
    int bits(int before);

    /** Ready for filters of so many bits; the key is for this step alone. */
    Step prepare(int before, byte[] key);

    /** Appends the complement: every filter has as many ones as zeros. */
    record Balance() implements Hardening {
        @Override
        public int bits(int before) {
            return before * 2;
        }

        @Override
        public Step prepare(int before, byte[] key) {
            return (filter, recordId) -> {
                var balanced = java.util.Arrays.copyOf(filter, filter.length * 2);
                for (int i = 0; i < filter.length; i++) {
                    balanced[filter.length + i] = ~filter[i];
                }
                return balanced;
            };
        }
    }

    /** Lays one half over the other by exclusive or. */
    record XorFold() implements Hardening {
        @Override
        public int bits(int before) {
            return before / 2;
        }

        @Override
        public Step prepare(int before, byte[] key) {
            return (filter, recordId) -> {
                var folded = new long[filter.length / 2];
                for (int i = 0; i < folded.length; i++) {
                    folded[i] = filter[i] ^ filter[folded.length + i];
                }
                return folded;
            };
        }
    }

    /** Puts the bits in an order that only the secret tells. */
    record Permute(long seed) implements Hardening {
        @Override
        public int bits(int before) {
            return before;
        }

        @Override
        public Step prepare(int before, byte[] key) {
            var order = new int[before];
            var random = new KeyStream(key);
            for (int i = 0; i < before; i++) {
                int other = random.below(i + 1);
                order[i] = order[other];
                order[other] = i;
            }
            return (filter, recordId) -> {
                var permuted = new long[filter.length];
                for (int i = 0; i < order.length; i++) {
                    permuted[i >> 6] |= (filter[order[i] >> 6] >>> order[i] & 1) << i;
                }
                return permuted;
            };
        }
    }

    /**
     * Throws a coin for each bit with a probability. The same record always gets the same coins, so that encoding it again
     * does not average them away; the same person in another file gets others.
     */
    record RandomisedResponse(double probability, long seed) implements Hardening {
        @Override
        public int bits(int before) {
            return before;
        }

        @Override
        public Step prepare(int before, byte[] key) {
            int share = (int) Math.round(probability * (1 << 16));
            var keyed = KeyedTokens.mac(key);
            return (filter, recordId) -> {
                var random = new KeyStream(recordKey(keyed, filter, recordId));
                var answered = filter.clone();
                for (int i = 0; i < before; i++) {
                    int drawn = random.nextInt();
                    if (drawn >>> 16 < share) {
                        long coin = 1L << i;
                        answered[i >> 6] = (drawn & 1) == 0 ? answered[i >> 6] & ~coin : answered[i >> 6] | coin;
                    }
                }
                return answered;
            };
        }

        private static byte[] recordKey(javax.crypto.Mac keyed, long[] filter, String recordId) {
            var id = recordId.getBytes(StandardCharsets.UTF_8);
            var message = ByteBuffer.allocate(filter.length * Long.BYTES + id.length);
            message.asLongBuffer().put(filter);
            message.position(filter.length * Long.BYTES);
            message.put(id);
            try {
                return ((javax.crypto.Mac) keyed.clone()).doFinal(message.array());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("Java's own HmacSHA256 can be cloned", e);
            }
        }
    }

    /** Each bit becomes the exclusive or of its two neighbours; the ends are neighbours. */
    record Rule90() implements Hardening {
        @Override
        public int bits(int before) {
            return before;
        }

        @Override
        public Step prepare(int before, byte[] key) {
            return (filter, recordId) -> {
                var next = new long[filter.length];
                for (int i = 0; i < filter.length; i++) {
                    long below = filter[(i + filter.length - 1) % filter.length];
                    long above = filter[(i + 1) % filter.length];
                    next[i] = (filter[i] << 1 | below >>> 63) ^ (filter[i] >>> 1 | above << 63);
                }
                return next;
            };
        }
    }

    /** Slides a window over the filter; what stands in it, with where it stands, draws positions of a new filter. */
    record Rehash(int window, int step, int samples) implements Hardening {
        static final int WIDEST = 32;

        @Override
        public int bits(int before) {
            return before;
        }

        @Override
        public Step prepare(int before, byte[] key) {
            long secret = ByteBuffer.wrap(key).getLong();
            long more = ByteBuffer.wrap(key).getLong(Long.BYTES);
            return (filter, recordId) -> {
                var rehashed = new long[filter.length];
                for (int start = 0; start < before; start += step) {
                    long seen = window(filter, start) ^ (long) start << WIDEST;
                    long state = mixed(mixed(seen ^ secret) + more);
                    for (int i = 0; i < samples; i++) {
                        state = mixed(state + i);
                        int position = (int) (state >>> 32) & before - 1;
                        rehashed[position >> 6] |= 1L << position;
                    }
                }
                return rehashed;
            };
        }

        private long window(long[] filter, int start) {
            int word = start >> 6;
            long bits = filter[word] >>> start;
            if ((start & 63) + window > 64) {
                bits |= filter[(word + 1) % filter.length] << 64 - (start & 63);
            }
            return bits & (1L << window) - 1;
        }

        /** Stafford's finaliser of SplitMix64. */
        private static long mixed(long number) {
            long z = number + 0x9e3779b97f4a7c15L;
            z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
            z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
            return z ^ z >>> 31;
        }
    }
}
