package carequeue.adapter.payer.clearinghouse;

import carequeue.adapter.payer.PayerLine;
import carequeue.adapter.payer.Question;
import carequeue.adapter.payer.Question.Person;
import carequeue.adapter.payer.Unaskable;
import carequeue.adapter.x12.Interchange;
import carequeue.adapter.x12.Party;
import carequeue.adapter.x12.Segment;
import carequeue.adapter.x12.Transaction;
import carequeue.adapter.x12.X12Refused;
import carequeue.adapter.x12.X12Text;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes a question as an X12 270 (005010X279A1): the subscriber's loop, and the dependent's where the patient is one. */
final class X12Question {

    private static final String GUIDE = "005010X279A1";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final PayerLine line;
    private final List<String> serviceTypes;

    X12Question(PayerLine line, List<String> serviceTypes) {
        this.line = line;
        this.serviceTypes = serviceTypes;
    }

    /**
     * Writes it.
     *
     * @throws Unaskable when something that the guide demands is missing or cannot be written
     */
    Interchange of(Question question, String controlNumber, LocalDateTime at) {
        List<Segment> segments = new ArrayList<>();
        segments.add(Segment.of("BHT", "0022", "13", question.reference(), DAY.format(at), TIME.format(at)));
        who(question, segments);
        boolean dependant = question.dependant();
        segments.add(Segment.of("HL", "3", "2", "22", dependant ? "1" : "0"));
        if (dependant) {
            subscriber(question, question.subscriber(), segments);
            segments.add(Segment.of("HL", "4", "3", "23", "0"));
            segments.add(trace(question));
            dependant(question, segments);
        } else {
            segments.add(trace(question));
            subscriber(question, question.patient(), segments);
        }
        segments.add(Segment.of("DTP", "291", "D8", DAY.format(question.serviceDate())));
        serviceTypes.forEach(code -> segments.add(Segment.of("EQ", code)));
        return Interchange.of(
                new Party(line.senderQualifier(), line.senderId()),
                new Party(line.receiverQualifier(), line.receiverId()),
                at,
                controlNumber,
                line.production(),
                "HS",
                new Transaction("270", "0001", GUIDE, segments));
    }

    private void who(Question question, List<Segment> segments) {
        segments.add(Segment.of("HL", "1", null, "20", "1"));
        segments.add(organization("PR", question.payerName(), "PI", id(question.payerId(), "payerId")));
        segments.add(Segment.of("HL", "2", "1", "21", "1"));
        segments.add(organization("1P", line.providerName(), "XX", id(line.providerNpi(), "providerNpi")));
    }

    private static Segment organization(String who, String name, String kind, String id) {
        return Segment.of("NM1", who, "2", X12Text.words(name, 60), null, null, null, null, kind, id);
    }

    private Segment trace(Question question) {
        // The originator, ten characters of which the first says what kind of number follows.
        return Segment.of("TRN", "1", question.reference(), ("9" + line.providerNpi()).substring(0, 10));
    }

    private static void subscriber(Question question, Person person, List<Segment> segments) {
        segments.add(Segment.of(
                "NM1",
                "IL",
                "1",
                lastName(person),
                X12Text.words(person.firstName(), 35),
                null,
                null,
                null,
                "MI",
                id(question.memberId(), "memberId")));
        if (question.groupNumber() != null) {
            segments.add(Segment.of("REF", "6P", id(question.groupNumber(), "groupNumber")));
        }
        born(person, segments);
    }

    private static void dependant(Question question, List<Segment> segments) {
        Person patient = question.patient();
        segments.add(Segment.of("NM1", "03", "1", lastName(patient), X12Text.words(patient.firstName(), 35)));
        born(patient, segments);
        segments.add(Segment.of("INS", "N", relationship(question)));
    }

    /** The code of INS02. */
    static String relationship(Question question) {
        return switch (question.relationship()) {
            case SPOUSE -> "01";
            case CHILD -> "19";
            case OTHER, SELF -> "34";
        };
    }

    private static String lastName(Person person) {
        String name = X12Text.words(person.lastName(), 60);
        if (name.isEmpty()) {
            throw new Unaskable("lastName");
        }
        return name;
    }

    private static void born(Person person, List<Segment> segments) {
        if (person.birthDate() != null) {
            segments.add(Segment.of("DMG", "D8", DAY.format(person.birthDate()), sex(person)));
        }
    }

    /** The letter of DMG03; the guide has none for what is neither, and none is needed. */
    static String sex(Person person) {
        return switch (person.gender() == null ? "" : person.gender()) {
            case "male" -> "M";
            case "female" -> "F";
            default -> null;
        };
    }

    private static String id(String text, String field) {
        try {
            return X12Text.id(text, 50, field);
        } catch (X12Refused e) {
            throw new Unaskable(field);
        }
    }
}
