namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>A temporary directory of one benchmark.</summary>
internal sealed class WorkingFolder : IDisposable
{
    private readonly string path;

    public WorkingFolder(Conditions conditions) =>
        path = Directory.CreateDirectory(
            Path.Combine(Path.GetFullPath(conditions.Data), $"safeguarding-metrics-benchmark-{Guid.CreateVersion7()}")).FullName;

    public string File(string name) => Path.Combine(path, name);

    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(path, name)).FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(path, recursive: true);
    }
}
