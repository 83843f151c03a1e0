package quintet.suite;

/**
 * The user gave something that cannot be used. The message is one line that names the thing, the
 * place and the reason; the command prints it and exits with 2.
 */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
