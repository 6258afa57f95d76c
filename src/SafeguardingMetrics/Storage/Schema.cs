using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Brings a database to the schema under <c>db/</c>: each script of tables runs once, in the order of its name, and is
/// recorded; views are made anew when they differ, and go when this version has retired them; the calendar is filled to its last day. One
/// transaction, so that a schema is there whole or not at all. A database of a newer version is refused.
/// </summary>
public sealed class Schema(Database database, TimeProvider time)
{
    private const string MigrationTable =
        "CREATE TABLE SchemaMigration (Script NVARCHAR(100) NOT NULL, ContentHash CHAR(64) NOT NULL, AppliedAt DATETIME2(3) NOT NULL, "
        + "CONSTRAINT PK_SchemaMigration PRIMARY KEY (Script))";

    private static readonly Sql Applied = new("SELECT Script, ContentHash FROM SchemaMigration");
    private static readonly Sql Record = new("""
        INSERT INTO SchemaMigration (Script, ContentHash, AppliedAt) VALUES (@Script, @ContentHash, @AppliedAt)
        """);

    private static readonly Sql Forget = new("DELETE FROM SchemaMigration WHERE Script = @Script");
    private static readonly Sql CalendarDays = new("SELECT COUNT(*) FROM Calendar");

    private const string CalendarStep = "the calendar's days";

    private static int NumberOfCalendarDays { get; } = WorkingDayCalendar.LastDay.DayNumber - WorkingDayCalendar.FirstDay.DayNumber + 1;

    /// <summary>The scripts of tables, in the order in which they run: name and text.</summary>
    public static IReadOnlyList<(string Name, string Text)> Tables { get; } = ReadScripts("db/tables/");

    /// <summary>The scripts of views, each one view named as its file.</summary>
    public static IReadOnlyList<(string Name, string Text)> Views { get; } = ReadScripts("db/views/");

    /// <summary>
    /// The scripts of views that an earlier version had and this one has not. A recorded script that is neither here nor among those
    /// of this version is of a newer one.
    /// </summary>
    public static IReadOnlyList<string> RetiredViews { get; } = [];

    /// <summary>The text of the table that records what has run.</summary>
    public static string OwnTable => MigrationTable;

    /// <summary>The views that a migration drops: <see cref="RetiredViews"/>.</summary>
    internal IReadOnlyList<string> Retired { get; init; } = RetiredViews;

    /// <summary>Brings the database up to date; safe to run again, and by two at once.</summary>
    /// <param name="cancel">Ends it.</param>
    /// <param name="begins">
    /// Told of each step before it is made: one that makes an index over millions of rows takes minutes.
    /// </param>
    /// <returns>What was applied, in order; nothing where the database was up to date.</returns>
    public async Task<IReadOnlyList<string>> Migrate(CancellationToken cancel, Action<string>? begins = null)
    {
        await database.Engine.EnsureExists(cancel);
        return await database.Write(WriteScope.ForSettings(WriteLocks.Schema, audit: null), work => Migrate(work, begins), cancel);
    }

    private async Task<IReadOnlyList<string>> Migrate(UnitOfWork work, Action<string>? begins)
    {
        var done = new List<string>();
        if (!await work.HasTable("SchemaMigration")) await work.ExecuteScript(MigrationTable);
        var applied = await ReadApplied(work);
        RefuseNewer(applied.Keys.Except(Retired));

        foreach (var (name, text) in Tables)
        {
            if (applied.TryGetValue(name, out var hash))
            {
                if (hash == ComputeHash(text)) continue;
                throw new SchemaException(
                    $"db/tables/{name} has changed since it was applied to this database. A change to the schema is a new script; "
                    + "an embedded demonstration database can be deleted.");
            }

            begins?.Invoke($"db/tables/{name}");
            await work.ExecuteScript(text);
            await RecordMigration(work, name, text);
            done.Add($"db/tables/{name}");
        }

        foreach (var (name, text) in Views)
        {
            if (applied.TryGetValue(name, out var hash) && hash == ComputeHash(text)) continue;
            begins?.Invoke($"db/views/{name}");
            await work.ExecuteScript(database.Engine.CreateOrReplaceView(Path.GetFileNameWithoutExtension(name), text));
            await RecordMigration(work, name, text);
            done.Add($"db/views/{name}");
        }

        // Tables that are no longer declared stay, since data lies in them.
        foreach (var gone in applied.Keys.Where(Retired.Contains))
        {
            await work.ExecuteScript($"DROP VIEW IF EXISTS {Path.GetFileNameWithoutExtension(gone)}");
            await work.Execute(Forget, new { Script = gone });
            done.Add($"db/views/{gone}, which is no longer there");
        }

        // A database filled by an earlier version has the days to that version's last day. The rows that are there stay as they are.
        if (await work.Count(CalendarDays) is var held && held < NumberOfCalendarDays)
        {
            begins?.Invoke(CalendarStep);
            await FillCalendar(work, (int)held);
            done.Add(CalendarStep);
        }

        // A database that is up to date is not changed, and readers' caches stay valid.
        if (done.Count > 0) await work.Commit();
        return done;
    }

    /// <summary>Refuses a database that is not at the schema of this version.</summary>
    /// <exception cref="SchemaException">It is older, and how to bring it up to date; or it is newer.</exception>
    public async Task Check(CancellationToken cancel)
    {
        var scope = WriteScope.WithoutChange(WriteLocks.Schema, audit: null);
        var applied =
            await database.Write(scope, async work => await work.HasTable("SchemaMigration") ? await ReadApplied(work) : [], cancel);
        RefuseNewer(applied.Keys);
        bool IsMissing((string Name, string Text) script) =>
            !applied.TryGetValue(script.Name, out var hash) || hash != ComputeHash(script.Text);
        var missing = Tables.Concat(Views).Where(IsMissing).Select(script => script.Name).ToList();
        if (missing.Count == 0
            && await database.Write(scope, work => work.Count(CalendarDays), cancel) < NumberOfCalendarDays)
            missing.Add($"{CalendarStep} to {WorkingDayCalendar.LastDay:yyyy-MM-dd}");
        if (missing.Count == 0) return;
        throw new SchemaException(
            $"The database lacks {string.Join(", ", missing)}. Bring it up to date with: dotnet run --project src/SafeguardingMetrics "
            + "-- migrate");
    }

    /// <summary>Refuses a database to which a newer version has applied scripts.</summary>
    /// <param name="applied">The names of the scripts that it records.</param>
    /// <exception cref="SchemaException">It has scripts that this version does not know.</exception>
    internal static void RefuseNewer(IEnumerable<string> applied)
    {
        var known = Tables.Concat(Views).Select(script => script.Name).Concat(RetiredViews).ToHashSet(StringComparer.Ordinal);
        var unknown = applied.Where(script => !known.Contains(script)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0) return;
        throw new SchemaException(
            $"The database is of a newer version: this one does not know {string.Join(", ", unknown)}. Run the newer version, or restore "
            + "the backup from before the upgrade. Nothing was changed.");
    }

    /// <summary>The hash by which a script is known again.</summary>
    internal static string ComputeHash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    private static async Task<Dictionary<string, string>> ReadApplied(UnitOfWork work) =>
        (await work.Query<Migration>(Applied)).ToDictionary(migration => migration.Script, migration => migration.ContentHash.Trim());

    private static async Task FillCalendar(UnitOfWork work, int held)
    {
        // Numbered on from the rows that are there: with the bank holidays that were added.
        var days = (await AddedBankHolidayStore.ReadCalendar(work)).Days().Skip(held);
        work.BulkInsert(
            "Calendar",
            ["Day", "IsWorkingDay", "WorkingDayNumber"],
            days.Select(day => new object?[] { day.Day, day.IsWorkingDay, day.WorkingDayNumber }));
    }

    private async Task RecordMigration(UnitOfWork work, string script, string text)
    {
        await work.Execute(Forget, new { Script = script });
        await work.Execute(Record, new { Script = script, ContentHash = ComputeHash(text), AppliedAt = time.GetUtcNow() });
    }

    private static List<(string Name, string Text)> ReadScripts(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return (name[folder.Length..], text.ReadToEnd());
            })];
    }

    private sealed record Migration
    {
        public required string Script { get; init; }

        public required string ContentHash { get; init; }
    }
}
