using System.Globalization;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// What <see cref="Schema"/> does on SQL Server, as T-SQL for a DBA to read and run in an empty database, or in one at
/// an older version: each script guarded by its row in <c>SchemaMigration</c>, all in one transaction.
/// </summary>
public static partial class SchemaScript
{
    // An error undoes the transaction, but sqlcmd and others go on with the next batch: without the transaction it does
    // nothing.
    private const string Standing = "@@TRANCOUNT > 0";

    /// <summary>The script, in batches separated by GO.</summary>
    public static string Text { get; } = Write();

    /// <summary>
    /// What a database made from the schema by other means lacks: the record of the scripts, and the calendar. Safe to
    /// run again.
    /// </summary>
    public static string AfterDeployment { get; } =
        string.Join('\n', [
            .. Schema.Tables.Concat(Schema.Views).Select(script => RecordMigration(script.Name, script.Text)),
            .. CalendarYears(""),
        ]);

    private static string Write()
    {
        var batches = new List<string>
        {
            """
            -- The schema of Safeguarding Metrics for SQL Server. Run it in its database, as a login with the role sm_migrate or db_owner.
            -- Run again it does nothing. If a batch fails, nothing is kept. A new database wants the collation Latin1_General_100_BIN2:
            -- codes and keys are exact to the letter.
            SET XACT_ABORT ON;
            SET ANSI_NULLS ON;
            SET QUOTED_IDENTIFIER ON;
            BEGIN TRANSACTION;
            """,
            """
            -- One migration at a time: the service's own command waits for the same lock.
            DECLARE @answer INT;
            EXEC @answer = sp_getapplock @Resource = N'schema', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 60000;
            IF @answer < 0 THROW 50000, N'Another migration took longer than a minute.', 1;
            """,
            $"IF {Standing} AND OBJECT_ID(N'SchemaMigration', N'U') IS NULL\n{Schema.OwnTable};",
        };
        batches.Add(RefuseNewer());
        foreach (var (name, text) in Schema.Tables) batches.AddRange(Table(name, text));
        foreach (var (name, text) in Schema.Views) batches.Add(View(name, text));
        if (Schema.RetiredViews.Count > 0) batches.Add(DropViews(Schema.RetiredViews));
        batches.AddRange(CalendarYears($"{Standing} AND "));
        batches.Add($"IF {Standing} COMMIT TRANSACTION;");
        return string.Concat(batches.Select(batch => $"{batch.ReplaceLineEndings("\n").TrimEnd()}\nGO\n\n"));
    }

    private static IEnumerable<string> Table(string name, string text)
    {
        yield return $"""
            IF {Standing} AND EXISTS (SELECT 1 FROM SchemaMigration WHERE Script = N'{name}'
                AND ContentHash <> '{Schema.ComputeHash(text)}')
            THROW 50000, N'db/tables/{name} has changed since it was applied to this database. A change to the schema is a new script.', 1;
            """;
        yield return $"""
            IF {Standing} AND NOT EXISTS (SELECT 1 FROM SchemaMigration WHERE Script = N'{name}')
            BEGIN
            {text.Trim()}

            {Insert(name, text)}
            END;
            """;
    }

    /// <summary>Makes a view, or alters it where it is there: one made anew would have lost its grants.</summary>
    internal static string CreateOrReplaceView(string view, string text)
    {
        // Either must stand first in its batch, so each is a batch of its own within EXEC. CREATE OR ALTER would say it
        // once, but not every server that speaks T-SQL knows it.
        var create = text.Trim().Replace("'", "''", StringComparison.Ordinal);
        return $"""
            IF OBJECT_ID(N'{view}', N'V') IS NULL
            EXEC (N'{create}');
            ELSE
            EXEC (N'{CreateVerbPattern().Replace(create, "ALTER VIEW", 1)}');
            """;
    }

    private static string View(string name, string text) => $"""
        IF {Standing} AND NOT EXISTS (SELECT 1 FROM SchemaMigration WHERE Script = N'{name}' AND ContentHash = '{Schema.ComputeHash(text)}')
        BEGIN
        {CreateOrReplaceView(Path.GetFileNameWithoutExtension(name), text)}
        DELETE FROM SchemaMigration WHERE Script = N'{name}';
        {Insert(name, text)}
        END;
        """;

    // In a batch of its own, since a database that has no such table yet could not compile the rest of it.
    private static string RefuseNewer()
    {
        var known = Schema.Tables.Concat(Schema.Views).Select(script => script.Name).Concat(Schema.RetiredViews);
        return $"""
            IF {Standing} AND EXISTS (SELECT 1 FROM SchemaMigration WHERE Script NOT IN (
            {string.Join(",\n", known.Select(name => $"N'{name}'"))}))
            THROW 50000, N'The database is of a newer version: SchemaMigration has scripts that this file has not. Nothing was changed.', 1;
            """;
    }

    internal static string DropViews(IReadOnlyList<string> retired)
    {
        var gone = $"Script IN ({string.Join(", ", retired.Select(name => $"N'{name}'"))})";
        return $"""
            -- Views that this version has retired.
            IF {Standing} AND EXISTS (SELECT 1 FROM SchemaMigration WHERE {gone})
            BEGIN
            DECLARE @drop NVARCHAR(MAX) = N'';
            SELECT @drop = CONCAT(@drop, N'DROP VIEW IF EXISTS ', QUOTENAME(REPLACE(SUBSTRING(Script, CHARINDEX(N'/', Script) + 1, 100),
                N'.sql', N'')), N'; ') FROM SchemaMigration WHERE {gone};
            EXEC (@drop);
            DELETE FROM SchemaMigration WHERE {gone};
            END;
            """;
    }

    private static string RecordMigration(string name, string text) => $"""
        DELETE FROM SchemaMigration WHERE Script = N'{name}' AND ContentHash <> '{Schema.ComputeHash(text)}';
        IF NOT EXISTS (SELECT 1 FROM SchemaMigration WHERE Script = N'{name}')
        {Insert(name, text)}
        """;

    private static string Insert(string name, string text) =>
        $"INSERT INTO SchemaMigration (Script, ContentHash, AppliedAt) VALUES (N'{name}', '{Schema.ComputeHash(text)}', SYSUTCDATETIME());";

    // A statement a year, since VALUES takes a thousand rows; a line a month, so that a reader finds a day. A year is numbered on from
    // the year before it: where a database had bank holidays of its own before the year came, its numbers are smaller.
    private static IEnumerable<string> CalendarYears(string guard) => WorkingDayCalendar.England.Days().GroupBy(day =>
        day.Day.Year).Select(year => string.Create(CultureInfo.InvariantCulture, $"""
        IF {guard}NOT EXISTS (SELECT 1 FROM Calendar WHERE Day BETWEEN '{year.Key}-01-01' AND '{year.Key}-12-31')
        BEGIN
        INSERT INTO Calendar (Day, IsWorkingDay, WorkingDayNumber) VALUES
        {string.Join(",\n", year.GroupBy(day => day.Day.Month).Select(month => string.Join(", ", month.Select(Row))))};
        UPDATE Calendar SET WorkingDayNumber = WorkingDayNumber - {NumberBefore(year.Key)}
            + COALESCE((SELECT MAX(WorkingDayNumber) FROM Calendar WHERE Day < '{year.Key}-01-01'), 0)
        WHERE Day BETWEEN '{year.Key}-01-01' AND '{year.Key}-12-31';
        END;
        """));

    private static int NumberBefore(int year) => WorkingDayCalendar.England.WorkingDayNumber(new DateOnly(year, 1, 1).AddDays(-1));

    private static string Row(CalendarDay day) =>
        string.Create(CultureInfo.InvariantCulture, $"('{day.Day:yyyy-MM-dd}', {(day.IsWorkingDay ? 1 : 0)}, {day.WorkingDayNumber})");

    [GeneratedRegex(@"^CREATE VIEW\b", RegexOptions.Multiline)]
    private static partial Regex CreateVerbPattern();
}
