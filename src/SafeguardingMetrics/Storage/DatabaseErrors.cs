using System.Data.Common;

namespace SafeguardingMetrics.Storage;

/// <summary>The faults of a database that whoever runs a command can mend: no server, no login, no right, no folder. They are told in a sentence, not as a trace.</summary>
internal static class DatabaseErrors
{
    /// <summary>True for such a fault.</summary>
    public static bool IsPermanent(Exception fault) => fault is DatabaseUnavailableException or DbException or IOException or UnauthorizedAccessException;

    /// <summary>What the engine said of it.</summary>
    public static string Describe(Exception fault) => fault is DatabaseUnavailableException { InnerException: { } cause } ? cause.Message : fault.Message;
}
