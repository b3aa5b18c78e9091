package carequeue.adapter.payer.clearinghouse;

/**
 * The answer of a subscriber as X12 publishes it (x12.org, example 1a of 270/271, guide 005010X279A1), in an envelope, and the refusal of a
 * provider as it is passed on with those examples; the dependent, the two people, the TA1 and the 999 are composed here.
 */
final class Published {

    private static final String ISA = "ISA*00*          *00*         "
            + " *ZZ*123456789012345*ZZ*123456789012346*080503*1705*>*00501*000010216*0*T*:~";
    private static final String GS = "GS*HB*1234567890*1234567890*20080503*1705*20213*X*005010X279A1~";
    private static final String TAIL = "GE*1*20213~IEA*1*000010216~";
    private static final String CLINIC = "BHT*0022*11*10001234*20060501*1319~HL*1**20*1~"
            + "NM1*PR*2*ABC COMPANY*****PI*842610001~HL*2*1*21*1~NM1*1P*2*BONE AND JOINT CLINIC*****SV*2000035~";
    private static final String BENEFITS = "EB*1**30**GOLD 123"
            + " PLAN~EB*L~EB*1**1>33>35>47>86>88>98>AL>MH>UC~EB*B**1>33>35>47>86>88>98>AL>MH>UC*HM*GOLD 123"
            + " PLAN*27*10*****Y~EB*B**1>33>35>47>86>88>98>AL>MH>UC*HM*GOLD 123"
            + " PLAN*27*30*****N~LS*2120~NM1*P3*1*JONES*MARCUS****SV*0202034~LE*2120~";

    static final String ACTIVE = whole("ST*271*4321*005010X279A1~" + CLINIC
            + "HL*3*2*22*0~TRN*2*93175-012547*9877281234~NM1*IL*1*SMITH*JOHN****MI*123456789~N3*15197 BROADWAY"
            + " AVENUE*APT 215~N4*KANSAS CITY*MO*64108~DMG*D8*19630519*M~"
            + "DTP*346*D8*20060101~" + BENEFITS + "SE*22*4321~");

    static final String DEPENDENT = whole("ST*271*4322*005010X279A1~" + CLINIC
            + "HL*3*2*22*1~NM1*IL*1*SMITH*ROBERT****MI*11122333301~HL*4*3*23*0~TRN*2*93175-012547*9877281234~"
            + "NM1*03*1*SMITH*MARY LOU~INS*N*19~DTP*346*D8*20060101~" + BENEFITS + "SE*22*4322~");

    static final String REFUSED = whole("ST*271*4323*005010X279A1~" + CLINIC + "AAA*Y**50*N~SE*8*4323~");

    static final String TWO_PEOPLE = whole("ST*271*4324*005010X279A1~" + CLINIC
            + "HL*3*2*22*0~TRN*2*93175-012547*9877281234~NM1*IL*1*SMITH*JOHN****MI*123456789~EB*1**30~"
            + "HL*4*2*22*0~TRN*2*3f0c-1*9199999998~NM1*IL*1*NUNEZ*ZOE****MI*W123~EB*6**30~SE*15*4324~");

    static final String TA1 = ISA + "TA1*000000905*080503*1704*R*023~IEA*0*000010216~";

    static final String SET_REFUSED = ISA
            + "GS*FA*1234567890*1234567890*20080503*1705*20213*X*005010X231A1~ST*999*0007*005010X231A1~"
            + "AK1*HS*905*005010X279A1~AK2*270*0001*005010X279A1~IK3*NM1*8*2100C*8~IK4*9*67*7*98~IK5*R*5~AK9*R*1*1*0~SE*8*0007~"
            + TAIL;

    private Published() {}

    private static String whole(String set) {
        return ISA + GS + set + TAIL;
    }
}
