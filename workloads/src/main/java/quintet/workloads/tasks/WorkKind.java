package quintet.workloads.tasks;

/** What tasks spend their time on, or need; {@link Advice} tells where to do them. */
public enum WorkKind {
  /** They compute. The seed's "cpu". */
  COMPUTING,
  /** They wait: for a network, a disk, a database. The seed's "io". */
  WAITING,
  /** They may end or exhaust the process they are in: native code, code of others. */
  CRASHING,
  /** They need a heap, or static state, of their own. */
  ISOLATED
}
