package carequeue.adapter.ehr.oauth;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;

/** The public point of a private EC key, which PKCS#8 need not hold and the JDK does not compute. */
final class CurvePoint {

    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private final BigInteger p;
    private final BigInteger a;

    private CurvePoint(ECParameterSpec curve) {
        this.p = ((ECFieldFp) curve.getCurve().getField()).getP();
        this.a = curve.getCurve().getA();
    }

    /** The generator, added to itself so many times. */
    static ECPoint times(ECParameterSpec curve, BigInteger secret) {
        var arithmetic = new CurvePoint(curve);
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = secret.bitLength() - 1; bit >= 0; bit--) {
            sum = arithmetic.add(sum, sum);
            sum = secret.testBit(bit) ? arithmetic.add(sum, curve.getGenerator()) : sum;
        }
        return sum;
    }

    private ECPoint add(ECPoint one, ECPoint other) {
        if (one.equals(ECPoint.POINT_INFINITY)) {
            return other;
        }
        BigInteger x = one.getAffineX();
        BigInteger y = one.getAffineY();
        BigInteger slope = one.equals(other)
                ? x.pow(2).multiply(THREE).add(a).multiply(y.multiply(TWO).modInverse(p))
                : other.getAffineY()
                        .subtract(y)
                        .multiply(other.getAffineX().subtract(x).modInverse(p));
        BigInteger sumX = slope.pow(2).subtract(x).subtract(other.getAffineX()).mod(p);
        return new ECPoint(sumX, slope.multiply(x.subtract(sumX)).subtract(y).mod(p));
    }
}
