using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Tests.Datasets.Formats;

/// <summary>Where cells end is found as a search byte by byte finds it, wherever behind it the search goes on.</summary>
public sealed class CellStopsTests
{
    [Test]
    public void Each_end_of_a_cell_is_found()
    {
        var random = new Random(14);
        for (var length = 0; length < 200; length++)
        {
            var bytes = new byte[length];
            for (var i = 0; i < length; i++)
                bytes[i] = random.Next(40) switch { 0 => (byte)';', 1 => (byte)'\n', 2 => (byte)'"', _ => (byte)'x' };
            // From one end to the next, and further, as a quoted cell is passed over.
            foreach (var quoted in new[] { 0, 1, 7, 33, 70 })
            {
                var stops = new CellStops(bytes, (byte)';');
                for (var at = 0; at <= length;)
                {
                    var expected = bytes.AsSpan(at).IndexOfAny((byte)';', (byte)'\n') is >= 0 and var distance ? at + distance : -1;
                    Assert.That(stops.Find(at), Is.EqualTo(expected), $"{length} {quoted} {at}");
                    if (expected < 0) break;
                    at = expected + 1 + random.Next(quoted + 1);
                }
            }
        }
    }
}
