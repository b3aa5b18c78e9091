package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;

/** The stretch of time that a FHIR date of any precision means, the end not included. */
record Span(Instant start, Instant end) {

    private static final int DAY_PRECISION = 10;

    /** Dates without a time are days of the site's zone. */
    static Span of(String value, ZoneId zone) {
        try {
            return value.length() > DAY_PRECISION ? moment(value) : days(value, zone);
        } catch (DateTimeException e) {
            throw new InvalidRequestException("Not a date that can be searched for: " + value);
        }
    }

    /** Whether this, the value of a resource, answers what is asked. */
    boolean answers(DateParam asked, ZoneId zone) {
        Span other = of(asked.getValueAsString(), zone);
        ParamPrefixEnum prefix = asked.getPrefix() == null ? ParamPrefixEnum.EQUAL : asked.getPrefix();
        return switch (prefix) {
            case EQUAL -> within(other);
            case NOT_EQUAL -> !within(other);
            case GREATERTHAN -> end.isAfter(other.end);
            case GREATERTHAN_OR_EQUALS -> end.isAfter(other.start);
            case LESSTHAN -> start.isBefore(other.start);
            case LESSTHAN_OR_EQUALS -> start.isBefore(other.end);
            case STARTS_AFTER -> !start.isBefore(other.end);
            case ENDS_BEFORE -> !end.isAfter(other.start);
            case APPROXIMATE -> start.isBefore(other.end) && end.isAfter(other.start);
        };
    }

    private boolean within(Span other) {
        return !start.isBefore(other.start) && !end.isAfter(other.end);
    }

    private static Span moment(String value) {
        Instant at = OffsetDateTime.parse(value).toInstant();
        return new Span(at, value.contains(".") ? at.plusMillis(1) : at.plusSeconds(1));
    }

    private static Span days(String value, ZoneId zone) {
        LocalDate first;
        LocalDate next;
        if (value.length() == DAY_PRECISION) {
            first = LocalDate.parse(value);
            next = first.plusDays(1);
        } else if (value.length() > 4) {
            first = YearMonth.parse(value).atDay(1);
            next = first.plusMonths(1);
        } else {
            first = Year.parse(value).atDay(1);
            next = first.plusYears(1);
        }
        return new Span(
                first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
    }
}
