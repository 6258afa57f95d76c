using System.Data.Common;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// The database faults that the operator who runs a command can correct: no server, no login, no permission, no folder.
/// A command reports them in a sentence, without a stack trace.
/// </summary>
internal static class DatabaseErrors
{
    /// <summary>True for such a fault.</summary>
    public static bool IsPermanent(Exception fault) =>
        fault is DatabaseUnavailableException or DbException or IOException or UnauthorizedAccessException;

    /// <summary>The message of the database engine.</summary>
    public static string Describe(Exception fault) =>
        fault is DatabaseUnavailableException { InnerException: { } cause } ? cause.Message : fault.Message;
}
