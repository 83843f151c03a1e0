package quintet.async;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Looks names up as usual, but for one, for which it takes its time, and knows no address. */
public final class SlowNames extends InetAddressResolverProvider {

  static final String SLOW = "slow.invalid";

  /** Until then nobody hears of the slow name. */
  static final CountDownLatch ANSWERED = new CountDownLatch(1);

  @Override
  public String name() {
    return "slow names";
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    var usual = configuration.builtinResolver();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        if (!host.equals(SLOW)) {
          return usual.lookupByName(host, policy);
        }
        try {
          ANSWERED.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        throw new UnknownHostException(host);
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        return usual.lookupByAddress(address);
      }
    };
  }
}
