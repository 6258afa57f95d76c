using Microsoft.Extensions.Logging.Abstractions;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>An empty database made by the service's migration, to copy from.</summary>
internal sealed class MigratedDatabase
{
    private readonly WorkingFolder folder;
    private readonly string file;

    private MigratedDatabase(WorkingFolder folder)
    {
        this.folder = folder;
        file = folder.File("migrated.db");
    }

    public static async Task<MigratedDatabase> Make(WorkingFolder folder)
    {
        var made = new MigratedDatabase(folder);
        using var engine = new SqliteEngine($"Data Source={made.file}");
        var resilience = new Resilience(engine, NullLogger<Resilience>.Instance);
        await new Schema(new Database(engine, resilience), TimeProvider.System).Migrate(CancellationToken.None);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return made;
    }

    /// <summary>Makes a copy and returns its file.</summary>
    public string Copy()
    {
        var copy = folder.File($"{Guid.CreateVersion7()}.db");
        File.Copy(file, copy);
        return copy;
    }
}
