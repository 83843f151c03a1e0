package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The seat's states, by one thread that shakes itself. The races are in the proofs. */
final class SeatTest {

  private final Seat seat = new Seat(false);

  @AfterEach
  void noInterruptIsLeft() {
    assertFalse(Thread.interrupted());
  }

  @Test
  void whoIsNotShakenGetsUpAsHeSat() {
    seat.sit(Seat.FOREVER);

    assertFalse(seat.getUp());
  }

  @Test
  void whoIsShakenIsInterruptedUntilHeGetsUp() {
    seat.sit(Seat.FOREVER);

    seat.shake();

    boolean interrupted = Thread.currentThread().isInterrupted();
    assertAll(
        () -> assertTrue(interrupted),
        () -> assertTrue(seat.isShaken()),
        () -> assertTrue(seat.getUp()),
        () -> assertFalse(seat.isShaken()));
  }

  @Test
  void anInterruptFromElsewhereIsNotCleared() {
    seat.sit(Seat.FOREVER);
    Thread.currentThread().interrupt();

    assertAll(() -> assertFalse(seat.getUp()), () -> assertTrue(Thread.interrupted()));
  }

  @Test
  void anEmptySeatCanBeShaken() {
    seat.shake();
    seat.sit(Seat.FOREVER);
    seat.getUp();
    seat.shake();

    assertAll(
        () -> assertFalse(Thread.currentThread().isInterrupted()),
        () -> assertFalse(seat.shake(7)));
  }

  @Test
  void aDeadlineShakesItsOwnSittingOnly() {
    seat.sit(7);

    assertAll(
        () -> assertEquals(7, seat.deadline()),
        () -> assertFalse(seat.shake(6)),
        () -> assertTrue(seat.shake(7)),
        () -> assertFalse(seat.shake(7)),
        () -> assertTrue(seat.getUp()));
  }

  @Test
  void nobodyAndWhoIsShakenHaveNoDeadline() {
    long ofNobody = seat.deadline();
    seat.sit(7);
    seat.shake();
    long ofTheShaken = seat.deadline();
    seat.getUp();

    assertAll(
        () -> assertEquals(Seat.FOREVER, ofNobody), () -> assertEquals(Seat.FOREVER, ofTheShaken));
  }

  @Test
  void anInterruptBeforeTheShakeIsNotCleared() {
    var seat = new Seat(true);
    seat.sit(Seat.FOREVER);
    Thread.currentThread().interrupt();

    seat.shake();

    assertAll(() -> assertTrue(seat.getUp()), () -> assertTrue(Thread.interrupted()));
  }
}
