package quintet.workloads.catalog;

/**
 * The frames of a file that start between two offsets. Where the first of them starts is not known
 * before the chunk is read: offsets are cut blindly.
 *
 * @param file a file that can be read at any place
 * @param from first offset, inclusive
 * @param to last offset, exclusive; a frame that starts before it may end behind it
 */
public record Chunk(Source.PlainFile file, long from, long to) {}
