package dev.treadle.metadata;

/**
 * Something to be written in one transaction.
 *
 * @param <R> what the store allots: numbers, or nothing
 */
public sealed interface UnitOfWork<R>
    permits StartRun,
        StartStep,
        FinishAttempt,
        FinishStep,
        FinishRun,
        RenewLease,
        ClaimAttempt,
        RenewClaim,
        UnderClaim,
        TakeOver,
        RegisterExternal,
        ImportVersion,
        Sweep,
        Change {}
