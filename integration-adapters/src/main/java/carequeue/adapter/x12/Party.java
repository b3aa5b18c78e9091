package carequeue.adapter.x12;

/**
 * Who sends or receives an interchange.
 *
 * @param qualifier what kind of identifier it is, such as {@code ZZ} or {@code 30}
 * @param id at most 15 characters
 */
public record Party(String qualifier, String id) {}
