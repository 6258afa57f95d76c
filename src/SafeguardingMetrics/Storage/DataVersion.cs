using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// The version of the data that readers see: it differs after every change, whichever instance made it. Each unit of work raises it when it is committed, in the
/// same transaction, unless it says that no answer rests on what it writes (<see cref="Database.WriteWithoutVersionBump"/>): what forgets to say anything is safe.
/// </summary>
/// <param name="Number">The version; no order is meant.</param>
/// <param name="ChangedAt">The instant of the latest change; null where there was none since the version is kept.</param>
public sealed record DataVersion(long Number, DateTimeOffset? ChangedAt)
{
    private const int LongestStep = 1 << 30;

    private static readonly Sql Present = new("SELECT COALESCE(SUM(VersionNumber), 0) AS VersionNumber, MAX(ChangedAt) AS ChangedAt FROM DataVersion");
    private static readonly Sql Step = new("UPDATE DataVersion SET VersionNumber = VersionNumber + @Step, ChangedAt = @At WHERE Stream = @Stream");
    private static readonly Sql First = new("INSERT INTO DataVersion (Stream, VersionNumber, ChangedAt) VALUES (@Stream, @Step, @At)");

    /// <summary>The version of the state that is read.</summary>
    public static async Task<DataVersion> Read(ReadSession reading)
    {
        var row = await reading.First<Row>(Present);
        return new DataVersion(row!.VersionNumber, row.ChangedAt);
    }

    /// <summary>A change that a unit of work is about to keep.</summary>
    /// <param name="stream">What only one writes at a time, so that nobody else raises this row meanwhile.</param>
    /// <param name="time">The clock.</param>
    public sealed class Change(string stream, TimeProvider time)
    {
        /// <summary>Raises the version.</summary>
        internal async Task Increment(UnitOfWork work)
        {
            var row = new { Stream = stream, Step = (long)Random.Shared.Next(1, LongestStep), At = Instant.Now(time) };
            if (await work.Execute(Step, row) == 0) await work.Execute(First, row);
        }
    }

    private sealed record Row
    {
        public required long VersionNumber { get; init; }

        public required DateTimeOffset? ChangedAt { get; init; }
    }
}
