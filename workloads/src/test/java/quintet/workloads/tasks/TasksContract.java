package quintet.workloads.tasks;

/**
 * What every model of {@link Tasks} must do. Written once, in parts; each model's test class
 * implements it and inherits the tests. A model with threads of its own implements {@link
 * ConcurrentTasksContract}, which asks more.
 */
public interface TasksContract
    extends OrderContract,
        WindowContract,
        FailureContract,
        SourceContract,
        TimeoutContract,
        EndContract {}
