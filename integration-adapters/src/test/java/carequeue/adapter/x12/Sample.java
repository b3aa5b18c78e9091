package carequeue.adapter.x12;

/** Interchanges for the tests: X12's own published example 1a of the 005010X279A1 guide (x12.org, examples of 270/271), in an envelope. */
final class Sample {

    static final String HEAD =
            "ISA*00*          *00*          *ZZ*123456789012345*ZZ*123456789012346*080503*1705*>*00501*000010216*0*T*:~"
                    + "GS*HB*1234567890*1234567890*20080503*1705*20213*X*005010X279A1~";

    static final String BODY = "ST*271*4321*005010X279A1~BHT*0022*11*10001234*20060501*1319~HL*1**20*1~NM1*PR*2*ABC"
            + " COMPANY*****PI*842610001~HL*2*1*21*1~NM1*1P*2*BONE AND JOINT"
            + " CLINIC*****SV*2000035~HL*3*2*22*0~TRN*2*93175-012547*9877281234~NM1*IL*1*SMITH*JOHN****MI*123456789~N3*15197"
            + " BROADWAY AVENUE*APT 215~N4*KANSAS CITY*MO*64108~DMG*D8*19630519*M~DTP*346*D8*20060101~EB*1**30**GOLD 123"
            + " PLAN~EB*L~EB*1**1>33>35>47>86>88>98>AL>MH>UC~EB*B**1>33>35>47>86>88>98>AL>MH>UC*HM*GOLD 123"
            + " PLAN*27*10*****Y~EB*B**1>33>35>47>86>88>98>AL>MH>UC*HM*GOLD 123"
            + " PLAN*27*30*****N~LS*2120~NM1*P3*1*JONES*MARCUS****SV*0202034~LE*2120~SE*22*4321~";

    static final String TAIL = "GE*1*20213~IEA*1*000010216~";

    static final String WHOLE = HEAD + BODY + TAIL;

    private Sample() {}

    /** The same with other separators: element, repetition, component, end of segment. */
    static String with(String element, String repetition, String component, String segment) {
        return WHOLE.replace('*', '\u0001')
                .replace('>', '\u0002')
                .replace(':', '\u0003')
                .replace('~', '\u0004')
                .replace("\u0001", element)
                .replace("\u0002", repetition)
                .replace("\u0003", component)
                .replace("\u0004", segment);
    }
}
