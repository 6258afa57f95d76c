using System.Collections.Concurrent;
using System.Threading.Channels;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// Notes when a key was last used, at most once an hour for each key and beside the request: a reader of figures must
/// not wait for the database's one writer. A note that cannot be written is left out. The demonstration's keys are
/// everyone's, and not followed.
/// </summary>
public sealed class KeyUsageRecorder(Database database, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Grain = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> noted = [];
    private readonly Channel<(string KeyId, DateTimeOffset At)> waiting = Channel.CreateBounded<(string, DateTimeOffset)>(
        new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that a key is used now.</summary>
    public void Record(Credential credential)
    {
        if (credential.IsDemonstration) return;
        var now = Instant.Now(time);
        var last = noted.TryGetValue(credential.KeyId, out var known) ? known : credential.LastUsedAt;
        if (last is { } at && now - at < Grain) return;
        noted[credential.KeyId] = now;
        waiting.Writer.TryWrite((credential.KeyId, now));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (keyId, at) in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await database.Write(
                    WriteScope.WithoutChange(WriteLocks.Clients, audit: null),
                    work => KeyStore.UpdateLastUsed(work, keyId, at),
                    stoppingToken);
            }
            catch (DatabaseUnavailableException)
            {
                // The next use after this hour is noted.
            }
        }
    }
}
