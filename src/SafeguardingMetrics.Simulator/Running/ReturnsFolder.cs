using System.Globalization;
using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Running;

/// <summary>
/// Writes returns to files, a folder a night, and lists them with their periods in <c>returns.csv</c>.
/// </summary>
internal sealed class ReturnsFolder : IDisposable
{
    private readonly string folder;
    private readonly StreamWriter list;
    private readonly HashSet<string> written = [];

    public ReturnsFolder(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        list = new StreamWriter(Path.Combine(folder, "returns.csv"));
        list.WriteLine("file,agency,dataset,period,contentType,at");
    }

    public void Add(SimulatedReturn simulated)
    {
        var file = FileFor(simulated);
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, simulated.Body);
        list.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{file},{simulated.Agency},{simulated.Dataset},{simulated.Period},"
            + $"{simulated.ContentType},{simulated.At:yyyy-MM-ddTHH:mm:ss.fffZ}"));
    }

    public void Dispose() => list.Dispose();

    private string FileFor(SimulatedReturn simulated)
    {
        var night = London.DayOf(simulated.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var name = $"{night}/{simulated.Agency}.{simulated.Dataset}";
        var extension = MediaType.Extension(simulated.ContentType);
        // A second return of one dataset in one night is told apart by its period.
        return written.Add(name) ? $"{name}.{extension}" : $"{name}.{simulated.Period.Replace('/', '_')}.{extension}";
    }
}
