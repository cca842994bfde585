package org.hms.matching.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Telephone numbers as they compare: Paraguay's by their national digits, others written internationally with a plus and
 * the country's code. A file's own local numbers stay their digits. Words after the number and extensions do not count.
 */
final class Phones {
    private static final String COUNTRY_CODE = "595";
    private static final int SHORTEST = 6;
    private static final int LONGEST_NATIONAL = 10;
    private static final String PARTS = "/;,|";

    /** Fills at first use: it reads its tables of the world's numbers. */
    private static final class World {
        private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    }

    private Phones() {}

    static List<String> of(List<String> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        var kept = new LinkedHashSet<String>(2);
        for (int i = 0; i < written.size(); i++) {
            addAll(written.get(i), kept);
        }
        return List.copyOf(kept);
    }

    /** Several numbers in one text are told from one number with slashes by their lengths. */
    private static void addAll(String written, Collection<String> kept) {
        int from = 0;
        int digits = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            digits += Numbers.isDigit(c) ? 1 : 0;
            if (PARTS.indexOf(c) >= 0 && digits >= SHORTEST) {
                add(written.substring(from, i), kept);
                from = i + 1;
                digits = 0;
            }
        }
        if (from == 0 || digits >= SHORTEST) {
            add(from == 0 ? written : written.substring(from), kept);
        }
    }

    private static void add(String written, Collection<String> kept) {
        var digits = digits(written);
        var number = withoutZeros(digits);
        if (number.startsWith(COUNTRY_CODE) && number.length() > 9) {
            number = withoutZeros(number.substring(COUNTRY_CODE.length()));
        } else if (number.length() > LONGEST_NATIONAL
                || number.length() == LONGEST_NATIONAL && (written.indexOf('+') >= 0 || digits.startsWith("00"))) {
            number = international(number);
        }
        if (number.length() >= SHORTEST && !isFiller(number)) {
            kept.add(number);
        }
    }

    /** The digits up to the first letter, or the sign of an extension, that follows a whole number. */
    private static String digits(String written) {
        var digits = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (Numbers.isDigit(c)) {
                digits.append(c);
            } else if (digits.length() >= SHORTEST && (c == '#' || c == '*' || Character.isLetter(c))) {
                break;
            }
        }
        return digits.toString();
    }

    private static String withoutZeros(String digits) {
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }

    /** The number of another country in its one form; the digits as they are where no country has such a number. */
    private static String international(String digits) {
        try {
            var number = World.NUMBERS.parse('+' + digits, null);
            return World.NUMBERS.isValidNumber(number) ? World.NUMBERS.format(number, PhoneNumberFormat.E164) : digits;
        } catch (NumberParseException none) {
            return digits;
        }
    }

    /** Typed to fill the field, wholly or but for the network's prefix: 0981 000000. */
    private static boolean isFiller(String number) {
        int length = number.length();
        char last = number.charAt(length - 1);
        int alike = 1;
        while (alike < SHORTEST && number.charAt(length - 1 - alike) == last) {
            alike++;
        }
        return alike == SHORTEST || Numbers.isFiller(number);
    }
}
