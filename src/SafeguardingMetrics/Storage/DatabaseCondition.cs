using System.Globalization;
using SafeguardingMetrics.Storage.Files;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Whether the database's file is whole and is the one that it was: checked at the start and every night, and told in the log, in the
/// service's health and in its metrics.
/// </summary>
public sealed partial class DatabaseCondition(
    Database database, ILogger<DatabaseCondition> log, TimeProvider time, ServiceMeter? meter = null)
{
    private static readonly Sql Version = new("SELECT COALESCE(SUM(VersionNumber), 0) FROM DataVersion");

    private readonly Lock door = new();
    private Task? first;
    private volatile IReadOnlyList<string> damage = [];

    /// <summary>True once the database was accepted, and so may be closed at the end.</summary>
    public bool IsInUse { get; set; }

    /// <summary>Begins the first check, which goes on while the service starts.</summary>
    public Task BeginFirstCheck(CancellationToken cancel)
    {
        lock (door) return first ??= Task.Run(() => Check(cancel), cancel);
    }

    /// <summary>Waits for the first check.</summary>
    /// <returns>What the newest check found, without anything of a record; nothing where the file is whole.</returns>
    public async Task<IReadOnlyList<string>> FindDamage(CancellationToken cancel)
    {
        if (first is { } begun) await begun.WaitAsync(cancel);
        return damage;
    }

    /// <summary>Checks the file, and tells what is wrong with it.</summary>
    public async Task Check(CancellationToken cancel)
    {
        try
        {
            var began = time.GetTimestamp();
            damage = await database.Engine.FindDamage(cancel);
            meter?.RecordDamage(damage.Count);
            if (damage.Count == 0) Log.Whole(log, time.GetElapsedTime(began).TotalSeconds);
            else Log.Damaged(log, string.Join("; ", damage));
        }
        catch (Exception fault) when (DatabaseErrors.IsPermanent(fault))
        {
            // It cannot be asked now, which those who ask something else of it are told.
            Log.NotChecked(log, DatabaseErrors.Describe(fault));
        }
    }

    /// <summary>
    /// Compares the database with the newest change that was kept outside it. It is older where its write-ahead log was lost, or an
    /// older copy was put in its place.
    /// </summary>
    /// <param name="isRefused">True where an older database is refused; it is logged in any case.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="DatabaseFileException">It is older, and the way out.</exception>
    public async Task CompareWithNewestKept(bool isRefused, CancellationToken cancel)
    {
        if (database.Engine.NewestKept is not { } kept) return;
        var version = await database.Write(
            WriteScope.WithoutChange(WriteLocks.Schema, audit: null),
            async work => await work.HasTable("DataVersion") ? await work.Count(Version) : 0,
            cancel);
        if (version >= kept.Version) return;
        var file = database.Engine.FilePath!;
        var (at, note) = ($"{kept.ChangedAt?.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC", $"{Path.GetFileName(file)}-newest");
        Log.Older(log, version, kept.Version, at);
        if (!isRefused) return;
        throw new DatabaseFileException(string.Create(
            CultureInfo.InvariantCulture,
            $"The database {file} is older than it was: {note} beside it knows of a change at {at} (version {kept.Version}) that is not in "
            + $"the database (version {version}). Its write-ahead log was lost or damaged, or an older copy was put in its place. Put the "
            + $"right file and its -wal file there, or run: restore --from <the newest backup>. To go on with this older database, and "
            + $"without what is missing in it, delete {note}."));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The database's file is whole (checked in {Seconds:0.0} s)")]
        public static partial void Whole(ILogger log, double seconds);

        [LoggerMessage(2, LogLevel.Critical, "The database's file is damaged; stop the service and restore a backup: {Damage}")]
        public static partial void Damaged(ILogger log, string damage);

        [LoggerMessage(3, LogLevel.Error, "The database's file could not be checked for damage: {Why}")]
        public static partial void NotChecked(ILogger log, string why);

        [LoggerMessage(4, LogLevel.Error,
            "The database is older than it was: it is at version {Version}, and was at {Kept} on {At}. Its write-ahead log was lost, or an "
            + "older copy was put in its place")]
        public static partial void Older(ILogger log, long version, long kept, string at);
    }
}
